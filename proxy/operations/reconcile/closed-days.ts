import type { ChargeBackRefusal } from '../../../src/contract/charge-back.js';
import { shiftDay } from '../../../src/domain/reconcile/business-day.js';
import { brokenRule, type ProblemError } from '../../problem-error.js';
import type { Db, Tx } from '../../store/store.js';

export interface BooksOf {
  readonly companyId: string;
  readonly locationId: string;
}

/**
 * Refuses a date whose day is closed. Holds the books of the location until the caller's transaction ends, so that a day can't be
 * closed between this look and what is dated into it.
 */
export async function requireOpenDay(tx: Tx, place: BooksOf, date: string): Promise<void> {
  await holdBooks(tx, place, 'share');
  const open = await firstOpenDay(tx, place, date);
  if (open === date) return;
  throw brokenRule(
    'date-locked' satisfies ChargeBackRefusal['reason'],
    `The books of ${date} are closed; the next open day is ${open}`,
  );
}

/** The run that a day was closed with; undefined while it is open. */
export async function findClosing(db: Db | Tx, place: BooksOf, day: string): Promise<string | undefined> {
  const closed = await closedDays(db, place).select('reconciliation_id').where('day', '=', day).executeTakeFirst();
  return closed?.reconciliation_id;
}

export const dayClosed = (day: string): ProblemError => brokenRule('day-closed', `${day} is closed already`);

/** The date itself, or the first day after it that is not closed. */
export async function firstOpenDay(db: Db | Tx, place: BooksOf, date: string): Promise<string> {
  const rows = await closedDays(db, place).select('day').where('day', '>=', date).orderBy('day').execute();
  let open = date;
  for (const { day } of rows) if (day === open) open = shiftDay(open, 1);
  return open;
}

const closedDays = (db: Db | Tx, { companyId, locationId }: BooksOf) =>
  db.selectFrom('closed_day').where('company_id', '=', companyId).where('location_id', '=', locationId);

/** `share` lets payments pass side by side; closing a day waits for them and they for it. */
export async function holdBooks(tx: Tx, { companyId, locationId }: BooksOf, how: 'share' | 'update'): Promise<void> {
  const books = { company_id: companyId, location_id: locationId };
  const find = () => {
    const select = tx
      .selectFrom('books')
      .select('version')
      .where('company_id', '=', companyId)
      .where('location_id', '=', locationId);
    return (how === 'share' ? select.forShare() : select.forUpdate()).executeTakeFirst();
  };
  if (await find()) return;
  await tx
    .insertInto('books')
    .values(books)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await find();
}
