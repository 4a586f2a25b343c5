import { BRANDS } from '../../../src/contract/card.js';
import type {
  Difference,
  ReconciliationEntry,
  ReconciliationGroup,
  SideTotals,
} from '../../../src/contract/reconciliation.js';
import { ENTRY_KINDS } from '../../../src/contract/reconciliation-words.js';
import { contributionCents, isInRange, type DayRange, type Entry } from '../../../src/domain/reconcile/entry.js';
import { reconcile } from '../../../src/domain/reconcile/reconcile.js';
import { groupName, MATCH_RULES, type Reconciliation } from '../../../src/domain/reconcile/result.js';
import type { Findings } from '../../store/reconciliation-tables.js';
import type { ReportLine } from './komet-side.js';

export interface Comparison {
  readonly groups: ReconciliationGroup[];
  readonly differences: Difference[];
  readonly findings: Omit<Findings, 'cutOffs' | 'hasOpenBatch'>;
}

/** Compares two reports and adds up what each holds; lines of other days are left out. */
export function compareReports(
  komet: readonly ReportLine[],
  processor: readonly ReportLine[],
  range: DayRange,
): Comparison {
  const result = reconcile(asReturned(komet, processor), processor, range);
  const groups = groupsOf(result, komet, processor);
  return {
    groups,
    differences: result.differences.map((one) => differenceOf(one, komet, processor)),
    findings: {
      totals: { komet: totalsOf(komet, range), processor: totalsOf(processor, range) },
      offCents: result.offCents,
      balanced: result.balanced,
      groupCount: groups.length,
      deposit: depositOf(processor.filter((line) => isInRange(line, range))),
    },
  };
}

/** What somebody gave back at the Virtual Terminal is a refund where the processor shows one, and a void otherwise. */
function asReturned(komet: readonly ReportLine[], processor: readonly ReportLine[]): readonly ReportLine[] {
  const refunded = new Set(processor.flatMap(({ kind, parentId = [] }) => (kind === 'refund' ? parentId : [])));
  return komet.map((line) =>
    line.kind === 'void' && line.parentId !== undefined && refunded.has(line.parentId)
      ? { ...line, kind: 'refund' as const }
      : line,
  );
}

function groupsOf(
  { komet: own, processor: other }: Reconciliation,
  komet: readonly ReportLine[],
  processor: readonly ReportLine[],
): ReconciliationGroup[] {
  const groups: ReconciliationGroup[] = [];
  const add = (code: number, ruleAt: number, a?: ReportLine, b?: ReportLine) => {
    const group = groupName(code);
    if (group === 'outside') return;
    const rule = MATCH_RULES[ruleAt];
    groups.push({
      index: groups.length,
      group,
      ...(rule && { rule }),
      ...(a && { komet: shown(a) }),
      ...(b && { processor: shown(b) }),
    });
  };
  komet.forEach((line, at) =>
    add(own.group[at] as number, own.rule[at] as number, line, processor[own.match[at] as number]),
  );
  processor.forEach((line, at) => {
    if (other.match[at] === -1) add(other.group[at] as number, -1, undefined, line);
  });
  return groups;
}

function shown({ orderId: _, parentId: __, ...entry }: ReportLine): ReconciliationEntry {
  return entry;
}

function differenceOf(
  { kind, cause, cents, rule, komet: ours, processor: theirs }: Reconciliation['differences'][number],
  komet: readonly ReportLine[],
  processor: readonly ReportLine[],
): Difference {
  const own = ours.map((at) => shown(komet[at] as ReportLine));
  const other = theirs.map((at) => shown(processor[at] as ReportLine));
  const id = [kind, ...own.map((entry) => `k${entry.id}`), ...other.map((entry) => `p${entry.id}`)].join('.');
  return { id, kind, cause, cents, ...(rule && { rule }), komet: own, processor: other };
}

/** Only what moved money counts. */
function totalsOf(lines: readonly ReportLine[], range: DayRange): SideTotals {
  const moved = lines.filter((line) => isInRange(line, range) && contributionCents(line) !== 0);
  return {
    count: moved.length,
    netCents: sumOf(moved),
    byKind: ENTRY_KINDS.map((kind) => ({ kind, ...partOf(moved.filter((line) => line.kind === kind)) })).filter(
      isFilled,
    ),
    byBrand: byBrand(moved),
  };
}

function depositOf(lines: readonly ReportLine[]): Findings['deposit'] {
  const moved = lines.filter((line) => contributionCents(line) !== 0);
  const batches = new Map<string, ReportLine[]>();
  for (const line of moved) {
    const key = `${line.terminalId ?? ''}|${line.batchId ?? ''}`;
    const members = batches.get(key);
    if (members) members.push(line);
    else batches.set(key, [line]);
  }
  return {
    cents: sumOf(moved),
    byBrand: byBrand(moved),
    byBatch: [...batches]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, members]) => {
        const [terminalId, batchId = ''] = key.split('|');
        return { batchId, ...(terminalId && { terminalId }), ...partOf(members) };
      }),
  };
}

const byBrand = (lines: readonly ReportLine[]) =>
  BRANDS.map((brand) => ({ brand, ...partOf(lines.filter((line) => (line.brand ?? 'other') === brand)) })).filter(
    isFilled,
  );

const isFilled = ({ count }: { count: number }): boolean => count > 0;
const partOf = (lines: readonly Entry[]) => ({ count: lines.length, cents: sumOf(lines) });
const sumOf = (lines: readonly Entry[]): number => lines.reduce((sum, line) => sum + contributionCents(line), 0);
