import type { ReconciliationEntry, ReconciliationGroup } from '../../src/contract/reconciliation.js';
import { matchesOf } from '../matches.js';
import { windowByHand, type Windowed } from './windowed-by-hand.js';

const ROW_PX = 52;

const matches = matchesOf(100_000);
let money: Intl.NumberFormat;
let shown: readonly ReconciliationGroup[] = matches;
let windowed: Windowed | undefined;

/** Shows 100,000 matches by hand, both sides in two lines each. Resolves to what scrolls. */
export function mount(): Promise<HTMLElement> {
  money = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2 });
  windowed = windowByHand(ROW_PX, shown.length, rowOf);
  return Promise.resolve(windowed.scroller);
}

/** Leaves the differences alone. */
export function filter(): Promise<void> {
  shown = matches.filter(({ group }) => group !== 'matched');
  windowed?.show(shown.length);
  return Promise.resolve();
}

function rowOf(index: number): HTMLTableRowElement {
  const row = document.createElement('tr');
  row.style.blockSize = `${ROW_PX}px`;
  const match = shown[index];
  if (!match) return row;
  const { komet, processor, group, rule = '' } = match;
  addSide(row, komet);
  addLines(row, [group, rule]);
  addSide(row, processor);
  return row;
}

function addSide(row: HTMLTableRowElement, entry: ReconciliationEntry | undefined): void {
  if (!entry) {
    addLines(row, ['nothing']);
    return;
  }
  const { controlNumber, transactionId = '', customerName = '', last4 = '', batchId = '', amountCents } = entry;
  const name = controlNumber === undefined ? transactionId : `#${controlNumber}`;
  addLines(row, [name, `${customerName}, Visa •••• ${last4}, Batch ${batchId}`]);
  row.insertCell().textContent = money.format(amountCents / 100);
}

function addLines(row: HTMLTableRowElement, lines: readonly string[]): void {
  const cell = row.insertCell();
  for (const line of lines) cell.appendChild(document.createElement('div')).textContent = line;
}
