import type { Deps } from '../../deps.js';
import type { AttemptRow } from '../attempts.js';
import { bookResult } from './book-reversal.js';
import { moveReversal, type ReversalResult } from './reversal-attempts.js';

/** How soon a lost answer is looked up for the clerk who waits for it. */
const FIRST_LOOK_MS = 2_000;

/** Commits, once, what the gateway said of the void or refund of a charge back or credit refund; `sale` is what it takes back. */
export async function finishBookedReversal(
  deps: Deps,
  sale: AttemptRow,
  attempt: Pick<AttemptRow, 'id' | 'payment_id'>,
  result: ReversalResult,
): Promise<void> {
  await deps.store.transaction(async (tx) => {
    if (!(await moveReversal(deps, tx, sale, attempt.id, result, FIRST_LOOK_MS))) return;
    const row = await tx
      .selectFrom('payment')
      .selectAll()
      .where('company_id', '=', sale.company_id)
      .where('id', '=', attempt.payment_id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    await bookResult(deps, tx, row, result);
  });
}
