import type { Location } from '../../../contract/location.js';
import type { Reconciliation, ReconciliationEntry, ReconciliationGroup } from '../../../contract/reconciliation.js';
import { csvCents, csvFile, csvText } from '../../ui/csv.js';
import { download } from '../../ui/download.js';
import { printDocument } from '../../ui/print.js';
import { brandName } from './brand-name.js';
import { depositParts } from './deposit.js';
import { lockedLines } from './locked-lines.js';
import { isDifference } from './match-filter.js';
import type { Text } from './text.js';

/** What leaves the screen: on paper or as a file, always with place, day and time zone. */
export interface Leaving {
  readonly text: Text;
  readonly run: Reconciliation;
  readonly location: Location;
}

const CSV = 'text/csv;charset=utf-8';
const fileName = (kind: string, { run, location }: Leaving) => `${kind}_${location.code}_${run.day}.csv`;

/** Both reports, one match a line. */
export function saveMatches(order: Leaving, groups: readonly ReconciliationGroup[]): void {
  const { t } = order.text;
  const side = (name: string) =>
    ['transactionId', 'kind', 'brand', 'last4', 'batchId', 'amountCents'].map(
      (field) => `${name}: ${t(`field.${field as 'kind'}`)}`,
    );
  const head = [
    t('field.controlNumber'),
    t('field.customerName'),
    ...side(t('groups.komet')),
    t('groups.match'),
    ...side(t('groups.processor')),
  ];
  const rows = groups.map((match) => [
    csvText(match.komet?.controlNumber === undefined ? '' : String(match.komet.controlNumber)),
    csvText(match.komet?.customerName ?? ''),
    ...cellsOf(order.text, match.komet),
    csvText(matchName(order.text, match)),
    ...cellsOf(order.text, match.processor),
  ]);
  download(fileName('reconciliation', order), CSV, csvFile([head.map(csvText), ...rows]));
}

const matchName = ({ t }: Text, { group, rule }: ReconciliationGroup): string =>
  [isDifference(group) ? t(`kindOf.${group}`) : t(`group.${group}`), rule && t(`rule.${rule}`)]
    .filter(Boolean)
    .join(', ');

function cellsOf(text: Text, entry: ReconciliationEntry | undefined): string[] {
  if (!entry) return ['', '', '', '', '', ''];
  const { transactionId = '', kind, brand, last4 = '', batchId = '', amountCents } = entry;
  const words = [
    transactionId,
    text.t(`one.${kind}`),
    brand === undefined ? '' : brandName(text, brand),
    last4,
    batchId,
  ];
  return [...words.map(csvText), csvCents(amountCents)];
}

/** The deposit, line by line, as a file for the accounting system. */
export function saveDeposit(order: Leaving): void {
  const { text, run } = order;
  if (!run.deposit) return;
  const parts = depositParts(text, run.deposit).flatMap(({ title, lines }) =>
    lines.map(({ name, cents }) => [csvText(title), csvText(name), csvCents(cents)]),
  );
  const head = [text.t('field.day'), text.t('slip.line'), text.t('groups.amount')].map(csvText);
  const total = [csvText(run.day), csvText(text.t('slip.total')), csvCents(run.deposit.cents)];
  download(fileName('deposit', order), CSV, csvFile([head, total, ...parts]));
}

const PAPER = `
  body { font: 12px/1.5 system-ui, sans-serif; margin: 0; }
  h1 { font-size: 18px; margin: 0 0 4px; }
  table { border-collapse: collapse; font-variant-numeric: tabular-nums; margin-block: 12px; width: 100%; }
  th, td { border-bottom: 1px solid #ccc; padding: 4px 6px; text-align: left; }
  .amount { text-align: right; white-space: nowrap; }
  .total { font-size: 16px; font-weight: 600; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  .signature { border-top: 1px solid #000; margin-top: 64px; width: 240px; }
  @page { size: letter; margin: 15mm; }
`;

/** The slip that goes with the deposit. */
export async function printSlip(order: Leaving): Promise<void> {
  const { text, run } = order;
  const { deposit, closing } = run;
  if (!deposit) return;
  await printDocument(text.t('slip.title'), PAPER, (body) => {
    head(body, order, text.t('slip.title'));
    add(body, 'p', text.t('close.deposit', { amount: text.money(deposit.cents) }), 'total');
    for (const { title, lines } of depositParts(text, deposit)) {
      const table = body.appendChild(document.createElement('table'));
      add(table.createTHead().insertRow(), 'th', title);
      const rows = table.createTBody();
      for (const { name, cents } of lines) {
        const row = rows.insertRow();
        add(row, 'td', name);
        add(row, 'td', text.money(cents), 'amount');
      }
    }
    if (closing) add(body, 'p', lockedLines(text, closing).join(' '));
    add(body, 'p', text.t('slip.signature'), 'signature');
  });
}

/** Both reports on paper, as the table shows them. */
export async function printMatches(order: Leaving, groups: readonly ReconciliationGroup[]): Promise<void> {
  const { text } = order;
  const { t } = text;
  await printDocument(t('title'), PAPER, (body) => {
    head(body, order, t('title'));
    const table = body.appendChild(document.createElement('table'));
    const titles = table.createTHead().insertRow();
    for (const name of [
      t('groups.komet'),
      t('groups.amount'),
      t('groups.match'),
      t('groups.processor'),
      t('groups.amount'),
    ])
      add(titles, 'th', name);
    const rows = table.createTBody();
    for (const match of groups) {
      const row = rows.insertRow();
      const { komet, processor } = match;
      add(row, 'td', komet ? `#${komet.controlNumber ?? komet.id} ${komet.customerName ?? ''}` : '');
      add(row, 'td', komet ? text.decimal(komet.amountCents) : '', 'amount');
      add(row, 'td', matchName(text, match));
      add(row, 'td', processor?.transactionId ?? '');
      add(row, 'td', processor ? text.decimal(processor.amountCents) : '', 'amount');
    }
  });
}

function head(body: HTMLElement, { text, run, location }: Leaving, title: string): void {
  add(body, 'h1', title);
  add(body, 'p', `${location.name}, ${text.date(run.day)}, ${run.timeZone}`);
}

function add(parent: HTMLElement, name: string, content: string, className = ''): void {
  const made = parent.appendChild(document.createElement(name));
  made.textContent = content;
  made.className = className;
}
