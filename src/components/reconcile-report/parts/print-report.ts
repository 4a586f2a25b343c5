import type { ReconciliationGroup } from '../../../contract/reconciliation.js';
import { printDocument } from '../../ui/print.js';
import { depositParts } from './deposit.js';
import { lockedLines } from './locked-lines.js';
import { matchName, type Leaving } from './save-report.js';

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
