import { atSamePlace, columnsOf, contributionAt, LocationCodes, remembered, TRAIT, type Columns } from './columns.js';
import type { DayRange, Entry } from './entry.js';
import { explainPair } from './explain-pair.js';
import { explainAlone } from './explain-alone.js';
import type { Matching } from './key-join.js';
import { compareText, matchEntries } from './matching.js';
import {
  groupCode,
  MATCH_RULES,
  type Difference,
  type DifferenceKind,
  type Group,
  type Reconciliation,
} from './result.js';
import { DIFFERENCE_KINDS, type Cause } from './result.js';
import { cancellingVoid, reversalsByParent, sameDays, type Reversals } from './reversals.js';
import { uint8Room } from './room.js';

/**
 * Compares Komet's payments with the processor's transactions and explains every cent between them. Every entry ends in exactly
 * one group; the order of the lists doesn't matter. Entries around the range belong in the lists too, see `DayRange`.
 *
 * @example Komet {T1 +250, T1' −250, T2 +60} against the processor's {T1 voided, T2 +60} is balanced at 60.00.
 */
export function reconcile(komet: readonly Entry[], processor: readonly Entry[], range: DayRange): Reconciliation {
  const locations = new LocationCodes();
  return compare(columnsOf(komet, range, locations), columnsOf(processor, range, locations));
}

/**
 * The same for sides that are columns already, e.g. filled while rows stream in: no entry is asked for unless columns alone can't
 * tell what it is, and none twice. Both sides number their locations alike.
 */
export function reconcileColumns(komet: Columns, processor: Columns): Reconciliation {
  return compare(remembered(komet), remembered(processor));
}

function compare(komet: Columns, processor: Columns): Reconciliation {
  const run = new Run(komet, processor, matchEntries(komet, processor));
  run.settlePlainPairs();
  run.settleVoidedPairs();
  run.explainPairs();
  run.explainAlone();
  return run.result();
}

const MATCHED = groupCode('matched');
const OUTSIDE = groupCode('outside');
const NONE = 255;
/** Traits that make a pair worth a closer look even when its amounts agree. */
const UNPLAIN = TRAIT.void | TRAIT.declined | TRAIT.voided;

class Run {
  readonly #komet: Columns;
  readonly #processor: Columns;
  readonly #matching: Matching;
  readonly #kometGroup: Uint8Array;
  readonly #processorGroup: Uint8Array;
  readonly #differences: Difference[] = [];
  /** Komet positions of pairs that are not plainly equal, and of entries without a counterpart. */
  readonly #oddPairs: number[] = [];
  readonly #aloneInKomet: number[] = [];
  readonly #aloneAtProcessor: number[] = [];
  /** Of the pairs in the range that are plainly equal. */
  #agreedCents = 0;

  constructor(komet: Columns, processor: Columns, matching: Matching) {
    this.#komet = komet;
    this.#processor = processor;
    this.#matching = matching;
    this.#kometGroup = uint8Room(komet.length).fill(NONE);
    this.#processorGroup = uint8Room(processor.length).fill(NONE);
  }

  settlePlainPairs(): void {
    const { traits, amountCents } = this.#komet;
    const { traits: otherTraits, amountCents: otherCents } = this.#processor;
    const { komet: match, processor: otherMatch } = this.#matching;
    const [group, otherGroup] = [this.#kometGroup, this.#processorGroup];
    const isSamePlace = atSamePlace(this.#komet, this.#processor);
    let agreedCents = 0;
    for (let a = 0; a < match.length; a++) {
      const b = match[a] as number;
      if (b === -1) {
        this.#aloneInKomet.push(a);
        continue;
      }
      const trait = traits[a] as number;
      const plain =
        ((trait ^ (otherTraits[b] as number)) & ~TRAIT.extras) === 0 &&
        amountCents[a] === otherCents[b] &&
        (trait & UNPLAIN) === 0 &&
        isSamePlace(a, b);
      if (!plain) this.#oddPairs.push(a);
      else if (trait & TRAIT.inRange) {
        group[a] = otherGroup[b] = MATCHED;
        agreedCents += amountCents[a] as number;
      } else group[a] = otherGroup[b] = OUTSIDE;
    }
    this.#agreedCents = agreedCents;
    for (let b = 0; b < otherMatch.length; b++) if (otherMatch[b] === -1) this.#aloneAtProcessor.push(b);
  }

  /** Same-day charge backs: the sale, its void and whatever stands for them on the other side (example 8 of the rules). */
  settleVoidedPairs(): void {
    const oddAtProcessor = this.#oddPairs.map((a) => this.#matching.komet[a] as number);
    const inKomet = reversalsByParent(this.#komet, [...this.#oddPairs, ...this.#aloneInKomet]);
    const atProcessor = reversalsByParent(this.#processor, [...oddAtProcessor, ...this.#aloneAtProcessor]);
    for (const a of [...this.#oddPairs, ...this.#aloneInKomet]) this.#settleVoided(a, 'komet', inKomet);
    for (const b of [...oddAtProcessor, ...this.#aloneAtProcessor]) this.#settleVoided(b, 'processor', atProcessor);
  }

  #settleVoided(sale: number, side: 'komet' | 'processor', reversals: Reversals): void {
    const own = side === 'komet' ? this.#komet : this.#processor;
    const reversal = cancellingVoid(own, sale, reversals);
    if (reversal === undefined || !this.#isOpen(side, sale) || !this.#isOpen(side, reversal)) return;
    if (!this.#movesNothingElsewhere(side, sale) || !this.#movesNothingElsewhere(side, reversal)) return;
    if (!sameDays(own, sale, reversal)) {
      this.#settleVoidedLater(side, sale, reversal);
      return;
    }
    const group: Group = (own.traits[sale] as number) & TRAIT.inRange ? 'voided-pair' : 'outside';
    for (const position of [sale, reversal]) this.#assign(side, position, group);
  }

  /** A sale of the evening that was voided after midnight, before its batch closed: each of the two days is off by it. */
  #settleVoidedLater(side: 'komet' | 'processor', sale: number, reversal: number): void {
    const { traits } = side === 'komet' ? this.#komet : this.#processor;
    const [counted, other] = (traits[sale] as number) & TRAIT.inRange ? [sale, reversal] : [reversal, sale];
    this.#assign(side, other, 'outside');
    this.#assign(side, counted, 'later-batch');
    const counterpart = this.#matching[side][counted] as number;
    const [own, their] = [[counted], counterpart === -1 ? [] : [counterpart]];
    if (side === 'komet') this.#differ('later-batch', 'refund-booked-later', own, their);
    else this.#differ('later-batch', 'refund-settles-later', their, own);
  }

  #isOpen(side: 'komet' | 'processor', position: number): boolean {
    return this.#groupsOf(side)[position] === NONE;
  }

  /** Whether the other side holds nothing against an entry, or something without money, such as a voided sale. */
  #movesNothingElsewhere(side: 'komet' | 'processor', position: number): boolean {
    const other = side === 'komet' ? this.#processor : this.#komet;
    const counterpart = this.#matching[side][position] as number;
    return counterpart === -1 || contributionAt(other, counterpart) === 0;
  }

  /** Puts an entry and its counterpart, where it has one, into a group. */
  #assign(side: 'komet' | 'processor', position: number, group: Group): void {
    this.#groupsOf(side)[position] = groupCode(group);
    const counterpart = this.#matching[side][position] as number;
    const otherSide = side === 'komet' ? 'processor' : 'komet';
    if (counterpart !== -1) this.#groupsOf(otherSide)[counterpart] = groupCode(group);
  }

  #groupsOf(side: 'komet' | 'processor'): Uint8Array {
    return side === 'komet' ? this.#kometGroup : this.#processorGroup;
  }

  explainPairs(): void {
    for (const a of this.#oddPairs) {
      if (this.#kometGroup[a] !== NONE) continue;
      const b = this.#matching.komet[a] as number;
      const verdict = explainPair({ komet: this.#komet, processor: this.#processor, a, b });
      this.#assign('komet', a, verdict.group);
      if (verdict.cause) this.#differ(verdict.group as DifferenceKind, verdict.cause, [a], [b]);
    }
  }

  explainAlone(): void {
    this.#explainSide('komet', this.#aloneInKomet);
    this.#explainSide('processor', this.#aloneAtProcessor);
  }

  #explainSide(side: 'komet' | 'processor', alone: readonly number[]): void {
    const own = side === 'komet' ? this.#komet : this.#processor;
    const open = alone.filter((position) => this.#groupsOf(side)[position] === NONE);
    for (const { position, group, cause } of explainAlone(side, own, open)) {
      this.#groupsOf(side)[position] = groupCode(group);
      if (!cause) continue;
      if (side === 'komet') this.#differ(group as DifferenceKind, cause, [position], []);
      else this.#differ(group as DifferenceKind, cause, [], [position]);
    }
  }

  #differ(kind: DifferenceKind, cause: Cause, komet: number[], processor: number[]): void {
    const cents = sumInRange(this.#komet, komet) - sumInRange(this.#processor, processor);
    const rule = komet.length > 0 ? MATCH_RULES[this.#matching.kometRule[komet[0] as number] as number] : undefined;
    this.#differences.push({ kind, cause, komet, processor, cents, ...(rule && { rule }) });
  }

  result(): Reconciliation {
    const differences = this.#differences.sort((a, b) => Math.abs(b.cents) - Math.abs(a.cents) || this.#byIds(a, b));
    const { komet, processor, kometRule, processorRule } = this.#matching;
    const oddAtProcessor = this.#oddPairs.map((a) => komet[a] as number);
    const kometCents =
      this.#agreedCents + sumInRange(this.#komet, this.#oddPairs) + sumInRange(this.#komet, this.#aloneInKomet);
    const processorCents =
      this.#agreedCents +
      sumInRange(this.#processor, oddAtProcessor) +
      sumInRange(this.#processor, this.#aloneAtProcessor);
    return {
      komet: { match: komet, group: this.#kometGroup, rule: kometRule, totalCents: kometCents },
      processor: { match: processor, group: this.#processorGroup, rule: processorRule, totalCents: processorCents },
      differences,
      offCents: kometCents - processorCents,
      balanced: differences.length === 0,
    };
  }

  #byIds(a: Difference, b: Difference): number {
    const kinds = DIFFERENCE_KINDS.indexOf(a.kind) - DIFFERENCE_KINDS.indexOf(b.kind);
    return kinds || compareText(this.#idOf(a), this.#idOf(b));
  }

  #idOf({ komet, processor }: Difference): string {
    if (komet.length > 0) return this.#komet.entry(komet[0] as number).id;
    return this.#processor.entry(processor[0] as number).id;
  }
}

const sumInRange = (side: Columns, positions: readonly number[]): number =>
  positions.reduce((sum, at) => sum + ((side.traits[at] as number) & TRAIT.inRange ? contributionAt(side, at) : 0), 0);
