import type { KometPayment } from '../../komet/port.js';
import type { ReportLine } from './report-lines.js';

/** Komet's payments of some days, each given out once: to the payment of ours that it stands for. */
export class BookedPayments {
  readonly #left: Set<KometPayment>;
  readonly #byKey = new Map<string, KometPayment[]>();
  readonly #byReference = new Map<string, KometPayment[]>();
  /** Those that nobody posted. */
  readonly #byFacts = new Map<string, KometPayment[]>();

  constructor(payments: readonly KometPayment[]) {
    const sorted = [...payments].sort((a, b) => (a.id < b.id ? -1 : 1));
    this.#left = new Set(sorted);
    for (const payment of sorted) {
      if (payment.key === undefined) add(this.#byFacts, factsOf(payment), payment);
      else add(this.#byKey, payment.key, payment);
      if (payment.reference !== undefined) add(this.#byReference, signed(payment, payment.reference), payment);
    }
  }

  /** What nobody has taken. */
  get left(): readonly KometPayment[] {
    return [...this.#left];
  }

  /**
   * Komet's entry of a payment of ours: by our own key, or by the check reference, which for a reversal that a person entered may be
   * that of its payment.
   */
  take(line: ReportLine): KometPayment | undefined {
    const references = [line.transactionId, line.id, line.parentId].flatMap((text) => text ?? []);
    const found = [
      ...(this.#byKey.get(line.id) ?? []),
      ...references.flatMap((text) => this.#byReference.get(signed(line, text)) ?? []),
    ];
    return this.#given(found.find((payment) => this.#left.has(payment)));
  }

  /** Komet's entry of a payment that a person had to enter, where the check reference doesn't tell: same day, customer and money. */
  takeTyped(line: ReportLine): KometPayment | undefined {
    const { day: date, customerName, amountCents, feeCents } = line;
    const typed = this.#byFacts.get(factsOf({ date, customerName, amountCents: amountCents - feeCents }));
    return this.#given(typed?.find((payment) => this.#left.has(payment)));
  }

  #given(payment: KometPayment | undefined): KometPayment | undefined {
    if (payment) this.#left.delete(payment);
    return payment;
  }
}

function add(map: Map<string, KometPayment[]>, text: string, payment: KometPayment): void {
  const known = map.get(text);
  if (known) known.push(payment);
  else map.set(text, [payment]);
}

const signed = ({ amountCents }: { amountCents: number }, text: string): string =>
  `${amountCents < 0 ? '-' : '+'}${text}`;

type Facts = Pick<KometPayment, 'date' | 'amountCents'> & { readonly customerName?: string | undefined };

const factsOf = ({ date, amountCents, customerName = '' }: Facts): string => `${date}|${amountCents}|${customerName}`;
