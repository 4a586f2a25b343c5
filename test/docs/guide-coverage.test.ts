import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { testTitles } from '../../scripts/guide/evidence.js';
import { guideCoverage } from '../../scripts/guide/page.js';
import { SENTENCES } from '../../scripts/guide/sentences.js';

const RULES = 35;
const EXAMPLES = 8;

const numbersNamed = (pattern: RegExp): Set<number> =>
  new Set(testTitles().flatMap(({ title }) => [...title.matchAll(pattern)].map(([, number]) => Number(number))));

const missing = (count: number, named: Set<number>): number[] =>
  Array.from({ length: count }, (_, index) => index + 1).filter((number) => !named.has(number));

describe('the guide', () => {
  test('is shown by the tests and stories that the page about it names', () => {
    assert.ok(SENTENCES.length >= 18);
    assert.equal(readFileSync('docs/guide-coverage.md', 'utf8'), guideCoverage());
  });

  test('has a test that names each business rule', () => {
    assert.deepEqual(missing(RULES, numbersNamed(/\bR-(\d+)\b/g)), []);
  });

  test('has a test that names each worked example', () => {
    assert.deepEqual(missing(EXAMPLES, numbersNamed(/\bExample (\d+)\b/g)), []);
  });
});
