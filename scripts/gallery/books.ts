import type { DemoBooks } from '../demo-books.js';

const CUSTOMER = '25';

/** A day's work before the pictures are taken: a card on file, payments, a CB, an open credit, a terminal. */
export async function fillBooks(books: DemoBooks): Promise<void> {
  await books.allowPaymentUponConfirmation();
  await books.addWaitingTerminal('Counter');
  const cardId = await books.storeCard(CUSTOMER);
  const pay = (invoices: Record<string, number>, overpaidCents = 0) =>
    books.pay({ customerId: CUSTOMER, source: { cardId }, invoices, overpaidCents });
  const { id } = await pay({ 'inv-1005': 5_000 });
  await books.call('POST', `/v1/payments/${id}/charge-back`, { reason: 'A box was cut' });
  await pay({ 'inv-1004': 20_000 });
  await pay({ 'inv-1002': 2_500, 'inv-1003': 2_500 }, 3_000);
}
