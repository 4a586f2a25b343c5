// What the proxy took beside what the gateway booked, as a clerk would compare them.

import { request } from './requests.js';
import { text } from './texts.js';

const money = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });
const dollars = (cents) => money.format(cents / 100);

export async function showPayments(role) {
  const notice = document.getElementById('payments-notice');
  notice.textContent = '';
  try {
    const payments = await readPayments(role);
    fill('komet-payments', payments.map(paymentCells), dollars(approvedCents(payments)));
    const { entries } = await request('GET', '/simulator/journal');
    const booked = entries.filter((entry) => entry.booked && entry.amount !== '0.00');
    const cents = booked.reduce((sum, entry) => sum + signedCents(entry), 0);
    fill('gateway-transactions', booked.map(transactionCells), dollars(cents));
    if (payments.length === 0) notice.textContent = text('nothing');
  } catch (error) {
    notice.textContent = text(error.status === 403 ? 'noRight' : 'unreachable');
  }
}

async function readPayments(role) {
  const { token } = await request('POST', `/komet/session?role=${encodeURIComponent(role)}`);
  const headers = { authorization: `Bearer ${token}` };
  const all = [];
  let cursor;
  do {
    const page = new URLSearchParams({ limit: '100', ...(cursor && { cursor }) });
    const { payments, nextCursor } = await request('GET', `/komet-pay/v1/payments?${page}`, { headers });
    all.push(...payments);
    cursor = nextCursor;
  } while (cursor);
  return all;
}

const approvedCents = (payments) =>
  payments.filter((payment) => payment.status === 'approved').reduce((sum, payment) => sum + payment.totalCents, 0);

const signedCents = ({ type, amount }) =>
  Math.round(Number(amount) * 100) * (['VOID', 'REFUND'].includes(type) ? -1 : 1);

const paymentCells = (payment) => [
  payment.controlNumber ?? '',
  payment.date,
  payment.customerName,
  payment.allocations.map((line) => line.invoiceNumber).join(', '),
  payment.card ? `${payment.card.brand} ${payment.card.last4}` : '',
  payment.status,
  payment.transactionId ?? '',
  dollars(payment.totalCents),
];

const transactionCells = ({ transactionId, type, orderId, amount }) => [transactionId, type, orderId, `$${amount}`];

function fill(tableId, rows, total) {
  const table = document.getElementById(tableId);
  table.tBodies[0].replaceChildren(...rows.map(rowOf));
  table.tFoot.querySelector('td').textContent = total;
}

function rowOf(cells) {
  const row = document.createElement('tr');
  row.append(...cells.map((content, index) => cellOf(content, index === cells.length - 1)));
  return row;
}

function cellOf(content, isNumber) {
  const cell = document.createElement('td');
  cell.textContent = content;
  if (isNumber) cell.className = 'number';
  return cell;
}
