import { shiftDay } from '../../src/domain/reconcile/business-day.js';
import { traitsOf, traitsOfDay, type Columns } from '../../src/domain/reconcile/columns.js';
import type { DayRange, Entry } from '../../src/domain/reconcile/entry.js';
import { forEachLine, hasOrder, linesOf, scatter, transactionOf, type Line, type Side } from './given-payments.js';

const DAY = '2026-11-20';
export const RANGE: DayRange = { from: DAY, to: DAY };
const DAYS = [shiftDay(DAY, -1), DAY, shiftDay(DAY, 1)] as const;
const PLACES = ['miami', 'bogota', 'quito'] as const;

/** A report as objects, as an application has it. */
export function entriesOf(side: Side, payments: number): Entry[] {
  const entries: Entry[] = [];
  forEachEntry(side, payments, (entry) => entries.push(entry));
  return entries;
}

/** The same one after the other. */
export function forEachEntry(side: Side, payments: number, visit: (entry: Entry) => void): void {
  forEachLine(side, payments, (line) => visit(entryOf(side, line)));
}

/** A report as columns that a caller filled; its entries are made when they are asked for. */
export function columnsOf(side: Side, payments: number): Columns {
  let length = 0;
  forEachLine(side, payments, () => length++);
  const columns = {
    length,
    transaction: new Float64Array(length),
    amountCents: new Float64Array(length),
    traits: new Uint8Array(length),
    location: new Int32Array(length),
    card: new Int32Array(length),
  };
  const given = new Int32Array(length);
  let at = 0;
  forEachLine(side, payments, (line) => {
    columns.transaction[at] = transactionOf(line);
    columns.amountCents[at] = line.cents;
    columns.traits[at] = traitsOf({ ...line, parentId: parentOf(line) }) | traitsOfDay(DAYS[line.day], RANGE);
    columns.location[at] = line.place;
    columns.card[at] = cardOf(line.payment);
    given[at++] = line.payment * 2 + line.part;
  });
  const entry = (position: number) => {
    const number = given[position] as number;
    return entryOf(side, linesOf(side, number >> 1)[number & 1] as Line);
  };
  return { ...columns, entry };
}

const cardOf = (payment: number): number => 1_000 + (scatter(payment + 5) % 9_000);

const parentOf = ({ kind, payment }: Line): string | undefined =>
  kind === 'void' ? String(transactionOf({ payment, part: 0 })) : undefined;

function entryOf(side: Side, line: Line): Entry {
  const { payment, part, kind, state, cents, feeCents, tipCents, day, place } = line;
  const parentId = parentOf(line);
  const terminal = scatter(payment + 13) % 20;
  return {
    id: `${side === 'komet' ? 'k' : 'p'}${payment}-${part}`,
    transactionId: String(transactionOf(line)),
    ...(hasOrder(payment) && { orderId: `kpw-${payment}-${part}` }),
    reference: `INV-${payment}`,
    ...(parentId !== undefined && { parentId }),
    kind,
    state,
    amountCents: cents,
    feeCents,
    tipCents,
    last4: String(cardOf(payment)),
    authorizationCode: `T${scatter(payment + 11 + part) % 1_000_000}`,
    brand: 'visa',
    day: DAYS[day],
    locationId: PLACES[place] as string,
    terminalId: `T${terminal}`,
    batchId: String(214 + terminal),
  };
}
