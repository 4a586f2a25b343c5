import type { Payment } from '../../src/contract/payment.js';

const money = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2 });
const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });

/** What a floor shows of a payment: the usual columns of the history. */
export const cellsOf = (payment: Payment): string[] => [
  String(payment.controlNumber),
  day.format(new Date(payment.date)),
  payment.customerName,
  `Visa •••• ${payment.card?.last4 ?? ''}`,
  payment.transactionId ?? '',
  money.format(payment.totalCents / 100),
  money.format(payment.appliedCents / 100),
  payment.status,
  'CB',
];
