import '../../src/components/chargeback-button/chargeback-button.js';
import '../../src/components/payment-history/parts/history-table.js';
import { chosenColumns } from '../../src/components/payment-history/parts/columns.js';
import { paymentsOf } from '../payments.js';

const payments = paymentsOf(100_000);

/** Shows 100,000 payments in the history's own table, `CB` in every row. Resolves to what scrolls. */
export async function mount(): Promise<HTMLElement> {
  const table = document.createElement('komet-ui-history-table');
  Object.assign(table, { payments, columns: chosenColumns(), mayReverse: true });
  document.body.append(table);
  await table.updateComplete;
  const scroller = table.shadowRoot?.querySelector<HTMLElement>('.scroller');
  if (!scroller) throw new Error('The table has nothing that scrolls');
  return scroller;
}
