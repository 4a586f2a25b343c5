import type { Payment } from '../contract/payment.js';
import type { PayClient } from '../services/call.js';
import { clientError, PayError } from '../services/pay-error.js';
import { findPaymentByKey, readPayment } from '../services/payments.js';
import type { Attempt } from './attempt-store.js';
import { isOpen, stateOf, type OpenState, type OperationState } from './operation-state.js';

/** A key under which the proxy has heard nothing, this many times in a row, was never sent or never arrived. */
const ASKS_UNTIL_ABSENT = 5;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15_000;
/** A customer at a terminal takes seconds, and the clerk looks on. */
const TERMINAL_PAUSE_MS = 1_500;

export interface Inquiry {
  readonly attempt: Attempt;
  /** Undefined while the provider has no session. */
  readonly client: () => PayClient | undefined;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Told of everything learned on the way, e.g. the payment's id. */
  readonly onNews: (state: OpenState) => void;
  readonly signal: AbortSignal;
}

/**
 * Asks what became of a payment until that is known, with growing pauses; never sends anything itself. Rejects only with
 * the signal's reason.
 */
export async function settle({ attempt, client, wait, onNews, signal }: Inquiry): Promise<OperationState> {
  let { paymentId } = attempt;
  let absent = 0;
  let pauseMs = FIRST_PAUSE_MS;
  for (let turn = 0; ; turn++) {
    if (turn > 0) await wait(pauseMs, signal);
    if (turn > 0) pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    const answer = await ask(client(), { ...attempt, paymentId }, signal);
    signal.throwIfAborted();
    if (answer === 'silent') continue;
    if (answer === 'absent') {
      if (++absent < ASKS_UNTIL_ABSENT) continue;
      return { status: 'failed', error: clientError('unreachable') };
    }
    const state = stateOf(answer);
    if (!isOpen(state)) return state;
    paymentId = answer.id;
    if (state.status === 'waiting') pauseMs = TERMINAL_PAUSE_MS;
    onNews(state);
  }
}

/** `absent`: the proxy answers that it knows no payment of this key. `silent`: it doesn't answer. */
export async function ask(
  client: PayClient | undefined,
  { key, paymentId }: Attempt,
  signal?: AbortSignal,
): Promise<Payment | 'absent' | 'silent'> {
  if (!client) return 'silent';
  try {
    if (paymentId !== undefined) return await readPayment(client)(paymentId, { signal });
    return (await findPaymentByKey(client)(key, { signal })) ?? 'absent';
  } catch (error) {
    if (error instanceof PayError || signal?.aborted) return 'silent';
    throw error;
  }
}
