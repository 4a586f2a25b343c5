import { BRANDS } from '../../../src/contract/card.js';
import type { Deposit, SideTotals } from '../../../src/contract/reconciliation.js';
import { ENTRY_KINDS } from '../../../src/contract/reconciliation-words.js';
import { contributionCents } from '../../../src/domain/reconcile/entry.js';
import { linesInRange, type ReportLine, type ReportSide } from './report-lines.js';

/** What the lines of the compared days add up to; only what moved money counts. */
export class Totals {
  readonly #all = new Sums();
  readonly #byKind = new Sums();
  readonly #byBrand = new Sums();
  readonly #byBatch = new Sums();

  constructor(side: ReportSide) {
    for (const line of linesInRange(side)) {
      const cents = contributionCents(line);
      if (cents !== 0) this.#add(line, cents);
    }
  }

  #add({ kind, brand = 'other', terminalId = '', batchId = '' }: ReportLine, cents: number): void {
    this.#all.add('', cents);
    this.#byKind.add(kind, cents);
    this.#byBrand.add(BRANDS.find((known) => known === brand) ?? 'other', cents);
    this.#byBatch.add(`${terminalId}|${batchId}`, cents);
  }

  get totals(): SideTotals {
    const { count, cents: netCents } = this.#all.of('');
    return { count, netCents, byKind: this.#byKind.list(ENTRY_KINDS, 'kind'), byBrand: this.#brands() };
  }

  get deposit(): Deposit {
    const batches = [...this.#byBatch.keys()].sort();
    return {
      cents: this.#all.of('').cents,
      byBrand: this.#brands(),
      byBatch: batches.map((key) => {
        const [terminalId, batchId = ''] = key.split('|');
        return { batchId, ...(terminalId && { terminalId }), ...this.#byBatch.of(key) };
      }),
    };
  }

  #brands() {
    return this.#byBrand.list(BRANDS, 'brand');
  }
}

interface Sum {
  readonly count: number;
  readonly cents: number;
}

const NOTHING: Sum = { count: 0, cents: 0 };

class Sums {
  readonly #sums = new Map<string, Sum>();

  add(key: string, added: number): void {
    const { count, cents } = this.of(key);
    this.#sums.set(key, { count: count + 1, cents: cents + added });
  }

  of(key: string): Sum {
    return this.#sums.get(key) ?? NOTHING;
  }

  keys(): Iterable<string> {
    return this.#sums.keys();
  }

  /** The keys that have lines, in the given order. */
  list<Key extends string, Name extends string>(keys: readonly Key[], name: Name): (Record<Name, Key> & Sum)[] {
    const filled = keys.filter((key) => this.#sums.has(key));
    return filled.map((key) => ({ ...({ [name]: key } as Record<Name, Key>), ...this.of(key) }));
  }
}
