import { paymentsOf } from '../payments.js';
import { cellsOf } from './payment-cells.js';

const COUNT = 100_000;
const ROW_PX = 36;
const HEIGHT_PX = 560;
const OVERSCAN = 12;

const payments = paymentsOf(COUNT);

/** Shows 100,000 payments by hand: the rows in sight as cells without any library. Resolves to what scrolls. */
export function mount(): Promise<HTMLElement> {
  const scroller = document.body.appendChild(document.createElement('div'));
  Object.assign(scroller.style, { blockSize: `${HEIGHT_PX}px`, overflow: 'auto', position: 'relative' });
  const space = scroller.appendChild(document.createElement('div'));
  space.style.blockSize = `${COUNT * ROW_PX}px`;
  const table = scroller.appendChild(document.createElement('table'));
  Object.assign(table.style, { position: 'absolute', insetBlockStart: '0', inlineSize: '100%' });
  const draw = () => {
    const start = Math.max(0, Math.floor(scroller.scrollTop / ROW_PX) - OVERSCAN);
    const end = Math.min(COUNT, start + Math.ceil(HEIGHT_PX / ROW_PX) + 2 * OVERSCAN);
    table.style.transform = `translateY(${start * ROW_PX}px)`;
    table.replaceChildren(...payments.slice(start, end).map(rowOf));
  };
  scroller.addEventListener('scroll', draw);
  draw();
  return Promise.resolve(scroller);
}

function rowOf(payment: Parameters<typeof cellsOf>[0]): HTMLTableRowElement {
  const row = document.createElement('tr');
  row.style.blockSize = `${ROW_PX}px`;
  for (const text of cellsOf(payment)) row.insertCell().textContent = text;
  return row;
}
