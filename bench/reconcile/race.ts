import assert from 'node:assert/strict';
import { median } from '../run-page.js';
import type { Contestant, Round } from './contestant.js';

export interface Times {
  /** The first round of a process that has done nothing before. */
  readonly coldMs: number;
  readonly ms: number;
}

const ROUNDS = 7;

/**
 * Median times, taken in turns, so that whatever else the machine does falls on all of them alike. A contestant that finds something
 * else than the first did other work: its time says nothing, and it throws.
 */
export async function race<Name extends string>(
  contestants: Readonly<Record<Name, Pick<Contestant<Round<unknown>>, 'run'>>>,
): Promise<Record<Name, Times>> {
  const names = Object.keys(contestants) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  let expected: unknown;
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of names) {
      const { ms, result } = await contestants[name].run();
      expected ??= result;
      assert.deepEqual(result, expected, `${name} finds something else`);
      times[name].push(ms);
    }
  }
  const told = names.map((name) => [name, { coldMs: times[name][0], ms: median(times[name]) }]);
  return Object.fromEntries(told) as Record<Name, Times>;
}
