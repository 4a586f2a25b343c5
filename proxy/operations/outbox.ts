import { sql, type Selectable } from 'kysely';
import type { Deps } from '../deps.js';
import type { Posting, PostingOutcome } from '../komet/port.js';
import type { OutboxTable } from '../store/tables.js';
import { recordEvent } from './events.js';
import { instant } from './instants.js';

type OutboxRow = Selectable<OutboxTable>;

const LEASE_MS = 30_000;
const MOST_WAIT_MS = 15 * 60_000;
const BATCH = 50;

/** Delivers every posting that is due and returns how many there were. Komet gets each at least once, keyed by its payment. */
export async function deliverDue(deps: Deps): Promise<number> {
  const due = await lease(deps, sql`true`);
  for (const row of due) await deliver(deps, row);
  return due.length;
}

/** Delivers the posting of one payment now, so that the next screen shows its new balances; the outbox has it if this fails. */
export async function deliverPosting(deps: Deps, companyId: string, paymentId: string): Promise<void> {
  try {
    for (const row of await lease(deps, sql`mine.company_id = ${companyId} and mine.payment_id = ${paymentId}`))
      await deliver(deps, row);
  } catch (error) {
    deps.log.warn('posting-postponed', { companyId, paymentId, reason: String(error) });
  }
}

/**
 * A reversal waits until the payment it takes back has been delivered; a payment that confirms its order waits until Komet has answered
 * that, since what is not confirmed can't be paid in Komet's books.
 */
async function lease(deps: Deps, condition: ReturnType<typeof sql>): Promise<OutboxRow[]> {
  const now = deps.clock();
  const leased = await sql<OutboxRow>`
    update outbox set next_try_at = ${instant(now + LEASE_MS)}, tries = tries + 1
    where (company_id, id) in (
      select mine.company_id, mine.id from outbox mine
      join payment on payment.company_id = mine.company_id and payment.id = mine.payment_id
      where ${condition} and mine.next_try_at <= ${instant(now)} and mine.delivered_at is null and mine.refused_at is null
        and not exists (select 1 from outbox original where original.company_id = mine.company_id
          and original.payment_id = payment.reversal_of_id and original.delivered_at is null)
        and not exists (select 1 from order_confirmation confirming where confirming.company_id = mine.company_id
          and confirming.payment_id = mine.payment_id and confirming.state = 'pending')
      order by mine.created_at limit ${BATCH} for update of mine skip locked)
    returning *`.execute(deps.store.db);
  return leased.rows;
}

async function deliver(deps: Deps, row: OutboxRow): Promise<void> {
  const outcome = await post(deps, row);
  const at = instant(deps.clock());
  await deps.store.transaction(async (tx) => {
    await tx
      .updateTable('outbox')
      .set(
        outcome.kind === 'posted'
          ? { delivered_at: at, last_message: null }
          : outcome.kind === 'refused'
            ? { refused_at: at, last_message: outcome.message.slice(0, 500) }
            : {
                next_try_at: instant(deps.clock() + waitAfter(row.tries)),
                last_message: outcome.message.slice(0, 500),
              },
      )
      .where('company_id', '=', row.company_id)
      .where('id', '=', row.id)
      .execute();
    if (outcome.kind === 'retry') return;
    if (outcome.kind === 'posted') await bumpVersions(tx, row);
    const action = outcome.kind === 'posted' ? 'payment-posted' : 'posting-refused';
    await recordEvent(tx, { companyId: row.company_id, at, actorId: 'outbox', action, entityId: row.payment_id });
  });
  if (outcome.kind === 'refused')
    deps.log.error('posting-refused', { companyId: row.company_id, paymentId: row.payment_id });
}

async function post(deps: Deps, row: OutboxRow): Promise<PostingOutcome> {
  try {
    return await deps.komet.post(row.company_id, row.posting as Posting);
  } catch (error) {
    return { kind: 'retry', message: String(error) };
  }
}

const waitAfter = (tries: number): number => Math.min(MOST_WAIT_MS, 1_000 * 2 ** Math.min(tries, 10));

type Tx = Parameters<Parameters<Deps['store']['transaction']>[0]>[0];

/** Whoever read these items from Komet before the posting must read them again. */
async function bumpVersions(tx: Tx, row: OutboxRow): Promise<void> {
  const { allocations, credits } = row.posting as Posting;
  const ids = [...allocations.map((line) => line.invoiceId), ...credits.map((use) => use.creditId)];
  if (ids.length === 0) return;
  await tx
    .updateTable('item_account')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('company_id', '=', row.company_id)
    .where('item_id', 'in', ids.sort())
    .execute();
}
