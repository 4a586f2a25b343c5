import type { Invoice } from '../src/contract/invoice.js';
import { miamiApiKey } from '../simulator/demo-merchants.js';
import { POOR_CARD, type DemoBooks } from './demo-books.js';

/** Customers of the demo who pay before anybody looks; customer 25 is left to the reader. */
const [FULL, PART, OVER, BACK, POOR] = ['101', '102', '103', '104', '105'] as const;

/**
 * A morning's work before the demo opens for the first time, through the same routes as everybody's: paid in full and in part,
 * overpaid, charged back and declined.
 */
export async function workMorning(books: DemoBooks): Promise<void> {
  const pay = async (customerId: string, cents: (openCents: number) => number, overpaidCents = 0) => {
    const cardId = await books.storeCard(customerId);
    const invoices = await oldestInvoice(books, customerId, cents);
    return books.pay({ customerId, source: { cardId }, invoices, overpaidCents });
  };
  const whole = (openCents: number) => openCents;
  await pay(FULL, whole);
  await pay(PART, (openCents) => Math.ceil(openCents / 2));
  await pay(OVER, whole, 2_500);
  const { id } = await pay(BACK, whole);
  await books.call('POST', `/v1/payments/${id}/charge-back`, { reason: 'A box arrived frozen' });
  const source = { cardToken: await books.cardToken(miamiApiKey, POOR_CARD) };
  await books
    .pay({ customerId: POOR, source, invoices: await oldestInvoice(books, POOR, whole) })
    .catch((error: unknown) => {
      if (!String(error).includes('payment-declined')) throw error;
    });
}

async function oldestInvoice(books: DemoBooks, customerId: string, cents: (openCents: number) => number) {
  const path = `/v1/customers/${customerId}/invoices?locationId=miami`;
  const { invoices } = (await books.call('GET', path)) as { invoices: Invoice[] };
  const invoice = invoices.find(({ openCents }) => openCents > 0);
  return invoice ? { [invoice.id]: cents(invoice.openCents) } : {};
}
