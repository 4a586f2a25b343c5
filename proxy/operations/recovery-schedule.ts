const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** When an unknown outcome is looked up again, counted from its sending. */
const EARLY_LOOKS = [5 * SECOND, 15 * SECOND, 30 * SECOND, MINUTE, 2 * MINUTE, 5 * MINUTE] as const;
const LATER_LOOK = 15 * MINUTE;

/** When a sale that was given up is looked for again, counted from its sending. */
const WATCH = [15 * MINUTE, HOUR, 6 * HOUR, 24 * HOUR] as const;

/** What a person has to settle is still looked up, should the gateway settle it after all. */
export const REVIEW_LOOK = HOUR;

/** A watched sale that could not be looked for is looked for again this soon. */
export const WATCH_RETRY = LATER_LOOK;

/** How long to wait before the next look at an unknown outcome of this age, ms. */
export function nextLook(age: number): number {
  const early = EARLY_LOOKS.find((look) => look > age);
  if (early !== undefined) return early - age;
  return Math.min(LATER_LOOK, Math.max(age / 2, MINUTE));
}

/** How long to wait before the next look at a given-up sale of this age, ms; undefined when it was watched long enough. */
export function nextWatch(age: number): number | undefined {
  const watch = WATCH.find((look) => look > age);
  return watch === undefined ? undefined : watch - age;
}
