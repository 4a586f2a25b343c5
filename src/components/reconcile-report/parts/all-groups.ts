import type { ReconciliationGroup } from '../../../contract/reconciliation.js';
import type { GroupFilter, ReadGroups } from './group-pages.js';

const PAGE = 2_000;

export interface Reading {
  readonly read: ReadGroups;
  readonly filter: GroupFilter;
  readonly signal: AbortSignal;
  /** Told how many lines are there, of how many. */
  readonly onCount: (done: number, total: number) => void;
}

/** Every line that a filter leaves, `most` at most. */
export async function allGroups(
  { read, filter, signal, onCount }: Reading,
  most = Infinity,
): Promise<{ groups: ReconciliationGroup[]; total: number }> {
  const groups: ReconciliationGroup[] = [];
  let total: number;
  do {
    const limit = String(Math.min(PAGE, most - groups.length));
    const page = await read({ ...filter, limit, offset: String(groups.length) }, signal);
    groups.push(...page.groups);
    total = page.total;
    onCount(groups.length, total);
  } while (groups.length < Math.min(total, most));
  return { groups, total };
}
