import type { Payment } from '../contract/payment.js';
import { PayError } from '../services/pay-error.js';

/**
 * Where a decision to take a payment stands. In `waiting` a terminal has the amount on its screen; in `unknown` the outcome is being asked
 * for. In both nothing else may be sent.
 */
export type OperationState =
  | { readonly status: 'idle' }
  | { readonly status: 'running' }
  | { readonly status: 'waiting'; readonly payment: Payment }
  | { readonly status: 'done'; readonly payment: Payment }
  | { readonly status: 'failed'; readonly error: PayError; readonly payment?: Payment }
  | { readonly status: 'unknown'; readonly paymentId?: string };

export type OpenState = OperationState & { readonly status: 'waiting' | 'unknown' };

/** What a payment, however it was learned of, means for the decision that made it. */
export function stateOf(payment: Payment): OperationState {
  switch (payment.status) {
    case 'requested':
      if (payment.method === 'pos-terminal') return { status: 'waiting', payment };
      return { status: 'unknown', paymentId: payment.id };
    case 'unknown':
      return { status: 'unknown', paymentId: payment.id };
    case 'declined':
    case 'failed':
    case 'cancelled':
      return { status: 'failed', error: errorOf(payment), payment };
    case 'approved':
    case 'charge-back-requested':
    case 'charged-back':
      return { status: 'done', payment };
  }
}

function errorOf(payment: Payment): PayError {
  const facts = { moneyMoved: 'no', next: 'change-request', payment } as const;
  return payment.status === 'declined'
    ? new PayError({ kind: 'declined', code: 'payment-declined', ...facts })
    : new PayError({ kind: 'refused', code: 'payment-failed', ...facts });
}

/** Whether the outcome is still to come. */
export function isOpen(state: OperationState): state is OpenState {
  return state.status === 'waiting' || state.status === 'unknown';
}

/** What a failed request means. A payment told with a conflict is another one, so only a verdict's own payment counts. */
export function stateOfError(error: PayError): OperationState {
  const { payment } = error;
  if (error.moneyMoved === 'unknown') return { status: 'unknown', ...(payment && { paymentId: payment.id }) };
  return { status: 'failed', error, ...(payment && isVerdict(error) && { payment }) };
}

/** Whether the key has done its work: the proxy would give the same answer to it for ever. */
export function isUsedUp(state: OperationState): boolean {
  if (state.status !== 'failed') return state.status === 'done';
  return isVerdict(state.error) || state.error.code === 'idempotency-key-reused';
}

function isVerdict({ code }: PayError): boolean {
  return code === 'payment-declined' || code === 'payment-failed';
}
