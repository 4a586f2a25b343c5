// What the proxy took beside what the gateway booked, as a clerk would compare them.

import { openSession, request } from './requests.js';
import { rowOf } from './tables.js';
import { day, dollars, text } from './texts.js';

export async function showLedgers({ sessionUrl }) {
  const notice = document.querySelector('#stage .notice');
  const [komet, gateway] = ['komet-payments', 'gateway-transactions'].map((id) => document.getElementById(id));
  try {
    const payments = await readPayments(sessionUrl);
    fill(komet, payments.map(paymentCells), dollars(bookedCents(payments)));
    const entries = await request('GET', '/simulator/journal');
    const booked = entries.filter((entry) => entry.booked && entry.amount !== '0.00');
    const cents = booked.reduce((sum, entry) => sum + signedCents(entry), 0);
    fill(gateway, booked.map(transactionCells), dollars(cents));
    if (payments.length === 0) notice.textContent = text('nothing');
  } catch (error) {
    notice.textContent = text(error.status === 403 ? 'noRight' : 'unreachable');
  }
}

async function readPayments(sessionUrl) {
  const headers = await openSession(sessionUrl);
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

/** A payment that was charged back stays booked; its reversal stands beside it. */
const BOOKED = ['approved', 'charge-back-requested', 'charged-back'];

const bookedCents = (payments) =>
  payments.filter(({ status }) => BOOKED.includes(status)).reduce((sum, payment) => sum + payment.totalCents, 0);

const signedCents = ({ type, amount }) =>
  Math.round(Number(amount) * 100) * (['VOID', 'REFUND'].includes(type) ? -1 : 1);

const paymentCells = (payment) => [
  payment.controlNumber ?? '',
  day(payment.date),
  payment.customerName,
  payment.allocations.map((line) => line.invoiceNumber).join(', '),
  payment.card ? `${payment.card.brand} ${payment.card.last4}` : '',
  payment.status,
  payment.transactionId ?? '',
  dollars(payment.totalCents),
];

const transactionCells = ({ transactionId, type, orderId, amount }) => [transactionId, type, orderId, `$${amount}`];

function fill(table, rows, total) {
  table.tBodies[0].replaceChildren(...rows.map((cells) => rowOf(cells)));
  table.tFoot.querySelector('td').textContent = total;
}
