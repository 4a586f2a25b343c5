import type { Payment } from '../contract/payment.js';
import type { MoneyMoved, NextStep, Problem, ProblemCode } from '../contract/problem.js';

/**
 * Everything that can go wrong, as far as a user's next step differs. `declined`: the card was judged. `refused`: a rule or
 * a right. `unreachable`: nothing happened, trying again may help. `offline`: nothing was sent. `unknown-outcome`: money may
 * have moved; ask, never send anew. `bad-response`: the answer doesn't fit the contract.
 */
export type PayErrorKind =
  | 'declined'
  | 'refused'
  | 'unreachable'
  | 'offline'
  | 'unknown-outcome'
  | 'bad-response'
  | 'not-configured'
  | 'session-expired';

/** What goes wrong on this side of the wire, so that the proxy has no word for it. No money moved where nothing else is said. */
export const CLIENT_FAULTS = {
  unreachable: { kind: 'unreachable', next: 'retry-same-key' },
  offline: { kind: 'offline', next: 'retry-same-key' },
  'answer-lost': { kind: 'unknown-outcome', next: 'ask-state', moneyMoved: 'unknown' },
  'bad-response': { kind: 'bad-response', next: 'stop' },
  'not-configured': { kind: 'not-configured', next: 'stop' },
  'session-expired': { kind: 'session-expired', next: 'sign-in' },
  /** The same decision is being sent by another tag or browser tab. */
  'busy-elsewhere': { kind: 'refused', next: 'ask-state' },
  /** The promise that the page gave to `waitUntil` was rejected. */
  'stopped-by-page': { kind: 'refused', next: 'change-request' },
  'card-frame-invalid': { kind: 'refused', next: 'change-request' },
  'card-frame-unavailable': { kind: 'unreachable', next: 'change-request' },
} as const satisfies Record<string, { kind: PayErrorKind; next: NextStep; moneyMoved?: MoneyMoved }>;

export type ClientFault = keyof typeof CLIENT_FAULTS;
export type PayErrorCode = ProblemCode | ClientFault;

export interface PayErrorFacts {
  readonly kind: PayErrorKind;
  readonly code: PayErrorCode;
  readonly moneyMoved: MoneyMoved;
  readonly next: NextStep;
  readonly requestId?: string | undefined;
  /** The proxy's words, where it said any. */
  readonly problem?: Problem | undefined;
  /** The payment as it stood then, e.g. the declined one. */
  readonly payment?: Payment | undefined;
}

/** The one error that services and controllers throw; anything else is a bug, or the reason of an aborted signal. */
export class PayError extends Error implements PayErrorFacts {
  override readonly name = 'PayError';
  declare readonly kind: PayErrorKind;
  declare readonly code: PayErrorCode;
  declare readonly moneyMoved: MoneyMoved;
  declare readonly next: NextStep;
  declare readonly requestId: string | undefined;
  declare readonly problem: Problem | undefined;
  declare readonly payment: Payment | undefined;

  constructor(facts: PayErrorFacts, options?: ErrorOptions) {
    const { kind, code, moneyMoved, next, problem } = facts;
    const { requestId = problem?.requestId, payment = problem?.payment } = facts;
    super(problem?.title ?? code, options);
    Object.assign(this, { kind, code, moneyMoved, next, requestId, problem, payment });
  }

  /** Whether doing the same again may help. Never true while money may have moved. */
  get retryable(): boolean {
    return this.next === 'retry-same-key' && this.moneyMoved === 'no';
  }
}

export function clientError(code: ClientFault, more: Partial<PayErrorFacts> & ErrorOptions = {}): PayError {
  return new PayError({ moneyMoved: 'no', ...CLIENT_FAULTS[code], code, ...more }, more);
}

/** What a problem of the proxy means here. `risky`: the request could have moved money or stored a card. */
export function problemError(problem: Problem, risky: boolean): PayError {
  const { code, moneyMoved, next } = problem;
  const kind = kindOf(problem, risky);
  if (kind === 'unknown-outcome')
    return new PayError({ kind, code, moneyMoved: 'unknown', next: 'ask-state', problem });
  return new PayError({ kind, code, moneyMoved: risky ? moneyMoved : 'no', next, problem });
}

function kindOf({ code, status, moneyMoved }: Problem, risky: boolean): PayErrorKind {
  if (code === 'payment-declined') return 'declined';
  if (code === 'not-authenticated') return 'session-expired';
  if (risky && (moneyMoved === 'unknown' || code === 'request-in-progress')) return 'unknown-outcome';
  return status >= 500 ? 'unreachable' : 'refused';
}
