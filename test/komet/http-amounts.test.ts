import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { centsToNumber, parseCents } from '../../proxy/komet/http/amounts.js';

describe("amounts of Komet's API", () => {
  const readings: readonly [string | number, number | undefined][] = [
    ['12.34', 1_234],
    [12.34, 1_234],
    ['12.5', 1_250],
    [12, 1_200],
    ['0', 0],
    [' 7.00 ', 700],
    ['-20.00', -2_000],
    ['10.004', 1_000],
    ['10.005', 1_001],
    [1.005, 101],
    ['-10.005', -1_001],
    ['-0.004', 0],
    ['0.999', 100],
    ['99999999.99', 9_999_999_999],
    ['99999999.995', undefined],
    ['1,000.00', undefined],
    ['', undefined],
    ['12.', undefined],
    ['1e3', undefined],
    [1e21, undefined],
    [Number.NaN, undefined],
    ['USD 5', undefined],
  ];
  for (const [written, cents] of readings) {
    test(`reads ${JSON.stringify(written)} as ${cents ?? 'no amount'}`, () => {
      assert.ok(Object.is(parseCents(written), cents));
    });
  }

  test('come back as they were sent, whatever the cents', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9_999_999_999, max: 9_999_999_999 }), (cents) => {
        const sent = JSON.parse(JSON.stringify(centsToNumber(cents))) as number;
        assert.match(String(sent), /^-?\d+(\.\d{1,2})?$/);
        assert.equal(parseCents(sent), cents);
      }),
    );
  });

  test('are never sent as a part of a cent', () => {
    assert.throws(() => centsToNumber(10.5), RangeError);
  });
});
