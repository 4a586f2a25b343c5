import type { Location } from '../../../contract/location.js';
import type { Reconciliation, ReconciliationEntry, ReconciliationGroup } from '../../../contract/reconciliation.js';
import { centsCell, textCell, type Cell } from '../../../domain/sheet/cell.js';
import { saveSheet, type SheetFormat } from '../../ui/save-sheet.js';
import { allGroups, type Reading } from './all-groups.js';
import { brandName } from './brand-name.js';
import { depositParts } from './deposit.js';
import { isDifference } from './is-difference.js';
import type { Text } from './text.js';

/** What leaves the screen: on paper or as a file, always with place and day. */
export interface Leaving {
  readonly text: Text;
  readonly run: Reconciliation;
  readonly location: Location;
}

const SIDE = ['transactionId', 'kind', 'brand', 'last4', 'batchId', 'amountCents'] as const;

const fileName = (kind: string, { run, location }: Leaving) =>
  [kind, location.code, run.day, ...(run.to === undefined ? [] : [run.to])].join('_');

/** Both reports, one match a line. */
export async function saveMatches(order: Leaving, reading: Reading, format: SheetFormat): Promise<void> {
  const { text } = order;
  const { t } = text;
  const { groups } = await allGroups(reading);
  const side = (name: string) => SIDE.map((field) => `${name}: ${t(`field.${field}`)}`);
  const head = [
    t('field.controlNumber'),
    t('field.customerName'),
    ...side(t('groups.komet')),
    t('groups.match'),
    ...side(t('groups.processor')),
  ];
  const rows = groups.map((match): Cell[] => [
    countCell(match.komet?.controlNumber),
    textCell(match.komet?.customerName),
    ...cellsOf(text, match.komet),
    textCell(matchName(text, match)),
    ...cellsOf(text, match.processor),
  ]);
  await saveSheet({ name: fileName('reconciliation', order), head, rows }, format);
}

/** How two entries were found to belong together, or why they don't agree. */
export const matchName = ({ t }: Text, { group, rule }: Pick<ReconciliationGroup, 'group' | 'rule'>): string =>
  [isDifference(group) ? t(`kindOf.${group}`) : t(`group.${group}`), rule && t(`rule.${rule}`)]
    .filter(Boolean)
    .join(', ');

const countCell = (value: number | undefined): Cell => (value === undefined ? undefined : { kind: 'count', value });

function cellsOf(text: Text, entry: ReconciliationEntry | undefined): Cell[] {
  if (!entry) return SIDE.map(() => undefined);
  const { transactionId, kind, brand, last4, batchId, amountCents } = entry;
  const words = [
    transactionId,
    text.t(`one.${kind}`),
    brand === undefined ? undefined : brandName(text, brand),
    last4,
    batchId,
  ];
  return [...words.map(textCell), centsCell(amountCents)];
}

/** The deposit, line by line, as a file for the accounting system. */
export async function saveDeposit(order: Leaving): Promise<void> {
  const { text, run } = order;
  if (!run.deposit) return;
  const parts = depositParts(text, run.deposit).flatMap(({ title, lines }) =>
    lines.map(({ name, cents }) => [textCell(title), textCell(name), centsCell(cents)]),
  );
  const head = [text.t('field.day'), text.t('slip.line'), text.t('groups.amount')];
  const total: Cell[] = [{ kind: 'day', value: run.day }, textCell(text.t('slip.total')), centsCell(run.deposit.cents)];
  await saveSheet({ name: fileName('deposit', order), head, rows: [total, ...parts] }, 'csv');
}
