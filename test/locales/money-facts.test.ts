import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PROBLEM_CODES } from '../../src/contract/problem.js';
import { coreEn } from '../../src/locales/core/en.js';
import { coreEs } from '../../src/locales/core/es.js';

/** How each language says what became of the money, or that a payment is under way whose outcome is awaited. */
const SAID = {
  en: [coreEn, /[Nn]othing was (charged|changed|sent)|No money moved|may have been charged|Wait for its outcome/],
  es: [
    coreEs,
    /No se (cobró|cambió|envió) (nada|ni se guardó nada)|[Nn]ada se|No se movió dinero|pudo|no se envió|Espere el resultado/,
  ],
} as const;

describe('what a problem tells a clerk', () => {
  for (const [language, [texts, said]] of Object.entries(SAID)) {
    test(`says what became of the money for each code, in ${language}`, () => {
      const told = PROBLEM_CODES.map((code) => (texts as Record<string, string>)[`code.${code}`]);
      assert.deepEqual(
        told.filter((text) => text !== undefined && !said.test(text)),
        [],
      );
    });
  }
});
