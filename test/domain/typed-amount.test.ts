import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readAmount } from '../../src/domain/typed-amount.js';

const READ: readonly [string, number][] = [
  ['', 0],
  ['250', 25_000],
  ['250.5', 25_050],
  ['.99', 99],
  ['12.', 1_200],
  ['$ 1,234.50', 123_450],
  ['1.234,50', 123_450],
  ['1,234', 123_400],
  ['1,234,567', 123_456_700],
  ['12,5', 1_250],
  ['USD 40', 4_000],
];

const REFUSED: readonly [string, string][] = [
  ['1.234', 'ambiguous'],
  ['1.2345', 'too-precise'],
  ['-5', 'negative'],
  ['(5.00)', 'negative'],
  ['five', 'not-a-number'],
  ['.', 'not-a-number'],
  ['1,23,456', 'not-a-number'],
  ['12,34.50', 'not-a-number'],
  ['1.2.3', 'not-a-number'],
  ['99999999999', 'too-large'],
];

describe('a typed amount', () => {
  for (const [text, cents] of READ) {
    it(`reads "${text}" as ${cents} cents`, () => assert.deepEqual(readAmount(text), { ok: true, cents }));
  }
  for (const [text, fault] of REFUSED) {
    it(`refuses "${text}" as ${fault}`, () => assert.deepEqual(readAmount(text), { ok: false, fault }));
  }
  it('follows the locale about a lone separator before three digits', () => {
    assert.deepEqual(readAmount('1.234', ','), { ok: true, cents: 123_400 });
    assert.deepEqual(readAmount('1,234', ','), { ok: false, fault: 'ambiguous' });
  });
  it('reads back every amount it could show', () => {
    const shown = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999_999 }), (cents) => {
        assert.deepEqual(readAmount(shown.format(cents / 100)), { ok: true, cents });
      }),
    );
  });
});
