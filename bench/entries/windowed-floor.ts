import { paymentsOf } from '../payments.js';
import { cellsOf } from './payment-cells.js';
import { windowByHand } from './windowed-by-hand.js';

const ROW_PX = 36;

const payments = paymentsOf(100_000);

/** Shows 100,000 payments by hand. Resolves to what scrolls. */
export function mount(): Promise<HTMLElement> {
  return Promise.resolve(windowByHand(ROW_PX, payments.length, rowOf).scroller);
}

function rowOf(index: number): HTMLTableRowElement {
  const row = document.createElement('tr');
  row.style.blockSize = `${ROW_PX}px`;
  const payment = payments[index];
  for (const text of payment ? cellsOf(payment) : []) row.insertCell().textContent = text;
  return row;
}
