import { TRAIT, type Columns } from '../../src/domain/reconcile/columns.js';
import { FOUND, type Found, type Outcome } from './outcome.js';

const [AGREE, OUTSIDE, NO_MONEY, VOIDED, NOT_IN_KOMET, NOT_AT_PROCESSOR, MONEY, PLACE, DAY, DECLINED] = FOUND.keys();
type Code = number | undefined;

/** The least that can be done: one hash join over typed arrays that counts what it can tell apart; no causes, no positions, no rules. */
export function joinFloor(komet: Columns, processor: Columns): Outcome {
  const tally = new Tally();
  const bits = Math.ceil(Math.log2(processor.length * 2 + 1));
  const slots = new Int32Array(1 << bits);
  const ids = processor.transaction;
  for (let b = 0; b < processor.length; b++) {
    let slot = Math.imul(ids[b] as number, 0x9e3779b1) >>> (32 - bits);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = b + 1;
  }
  const met = new Uint8Array(processor.length);
  for (let a = 0; a < komet.length; a++) {
    const id = komet.transaction[a] as number;
    let slot = Math.imul(id, 0x9e3779b1) >>> (32 - bits);
    let b = (slots[slot] as number) - 1;
    while (b !== -1 && ids[b] !== id) {
      slot = (slot + 1) & (slots.length - 1);
      b = (slots[slot] as number) - 1;
    }
    if (b === -1) {
      tally.add((komet.traits[a] as number) & TRAIT.void ? VOIDED : NOT_AT_PROCESSOR, inRangeCents(komet, a));
    } else {
      met[b] = 1;
      tally.add(codeOf(komet, a, processor, b), inRangeCents(komet, a) - inRangeCents(processor, b));
    }
  }
  for (let b = 0; b < processor.length; b++) if (met[b] === 0) tally.add(NOT_IN_KOMET, -inRangeCents(processor, b));
  return tally.outcome();
}

class Tally {
  readonly #counts = new Int32Array(FOUND.length);
  readonly #cents = new Float64Array(FOUND.length);

  add(code: Code, cents: number): void {
    (this.#counts[code as number] as number)++;
    (this.#cents[code as number] as number) += cents;
  }

  outcome(): Outcome {
    const rows = FOUND.map((found, at) => [found, { count: this.#counts[at], cents: this.#cents[at] }]);
    return Object.fromEntries(rows) as Record<Found, { count: number; cents: number }>;
  }
}

const NO_MONEY_MOVED = TRAIT.declined | TRAIT.voided;

function inRangeCents({ traits, amountCents }: Columns, at: number): number {
  const moved = ((traits[at] as number) & (TRAIT.inRange | NO_MONEY_MOVED)) === TRAIT.inRange;
  return moved ? (amountCents[at] as number) : 0;
}

function codeOf(komet: Columns, a: number, processor: Columns, b: number): Code {
  const own = komet.traits[a] as number;
  const other = processor.traits[b] as number;
  if (((own | other) & TRAIT.inRange) === 0) return OUTSIDE;
  if ((own | other) & NO_MONEY_MOVED) {
    return other & TRAIT.voided ? VOIDED : own & TRAIT.declined ? NO_MONEY : DECLINED;
  }
  if (komet.amountCents[a] !== processor.amountCents[b]) return MONEY;
  if (komet.location[a] !== processor.location[b]) return PLACE;
  return own === other ? AGREE : DAY;
}
