import { sql } from 'kysely';
import type { Difference } from '../../../src/contract/reconciliation.js';
import type { Deps } from '../../deps.js';
import type { KometPayment } from '../../komet/port.js';
import type { Db, Tx } from '../../store/store.js';
import { BookedPayments } from './booked-payments.js';
import { KometOnly } from './komet-only.js';
import { readKometLines } from './komet-side.js';
import type { Period } from './period.js';
import type { ReportLine } from './report-lines.js';

/** How long a posting that Komet took may be missing in its list. */
const SETTLING_MS = 60_000;

/**
 * Asks Komet what stands in its books on some days. Never inside a transaction: Komet's books may live in the same store, which has one
 * connection when embedded.
 * @throws ProblemError `komet-unreachable`
 */
export async function askKomet({ komet, clock }: Deps, period: Period): Promise<KometBooks> {
  const askedAt = clock();
  const payments = await komet.listPayments(period.companyId, period);
  return new KometBooks(period, payments, askedAt);
}

/**
 * Komet's side of some days. Where Komet lists its payments, that list is the truth of what is booked, and ours only tell of them what
 * Komet doesn't know: the card, its transaction and what is still on its way.
 */
export class KometBooks {
  readonly #period: Period;
  readonly #payments: readonly KometPayment[] | undefined;
  readonly #askedAt: number;
  /** Transactions of payments that Komet no longer has, or never had. */
  readonly #lost = new Set<string | undefined>();

  constructor(period: Period, payments: readonly KometPayment[] | undefined, askedAt: number) {
    this.#period = period;
    this.#payments = payments;
    this.#askedAt = askedAt;
  }

  /** A day at a time, then what Komet alone knows. */
  async *lines(db: Db | Tx): AsyncGenerator<readonly ReportLine[]> {
    const days = readKometLines(db, this.#period);
    if (!this.#payments) {
      yield* days;
      return;
    }
    const booked = new BookedPayments(this.#payments);
    const others = new KometOnly(this.#payments);
    const left: ReportLine[] = [];
    for await (const ours of days) {
      others.learn(ours);
      const kept = ours.map((line) => asBooked(line, booked.take(line)) ?? line);
      const absent = kept.filter((line, at) => line === ours[at] && line.state === 'approved');
      const postings = await this.#readPostings(db, absent);
      const isOpen = ({ id }: ReportLine) => postings.get(id) !== 'lost';
      left.push(...absent.filter((line) => !isOpen(line)));
      yield kept.filter(isOpen);
    }
    const typed = left.map((line) => ({ line, found: asBooked(line, booked.takeTyped(line)) }));
    for (const { line, found } of typed) if (!found) this.#lost.add(line.transactionId);
    yield typed.flatMap(({ found }) => found ?? []);
    yield booked.left.filter(({ amountCents }) => amountCents !== 0).map((payment) => others.lineOf(payment));
  }

  /** A charge of ours that Komet has no entry of was not typed into the Virtual Terminal, though a file may not tell who sent it. */
  explain(difference: Difference): Difference {
    const { cause, processor } = difference;
    const isOurs = cause === 'keyed-at-virtual-terminal' && this.#lost.has(processor[0]?.transactionId);
    return isOurs ? { ...difference, cause: 'posting-lost' } : difference;
  }

  /** What Komet should have by now is lost; what it is still to get, or got only just now, is not. */
  async #readPostings(db: Db | Tx, absent: readonly ReportLine[]): Promise<Map<string, 'lost' | 'under-way'>> {
    if (absent.length === 0) return new Map();
    const rows = await db
      .selectFrom('outbox')
      .select(['payment_id', 'delivered_at', 'refused_at'])
      .where('company_id', '=', this.#period.companyId)
      .where(sql<boolean>`payment_id = any(${absent.map(({ id }) => id)}::text[])`)
      .execute();
    const isLate = (at: string | null): boolean => at !== null && Date.parse(at) < this.#askedAt - SETTLING_MS;
    return new Map(
      rows.map((row) => [row.payment_id, isLate(row.delivered_at ?? row.refused_at) ? 'lost' : 'under-way']),
    );
  }
}

/** A payment of ours as Komet has it: what somebody changed there counts. */
function asBooked(line: ReportLine, booked: KometPayment | undefined): ReportLine | undefined {
  return booked && { ...line, state: 'approved', day: booked.date, amountCents: booked.amountCents + line.feeCents };
}
