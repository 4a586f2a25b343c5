import { sql } from 'kysely';
import type { Difference } from '../../../src/contract/reconciliation.js';
import { isInRange } from '../../../src/domain/reconcile/entry.js';
import type { Deps } from '../../deps.js';
import type { KometPayment } from '../../komet/port.js';
import type { Db, Tx } from '../../store/store.js';
import { BookedPayments } from './booked-payments.js';
import { KometOnly } from './komet-only.js';
import { readKometLines, readLinesOf, withMargin } from './komet-side.js';
import type { Period } from './period.js';
import type { ReportLine } from './report-lines.js';

/** How long a posting that Komet took may be missing in its list. */
const SETTLING_MS = 60_000;

/** Each is a call, of which Komet takes a thousand a day and user. */
const MOST_SOUGHT = 20;

/**
 * Asks Komet what stands in its books on some days and around them. Never inside a transaction: Komet's books may live in the same store,
 * which has one connection when embedded.
 * @throws ProblemError `komet-unreachable`
 */
export async function askKomet({ komet, clock }: Deps, period: Period): Promise<KometBooks> {
  const askedAt = clock();
  const around = withMargin(period);
  return new KometBooks({ period, around, askedAt, payments: await komet.listPayments(period.companyId, around) });
}

interface Asked {
  readonly period: Period;
  readonly around: Period;
  readonly askedAt: number;
  readonly payments: readonly KometPayment[] | undefined;
}

/**
 * Komet's side of some days. Where Komet lists its payments, that list is the truth of what is booked, and ours only tell of them what
 * Komet doesn't know: the card, its transaction and what is still on its way.
 */
export class KometBooks {
  readonly #asked: Asked;
  /** Our payments that Komet doesn't have on these days. */
  #lost: ReportLine[] = [];
  /** Our payments that Komet has on these days, and we on others or at another location. */
  #moved: ReportLine[] = [];

  constructor(asked: Asked) {
    this.#asked = asked;
  }

  get movedIds(): string[] {
    return this.#moved.map(({ id }) => id);
  }

  /** A day at a time, then what Komet alone knows. */
  async *lines(db: Db | Tx): AsyncGenerator<readonly ReportLine[]> {
    const { around, payments } = this.#asked;
    const days = readKometLines(db, around);
    if (!payments) {
      yield* days;
      return;
    }
    const booked = new BookedPayments(payments);
    const others = new KometOnly(payments);
    const absent: ReportLine[] = [];
    for await (const ours of days) {
      others.learn(ours);
      const { kept, missing } = await this.#compare(db, ours, booked);
      absent.push(...missing);
      yield kept;
    }
    const typed = absent.map((line) => ({ line, found: asBooked(line, booked.takeTyped(line)) }));
    this.#lost = typed.flatMap(({ line, found }) => (found ? [] : line));
    this.#moved = await this.#readMoved(db, booked);
    yield [...typed.flatMap(({ found }) => found ?? []), ...this.#moved];
    yield booked.left.filter(({ amountCents }) => amountCents !== 0).map((payment) => others.lineOf(payment));
  }

  /** Asks Komet for the lost payments of these days one by one: somebody may have moved them to another day or location. */
  async findLost({ komet }: Deps): Promise<ReportLine[]> {
    const { companyId } = this.#asked.period;
    const found: ReportLine[] = [];
    for (const line of this.#lost.filter((one) => isInRange(one, this.#asked.period)).slice(0, MOST_SOUGHT)) {
      if (line.transactionId === undefined) continue;
      const payments = await komet.findPayments(companyId, line.transactionId);
      found.push(...[asBooked(line, new BookedPayments(payments).take(line))].flatMap((one) => one ?? []));
    }
    return found;
  }

  /** A charge of ours that Komet has no entry of was not typed into the Virtual Terminal, though a file may not tell who sent it. */
  explain(difference: Difference): Difference {
    const { cause, processor } = difference;
    if (cause !== 'keyed-at-virtual-terminal') return difference;
    const isOurs = this.#lost.some(({ transactionId }) => transactionId === processor[0]?.transactionId);
    return isOurs ? { ...difference, cause: 'posting-lost' } : difference;
  }

  /** Our payments of a day as Komet has them, and those that it should have and has not. */
  async #compare(db: Db | Tx, ours: readonly ReportLine[], booked: BookedPayments) {
    const lines = ours.map((line) => asBooked(line, booked.take(line)) ?? line);
    const absent = lines.filter((line, at) => line === ours[at] && line.state === 'approved');
    const postings = await this.#readPostings(db, absent);
    const isMissing = ({ id }: ReportLine) => postings.get(id) === 'lost';
    return { kept: lines.filter((line) => !isMissing(line)), missing: absent.filter(isMissing) };
  }

  async #readMoved(db: Db | Tx, booked: BookedPayments): Promise<ReportLine[]> {
    const keys = booked.left.flatMap(({ key = [] }) => key);
    if (keys.length === 0) return [];
    const ours = await readLinesOf(db, this.#asked.period.companyId, keys);
    return ours.flatMap((line) => asBooked(line, booked.take(line)) ?? []);
  }

  /** What Komet should have by now is lost; what it is still to get, or got only just now, is not. */
  async #readPostings(db: Db | Tx, absent: readonly ReportLine[]): Promise<Map<string, 'lost' | 'under-way'>> {
    if (absent.length === 0) return new Map();
    const rows = await db
      .selectFrom('outbox')
      .select(['payment_id', 'delivered_at', 'refused_at'])
      .where('company_id', '=', this.#asked.period.companyId)
      .where(sql<boolean>`payment_id = any(${absent.map(({ id }) => id)}::text[])`)
      .execute();
    const isLate = (at: string | null): boolean => at !== null && Date.parse(at) < this.#asked.askedAt - SETTLING_MS;
    return new Map(
      rows.map((row) => [row.payment_id, isLate(row.delivered_at ?? row.refused_at) ? 'lost' : 'under-way']),
    );
  }
}

/** A payment of ours as Komet has it: what somebody changed there counts. */
function asBooked(line: ReportLine, booked: KometPayment | undefined): ReportLine | undefined {
  if (!booked) return undefined;
  const { date: day, locationId, amountCents } = booked;
  return { ...line, state: 'approved', day, locationId, amountCents: amountCents + line.feeCents };
}
