import type { MoneyBack } from '../../../src/contract/payment.js';
import type { Deps } from '../../deps.js';
import type { GatewayTransaction, MerchantAccount } from '../../gateway/port.js';
import { ProblemError } from '../../problem-error.js';
import type { Db } from '../../store/store.js';
import type { AttemptRow } from '../attempts.js';
import type { AccountRow } from '../account-row.js';
import { findAccount, openAccount } from '../merchant-accounts.js';

/** The charge of a payment at the gateway; undefined when credits paid everything. */
export function findCharge(db: Db, companyId: string, paymentId: string): Promise<AttemptRow | undefined> {
  return db
    .selectFrom('gateway_attempt')
    .selectAll()
    .where('company_id', '=', companyId)
    .where('payment_id', '=', paymentId)
    .where('kind', '=', 'sale')
    .where('state', '=', 'approved')
    .where('transaction_id', 'is not', null)
    .executeTakeFirst();
}

/**
 * The account a charge is taken back through: the one it was made with, or the location's own when that terminal is gone. The
 * integration has to be on there (rule R-29).
 */
export async function requireAccountOf(deps: Deps, charge: AttemptRow, locationId: string): Promise<AccountRow> {
  const own = await deps.store.db
    .selectFrom('merchant_account')
    .selectAll()
    .where('company_id', '=', charge.company_id)
    .where('id', '=', charge.account_id)
    .executeTakeFirst();
  const account = own ?? (await findAccount(deps.store.db, { companyId: charge.company_id, locationId }));
  if (account?.state === 'ready') return account;
  throw new ProblemError('not-ready-to-charge', {
    detail: `Set-up at this location stands at: ${account?.state ?? 'not-enabled'}`,
  });
}

/** How the whole of a charge can go back now, as the gateway has it; undefined when the gateway can't be asked. */
export async function readWayBack(
  deps: Deps,
  account: AccountRow,
  charge: AttemptRow,
): Promise<Exclude<MoneyBack, 'books-only' | 'nothing-charged'> | undefined> {
  const search = await deps.gateway.findById(await openAccount(deps, account), charge.transaction_id ?? '');
  if (search.kind === 'failed') return undefined;
  const transaction = search.transactions.find(({ id }) => id === charge.transaction_id);
  if (transaction?.voided) return 'already-returned';
  // What is too old to be found settled long ago.
  return !transaction || transaction.settled ? 'refund' : 'void';
}

/** Whether the processor gave all of a charge back without us (rule R-24): by a void, or by refunds that add up to it. */
export async function wasReturned(deps: Deps, account: MerchantAccount, charge: AttemptRow): Promise<boolean> {
  const own = await deps.gateway.findById(account, charge.transaction_id ?? '');
  if (own.kind === 'answered' && own.transactions.some(({ id, voided }) => id === charge.transaction_id && voided))
    return true;
  const range = { from: charge.sent_at, to: new Date(deps.clock()).toISOString() };
  const refunds = new Map<string, number>();
  const since = await deps.gateway.listTransactions(account, range, (transactions) => {
    for (const transaction of transactions) {
      if (isRefundOf(transaction, charge)) refunds.set(transaction.id, transaction.amountCents);
    }
  });
  if (since.kind === 'failed') return false;
  const refundedCents = [...refunds.values()].reduce((sum, cents) => sum + cents, 0);
  return refundedCents >= charge.amount_cents + charge.fee_cents;
}

const isRefundOf = ({ type, result, voided, parentId }: GatewayTransaction, charge: AttemptRow): boolean =>
  type === 'refund' && result === 'approved' && !voided && parentId === charge.transaction_id;
