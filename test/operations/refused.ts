import assert from 'node:assert/strict';
import { ProblemError } from '../../proxy/problem-error.js';

/** For `assert.rejects`: a refusal with this code, and this rule where one is given. */
export const refusedWith =
  (code: string, rule?: string) =>
  (error: unknown): boolean => {
    assert.ok(error instanceof ProblemError, String(error));
    assert.deepEqual([error.code, error.members.rule], [code, rule]);
    return true;
  };
