import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { centsToDecimal, decimalToCents } from '../../proxy/gateway/clearent/money.js';

test('every amount up to 2,000.00 survives the way to the gateway and back', () => {
  for (let cents = 0; cents <= 200_000; cents++) {
    const text = centsToDecimal(cents);
    if (!/^\d+\.\d\d$/.test(text) || decimalToCents(text) !== cents) assert.fail(`${cents} became ${text}`);
  }
});

test('every amount the ledger can hold survives the way to the gateway and back', () => {
  const cents = fc.integer({ min: -9_999_999_999, max: 9_999_999_999 }).map((value) => value + 0);
  fc.assert(fc.property(cents, (value) => assert.equal(decimalToCents(centsToDecimal(value)), value)));
});

test('an amount that travelled as a number is read to the cent', () => {
  const cents = fc.integer({ min: 0, max: 9_999_999_999 });
  fc.assert(fc.property(cents, (value) => assert.equal(decimalToCents(String(value / 100)), value)));
});

const readable: readonly [text: string, cents: number][] = [
  ['0.00', 0],
  ['-0.00', 0],
  ['0.01', 1],
  ['15.5', 1_550],
  ['15', 1_500],
  ['0015.55', 1_555],
  ['9000.0000', 900_000],
  ['-412.50', -41_250],
];
for (const [text, cents] of readable) {
  test(`"${text}" is ${cents} cents`, () => assert.equal(Object.is(decimalToCents(text), cents), true));
}

for (const text of [
  '',
  '1.005',
  '1,000.00',
  '1e3',
  '+1.00',
  '.50',
  '1.',
  'NaN',
  '0x10',
  '12.3.4',
  '99999999999999.00',
]) {
  test(`"${text}" is no amount`, () => assert.equal(decimalToCents(text), undefined));
}

for (const cents of [0.1, NaN, Infinity, 2 ** 53]) {
  test(`${cents} cents are never sent`, () => assert.throws(() => centsToDecimal(cents), RangeError));
}
