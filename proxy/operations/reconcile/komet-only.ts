import type { KometPayment } from '../../komet/port.js';
import { present } from './present.js';
import type { ReportLine } from './report-lines.js';

/** The number of a transaction, as a person copies it from the Virtual Terminal. */
const TRANSACTION_NUMBER = /^\d{6,}$/;

/** Makes lines of what Komet alone knows; a negative payment with the reference of a sale gives that sale back. */
export class KometOnly {
  readonly #sales = new Set<string>();
  readonly #wanted: ReadonlySet<string | undefined>;

  constructor(payments: readonly KometPayment[]) {
    this.#wanted = new Set(payments.flatMap((one) => (one.amountCents < 0 ? one.reference : undefined)));
    for (const { amountCents, reference } of payments) if (amountCents > 0 && reference) this.#sales.add(reference);
  }

  learn(ours: readonly ReportLine[]): void {
    for (const { kind, transactionId } of ours) {
      if (kind === 'sale' && transactionId !== undefined && this.#wanted.has(transactionId)) {
        this.#sales.add(transactionId);
      }
    }
  }

  lineOf({ id, key, date, locationId, amountCents, reference, customerName, controlNumber }: KometPayment): ReportLine {
    const takesBack = amountCents < 0 && reference !== undefined && this.#sales.has(reference);
    const isNumber = reference !== undefined && TRANSACTION_NUMBER.test(reference);
    return {
      id: `komet-${id}`,
      kind: amountCents > 0 ? 'sale' : takesBack ? 'void' : 'refund',
      state: 'approved',
      amountCents,
      feeCents: 0,
      tipCents: 0,
      day: date,
      locationId,
      ...present({
        orderId: key,
        reference,
        customerName,
        controlNumber,
        parentId: takesBack ? reference : undefined,
        transactionId: isNumber && !takesBack ? reference : undefined,
      }),
    };
  }
}
