import type * as z from 'zod/mini';
import { PROBLEMS, problem as problemSchema, type Problem, type ProblemCode } from '../../src/contract/problem.js';
import { ProblemError } from '../problem-error.js';

type Issue = z.core.$ZodIssue;

/** Names of our problem types; `code` says the same in one word. */
export const PROBLEM_TYPE_PREFIX = 'urn:komet-pay:problem:';

/** Seconds to wait before the same request makes sense again, where the thrower didn't say. */
const RETRY_AFTER: Partial<Record<ProblemCode, number>> = { 'request-in-progress': 1, 'not-ready': 2 };

/** The RFC 9457 answer for a refusal. */
export function problemResponse(error: ProblemError, requestId: string): Response {
  const { retryAfterSeconds = RETRY_AFTER[error.code], replayed = false, ...members } = error.members;
  const { status, title, moneyMoved, next } = PROBLEMS[error.code];
  const problem: Problem = {
    type: PROBLEM_TYPE_PREFIX + error.code,
    title,
    status,
    code: error.code,
    requestId,
    moneyMoved,
    next,
    ...members,
  };
  const headers = new Headers({ 'content-type': 'application/problem+json' });
  if (status === 401) headers.set('www-authenticate', 'Bearer');
  if (replayed) headers.set('idempotent-replayed', 'true');
  if (retryAfterSeconds !== undefined) headers.set('retry-after', String(retryAfterSeconds));
  return new Response(JSON.stringify(problemSchema.parse(problem)), { status, headers });
}

/** Refuses with one entry per fault. Only the place and the rule are told, never what was sent. */
export function invalidRequest(issues: readonly Issue[], detail?: string): ProblemError {
  const errors = issues.slice(0, 50).flatMap(faultsOf);
  return new ProblemError('invalid-request', { errors, ...(detail !== undefined && { detail }) });
}

function faultsOf(issue: Issue): { pointer: string; message: string }[] {
  if (issue.code !== 'unrecognized_keys') return [{ pointer: pointerTo(issue.path), message: messageOf(issue) }];
  return issue.keys.map((key) => ({ pointer: pointerTo([...issue.path, key]), message: 'is not known here' }));
}

function messageOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be of type ${issue.expected}`;
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`;
    case 'too_big':
      return `must be at most ${issue.maximum}`;
    case 'too_small':
      return `must be at least ${issue.minimum}`;
    case 'invalid_format':
      return 'has the wrong form';
    case 'invalid_union':
      return 'fits none of the forms that are allowed here';
    default:
      return 'is not valid';
  }
}

/** RFC 6901. */
function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
