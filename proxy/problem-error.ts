import { PROBLEMS, type Problem, type ProblemCode, type Rule } from '../src/contract/problem.js';

export type ProblemMembers = Partial<
  Pick<Problem, 'detail' | 'rule' | 'permission' | 'errors' | 'items' | 'payment' | 'moneyMoved'>
> & {
  /** Sent as `Retry-After`. */
  readonly retryAfterSeconds?: number;
  /** Sent as `Idempotent-Replayed`: the same request was refused so before. */
  readonly replayed?: boolean;
};

/** A refusal with one code of the contract. Operations throw it, the app renders it as an RFC 9457 problem. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: ProblemCode;
  readonly members: ProblemMembers;

  constructor(code: ProblemCode, members: ProblemMembers = {}) {
    super(members.detail ?? PROBLEMS[code].title);
    this.code = code;
    this.members = members;
  }
}

/** Refuses for a business rule, said in a sentence a clerk can act on. */
export function brokenRule(rule: Rule, detail: string, members: ProblemMembers = {}): ProblemError {
  return new ProblemError('rule-broken', { ...members, rule, detail });
}
