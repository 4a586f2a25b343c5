import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startDemo, typeCard, type Demo } from '../../scripts/demo.js';
import { openDemoBooks, POOR_CARD, type DemoBooks } from '../../scripts/demo-books.js';
import { booksAgreeWithGateway, chargeBackByKeyboard, tabTo } from './given.js';

const CUSTOMER = '25';

describe('clerks whose payment has to be made again or given back', () => {
  let demo: Demo;
  let books: DemoBooks;
  let cardId: string;
  before(async () => {
    demo = await startDemo();
    books = openDemoBooks(demo);
    await books.allowPaymentUponConfirmation();
    cardId = await books.storeCard(CUSTOMER);
  });
  after(() => demo.stop());

  test('try another card where the first is declined, and the order is confirmed by the second alone', async () => {
    const { page, context } = await demo.open('/#order/ord-3001');
    await page.getByRole('button', { name: 'Pay & Confirm' }).click();
    await page.getByRole('radio', { name: 'New card' }).check();
    await typeCard(page, POOR_CARD);
    await page.getByRole('button', { name: '$84.50' }).click();
    await page.getByText('The card does not have enough funds.').waitFor();
    const { status } = (await books.call('GET', '/v1/orders/ord-3001')) as { status: string };
    assert.equal(status, 'pending');
    await page.getByRole('radio', { name: /1111/ }).check();
    await page.getByRole('button', { name: '$84.50' }).click();
    await page.getByText('The order is confirmed').waitFor();
    await booksAgreeWithGateway(demo.backend);
    await context.close();
  });

  test('adjust a payment by keyboard alone, from Payment History to the payment that takes its place', async () => {
    await books.pay({ customerId: CUSTOMER, source: { cardId }, invoices: { 'inv-1001': 10_000, 'inv-1002': 15_000 } });
    const { page, context, faults } = await demo.open('/#payment-history');
    await page.getByRole('row', { name: /250\.00.*Approved/ }).waitFor();
    await tabTo(page, /^View details of payment/);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Adjust' }).waitFor();
    await tabTo(page, /^Adjust$/);
    await page.keyboard.press('Enter');
    await page.getByText('Charge the payment back').first().waitFor();
    await chargeBackByKeyboard(page);
    await page.getByText('Cut the orders in Komet now').waitFor();
    await page.keyboard.press('Escape');
    await tabTo(page, /^Continue$/);
    await page.keyboard.press('Enter');
    await tabTo(page, /^Pay \$250\.00$/);
    await page.keyboard.press('Enter');
    await page.getByText('took the place of payment').waitFor();
    await booksAgreeWithGateway(demo.backend);
    assert.deepEqual(faults, []);
    await context.close();
  });

  test('double-click the refund of an open credit, and the card gets it back once', async () => {
    const order = { customerId: CUSTOMER, source: { cardId }, invoices: { 'inv-1003': 7_500 }, overpaidCents: 2_500 };
    await books.pay(order);
    const { page, context } = await demo.open(`/#credit-refund/${CUSTOMER}`);
    await page.getByRole('checkbox', { name: 'Refund the open credits to the customer' }).check();
    await page
      .getByRole('radio', { name: /\$25\.00/ })
      .or(page.getByRole('checkbox', { name: /\$25\.00/ }))
      .first()
      .check();
    await page.getByLabel('Notes').fill('Asked for it back');
    await page.getByRole('button', { name: /^Refund \$25\.00/ }).dblclick();
    await page.getByText('$25.00 is on its way back to the card').waitFor();
    await booksAgreeWithGateway(demo.backend);
    await context.close();
  });
});
