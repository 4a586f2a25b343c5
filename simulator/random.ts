/** Deterministic pseudo random numbers, so that one seed always gives the same ids and approval codes. */
export interface Random {
  /** Whole number in [0, below). */
  below(limit: number): number;
  hex(length: number): string;
}

/** `draws` counts what was taken, so that a restarted simulator can continue the series. */
export function createRandom(seed: number, counter: { draws: number }): Random {
  const below = (limit: number) => Math.floor(mulberry32(seed + 0x6d2b79f5 * ++counter.draws) * limit);
  return {
    below,
    hex: (length) => Array.from({ length }, () => below(16).toString(16)).join(''),
  };
}

function mulberry32(state: number): number {
  let mixed = state | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
}
