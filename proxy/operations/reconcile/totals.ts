import { BRANDS } from '../../../src/contract/card.js';
import type { Deposit, SideTotals } from '../../../src/contract/reconciliation.js';
import { ENTRY_KINDS } from '../../../src/contract/reconciliation-words.js';
import { TRAIT } from '../../../src/domain/reconcile/columns.js';
import { contributionCents } from '../../../src/domain/reconcile/entry.js';
import { groupCode, type SideResult } from '../../../src/domain/reconcile/result.js';
import type { ReportLine, ReportSide } from './report-lines.js';

const VOIDED_PAIR = groupCode('voided-pair');

/** What the lines of the compared days add up to; only what moved money counts, and voided pairs stand by themselves. */
export class Totals {
  readonly #all = new Sums();
  readonly #voided = new Sums();
  readonly #byKind = new Sums();
  readonly #byBrand = new Sums();
  readonly #byBatch = new Sums();

  constructor(side: ReportSide, { group }: Pick<SideResult, 'group'>) {
    for (let position = 0; position < side.length; position++) {
      if (!((side.traits[position] as number) & TRAIT.inRange)) continue;
      this.#add(side.entry(position), group[position] === VOIDED_PAIR);
    }
  }

  #add(line: ReportLine, isVoidedPair: boolean): void {
    const { kind, brand, terminalId = '', batchId = '' } = line;
    const cents = contributionCents(line);
    if (cents === 0 && !isVoidedPair) return;
    this.#all.add('', cents);
    if (cents !== 0) this.#byBatch.add(`${terminalId}|${batchId}`, cents);
    if (isVoidedPair) {
      this.#voided.add('', cents);
      return;
    }
    this.#byKind.add(kind, cents);
    this.#byBrand.add(BRANDS.find((known) => known === brand) ?? 'other', cents);
  }

  get totals(): SideTotals {
    const { count, cents: netCents } = this.#all.of('');
    const voidedPairs = this.#voided.of('');
    return {
      count,
      netCents,
      ...(voidedPairs.count > 0 && { voidedPairs }),
      byKind: this.#byKind.list(ENTRY_KINDS, 'kind'),
      byBrand: this.#brands(),
    };
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
