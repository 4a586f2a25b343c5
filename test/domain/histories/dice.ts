/** Mulberry32: the same seed makes the same history. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A whole number from 0 up to, not including, `below`. */
  under(below: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  }

  between(least: number, most: number): number {
    return least + this.under(most - least + 1);
  }

  chance(percent: number): boolean {
    return this.under(100) < percent;
  }

  one<T>(items: readonly [T, ...T[]]): T {
    return items[this.under(items.length)] as T;
  }

  shuffled<T>(items: readonly T[]): T[] {
    const cards = [...items];
    for (let at = cards.length - 1; at > 0; at--) {
      const other = this.under(at + 1);
      [cards[at], cards[other]] = [cards[other] as T, cards[at] as T];
    }
    return cards;
  }
}
