import type { DifferenceKind, Reconciliation } from '../../src/domain/reconcile/result.js';
import { groupCode } from '../../src/domain/reconcile/result.js';

/** What every contestant has to find: how many lines or pairs of each kind, and the cents between Komet and the processor they make. */
export const FOUND = [
  'agree',
  'outside',
  'no-money',
  'voided',
  'missing-in-komet',
  'missing-at-processor',
  'money',
  'place',
  'day',
  'declined',
] as const;
export type Found = (typeof FOUND)[number];

export type Outcome = Record<Found, { count: number; cents: number }>;

export const noOutcome = (): Outcome =>
  Object.fromEntries(FOUND.map((found) => [found, { count: 0, cents: 0 }])) as Outcome;

/** Ours tells more apart than one join can: what is finer is added up. */
const COARSE: Record<Exclude<DifferenceKind, 'duplicate'>, Found> = {
  'missing-in-komet': 'missing-in-komet',
  'missing-at-processor': 'missing-at-processor',
  amount: 'money',
  sign: 'money',
  fee: 'money',
  tip: 'money',
  'later-batch': 'day',
  'cut-off': 'day',
  'wrong-location': 'place',
  'wrong-terminal': 'place',
  'declined-but-booked': 'declined',
};

export function outcomeOf({ komet, differences }: Reconciliation): Outcome {
  const outcome = noOutcome();
  for (const { kind, cents, komet: own } of differences) {
    const duplicate = own.length > 0 ? 'missing-at-processor' : 'missing-in-komet';
    const found = outcome[kind === 'duplicate' ? duplicate : COARSE[kind]];
    found.count++;
    found.cents += cents;
  }
  const counts = new Map<number, number>();
  for (const code of komet.group) counts.set(code, (counts.get(code) ?? 0) + 1);
  const countOf = (group: Parameters<typeof groupCode>[0]) => counts.get(groupCode(group)) ?? 0;
  outcome.agree.count = countOf('matched');
  outcome.outside.count = countOf('outside');
  outcome['no-money'].count = countOf('no-money');
  outcome.voided.count = countOf('voided-pair');
  return outcome;
}
