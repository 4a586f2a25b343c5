import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PROBLEM_CODES, PROBLEMS, type NextStep } from '../../src/contract/problem.js';
import { coreEn } from '../../src/locales/core/en.js';
import { coreEs } from '../../src/locales/core/es.js';
import { CLIENT_FAULTS, clientError, problemError, type ClientFault } from '../../src/services/pay-error.js';

interface Words {
  readonly texts: Readonly<Record<string, string>>;
  readonly steps: Readonly<Record<NextStep, RegExp>>;
  /** An invitation to do the same once more. */
  readonly again: RegExp;
}

/** How each language says what to do next. */
const WORDS: Readonly<Record<string, Words>> = {
  en: {
    texts: coreEn,
    steps: {
      'retry-same-key': /try again/,
      'ask-state': /Do not pay again|[Ww]ait for|when it is done/,
      'change-request': /[Ll]ook|[Cc]heck|reload|remove|use another|See what|try again/,
      'sign-in': /Sign in again/,
      stop: /administrator|support/,
    },
    again: /(?<!not )(try|pay) again/i,
  },
  es: {
    texts: coreEs,
    steps: {
      'retry-same-key': /intente de nuevo/i,
      'ask-state': /No pague otra vez|[Ee]spere|cuando termine/,
      'change-request': /[Rr]evis|recargue|quítelo|use otra|[Mm]ire|Lea|intente de nuevo/,
      'sign-in': /Inicie sesión de nuevo/,
      stop: /administrador|soporte/,
    },
    again: /intente de nuevo|(?<!No )pague (otra vez|de nuevo)/i,
  },
};

/** Every error a clerk can meet while money is at stake. */
const ERRORS = [
  ...PROBLEM_CODES.map((code) => problemError({ ...PROBLEMS[code], type: 'about:blank', code, requestId: 'r' }, true)),
  ...Object.keys(CLIENT_FAULTS).map((fault) => clientError(fault as ClientFault)),
];

describe('what an error tells a clerk to do', () => {
  for (const [language, { texts, steps, again }] of Object.entries(WORDS)) {
    const told = ERRORS.map(({ code, kind, next, moneyMoved }) => ({
      code,
      next,
      moneyMoved,
      said: texts[`code.${code}`] ?? texts[`kind.${kind}`] ?? '',
    }));

    test(`is the step that the error stands for, in ${language}`, () => {
      const wrong = told.filter(({ next, said }) => !steps[next].test(said));
      assert.deepEqual(
        wrong.map(({ code, next, said }) => `${code} (${next}): ${said}`),
        [],
      );
    });

    test(`is never to pay again while money may have moved, in ${language}`, () => {
      const risky = told.filter(({ moneyMoved }) => moneyMoved !== 'no');
      assert.ok(risky.length >= 3);
      assert.deepEqual(
        risky.filter(({ said }) => again.test(said)),
        [],
      );
    });
  }
});
