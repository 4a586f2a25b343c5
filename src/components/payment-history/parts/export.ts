import type { Payment } from '../../../contract/payment.js';
import type { PayClient } from '../../../services/call.js';
import { downloadPayments, listPayments, type PaymentFilter } from '../../../services/payment-history.js';
import { download } from '../../ui/download.js';
import { printDocument } from '../../ui/print.js';
import { COLUMNS, type ColumnKey, type Surroundings } from './columns.js';

const PAGE = 500;

export interface ExportOrder {
  readonly client: PayClient;
  readonly filter: PaymentFilter;
  readonly columns: ReadonlySet<ColumnKey>;
  readonly around: Surroundings;
  /** Told how many payments have been read so far. */
  readonly onProgress: (count: number) => void;
  readonly signal: AbortSignal;
}

/** Saves the whole list, not only what is in sight, as the file that the proxy makes of it. */
export const saveList = {
  csv: (order: ExportOrder) => saveAs('csv', order),
  xlsx: (order: ExportOrder) => saveAs('xlsx', order),
};

async function saveAs(format: 'csv' | 'xlsx', { client, filter, around, signal }: ExportOrder): Promise<void> {
  const file = await downloadPayments(client)(filter, { format, locale: around.text.locale }, { signal });
  const { from = '', to = '' } = filter;
  download(`payments_${from}_${to}.${format}`, file);
}

const PRINT_STYLES = `
  body { font: 10px/1.4 system-ui, sans-serif; margin: 0; }
  h1 { font-size: 14px; margin: 0 0 8px; }
  table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
  th, td { border-bottom: 1px solid #ccc; padding: 3px 6px; text-align: left; }
  .amount { text-align: right; white-space: nowrap; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  @page { size: letter landscape; margin: 12mm; }
`;

/** Prints the whole list on Letter paper, and nothing else of the page. */
export async function printList(order: ExportOrder): Promise<void> {
  const payments = await readAll(order);
  const columns = shown(order);
  const { text } = order.around;
  const title = text.t('history.title');
  await printDocument(title, PRINT_STYLES, (body) => {
    const heading = body.appendChild(document.createElement('h1'));
    heading.textContent = title;
    const table = body.appendChild(document.createElement('table'));
    const head = table.createTHead().insertRow();
    for (const { key, cents } of columns) head.append(cell('th', text.t(`column.${key}`), cents !== undefined));
    const rows = table.createTBody();
    for (const payment of payments) {
      const row = rows.insertRow();
      for (const { cents, value } of columns) {
        const amount = cents?.(payment);
        const shownValue = amount === undefined ? (value?.(payment, order.around) ?? '') : text.decimal(amount);
        row.append(cell('td', shownValue, amount !== undefined));
      }
    }
  });
}

function cell(name: 'th' | 'td', content: string, isAmount: boolean): HTMLElement {
  const made = document.createElement(name);
  made.textContent = content;
  if (isAmount) made.className = 'amount';
  return made;
}

const shown = ({ columns }: ExportOrder) => COLUMNS.filter(({ key }) => columns.has(key));

async function readAll({ client, filter, onProgress, signal }: ExportOrder): Promise<Payment[]> {
  const payments: Payment[] = [];
  let cursor: string | undefined;
  do {
    const page = await listPayments(client)(filter, { limit: PAGE, cursor }, { signal });
    payments.push(...page.payments);
    onProgress(payments.length);
    cursor = page.nextCursor;
  } while (cursor);
  return payments;
}
