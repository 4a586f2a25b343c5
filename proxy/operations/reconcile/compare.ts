import type { Difference, ReconciliationEntry, ReconciliationGroup } from '../../../src/contract/reconciliation.js';
import { reconcileColumns } from '../../../src/domain/reconcile/reconcile.js';
import { groupCode, groupName, MATCH_RULES, type Reconciliation } from '../../../src/domain/reconcile/result.js';
import type { Findings } from '../../store/reconciliation-tables.js';
import type { ReportLine, ReportSide } from './report-lines.js';
import { Totals } from './totals.js';

export interface Comparison {
  /** Made one after the other: all of them are never there at once. */
  readonly groups: () => Iterable<ReconciliationGroup>;
  readonly differences: Difference[];
  readonly findings: Omit<Findings, 'cutOffs' | 'hasOpenBatch'>;
}

/** Compares two reports and adds up what each holds; lines of other days are left out. */
export function compareReports(komet: ReportSide, processor: ReportSide): Comparison {
  const result = reconcileColumns(komet, processor);
  const { totals, deposit } = new Totals(processor, result.processor);
  return {
    groups: () => groupsOf(result, komet, processor),
    differences: result.differences.map((one) => differenceOf(one, komet, processor)),
    findings: {
      totals: { komet: new Totals(komet, result.komet).totals, processor: totals },
      offCents: result.offCents,
      balanced: result.balanced,
      groupCount: countGroups(result),
      deposit,
    },
  };
}

const OUTSIDE = groupCode('outside');

function countGroups({ komet, processor }: Reconciliation): number {
  let count = 0;
  for (const code of komet.group) if (code !== OUTSIDE) count++;
  for (const [at, code] of processor.group.entries()) if (code !== OUTSIDE && processor.match[at] === -1) count++;
  return count;
}

function* groupsOf(
  { komet: own, processor: other }: Reconciliation,
  komet: ReportSide,
  processor: ReportSide,
): Generator<ReconciliationGroup> {
  let index = 0;
  for (let a = 0; a < komet.length; a++) {
    const code = own.group[a] as number;
    if (code === OUTSIDE) continue;
    const b = own.match[a] as number;
    const counterpart = b === -1 ? undefined : processor.entry(b);
    yield { index: index++, ...groupOf(code, own.rule[a] as number, komet.entry(a), counterpart) };
  }
  for (let b = 0; b < processor.length; b++) {
    const code = other.group[b] as number;
    if (code === OUTSIDE || other.match[b] !== -1) continue;
    yield { index: index++, ...groupOf(code, -1, undefined, processor.entry(b)) };
  }
}

function groupOf(code: number, ruleAt: number, a: ReportLine | undefined, b: ReportLine | undefined) {
  const rule = MATCH_RULES[ruleAt];
  return {
    group: groupName(code),
    ...(rule && { rule }),
    ...(a && { komet: shown(a) }),
    ...(b && { processor: shown(b) }),
  };
}

function shown({ orderId: _, parentId: __, ...entry }: ReportLine): ReconciliationEntry {
  return entry;
}

function differenceOf(
  { kind, cause, cents, rule, komet: ours, processor: theirs }: Reconciliation['differences'][number],
  komet: ReportSide,
  processor: ReportSide,
): Difference {
  const own = ours.map((at) => shown(komet.entry(at)));
  const other = theirs.map((at) => shown(processor.entry(at)));
  const id = [kind, ...own.map((entry) => `k${entry.id}`), ...other.map((entry) => `p${entry.id}`)].join('.');
  return { id, kind, cause, cents, ...(rule && { rule }), komet: own, processor: other };
}
