import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Request } from 'playwright-core';
import { startDemo, type Demo } from '../../scripts/demo.js';
import { openDemoBooks, type DemoBooks } from '../../scripts/demo-books.js';
import { booksAgreeWithGateway, chargeBackByKeyboard, exported, orderFault, tabTo } from './given.js';

const CUSTOMER = '25';

const isPayment = (request: Request) => request.method() === 'POST' && request.url().endsWith('/v1/payments');

describe('clerks of a wholesaler with two locations', () => {
  let demo: Demo;
  let books: DemoBooks;
  before(async () => {
    demo = await startDemo();
    books = openDemoBooks(demo);
    await books.allowPaymentUponConfirmation();
    await books.storeCard(CUSTOMER);
  });
  after(() => demo.stop());

  test('pay an invoice, charge it back and close a day by keyboard alone', async () => {
    const { page, context, faults } = await demo.open(`/?customer=${CUSTOMER}`);
    await page.getByRole('button', { name: 'Apply invoice 1001' }).waitFor();
    await tabTo(page, /^Apply invoice 1001/);
    await page.keyboard.press('Space');
    await tabTo(page, /^Pay \$100/);
    await page.keyboard.press('Enter');
    await page.getByText('Payment approved').waitFor();
    await booksAgreeWithGateway(demo.backend);

    await page.goto(`${demo.url}/#payment-history`);
    await page.reload();
    await page.getByRole('button', { name: /^CB/ }).first().waitFor();
    await chargeBackByKeyboard(page);
    await page.getByRole('heading', { name: /is charged back/ }).waitFor();
    await booksAgreeWithGateway(demo.backend);

    await page.goto(`${demo.url}/#close-the-day`);
    await page.reload();
    await page.getByText('No card payments that day').waitFor();
    await tabTo(page, /^Month$/);
    await tabTo(page, /^Close the day$/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await tabTo(page, /^Close the day$/);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /Reopen/ }).waitFor();
    assert.deepEqual(faults, []);
    await context.close();
  });

  test('pay and confirm an order by keyboard alone, in Spanish', async () => {
    const { page, context } = await demo.open('/?locale=es#order/ord-3001');
    await page.getByRole('heading', { name: 'Pedido 3001' }).waitFor();
    await tabTo(page, /^Pagar y confirmar$/);
    await page.keyboard.press('Enter');
    await page.getByRole('radio', { name: /1111/ }).waitFor();
    await tabTo(page, /84[.,]50$/);
    await page.keyboard.press('Enter');
    await page.getByText('Confirmado').first().waitFor();
    await booksAgreeWithGateway(demo.backend);
    await context.close();
  });

  test('are told which right they lack: Sales no A/R and no close, the Cashier no settings', async () => {
    const sales = await demo.open(`/?role=Sales&customer=${CUSTOMER}`);
    const told = sales.page.locator('#stage');
    await told.getByText('lacks the right “pay”').waitFor();
    for (const [screen, right] of [
      ['payment-history', 'pay:read'],
      ['close-the-day', 'reconcile'],
    ]) {
      await sales.page.goto(`${demo.url}/?role=Sales#${screen}`);
      await told.getByText(`lacks the right “${right}”`).waitFor();
    }
    await sales.context.close();

    const cashier = await demo.open('/?role=Cashier#settings');
    await cashier.page.getByText('lacks the right “settings”').first().waitFor();
    await cashier.context.close();
  });

  test('see a location where they work at two, and none where they work at one', async () => {
    for (const [locations, seen] of [
      ['all', 1],
      ['one', 0],
    ] as const) {
      const { page, context } = await demo.open(`/?locations=${locations}&customer=${CUSTOMER}`);
      await page.getByRole('heading', { name: 'Petal & Stem Florist' }).waitFor();
      const head = page.locator('komet-receive-payment .head');
      assert.equal(await head.getByText('Miami', { exact: true }).count(), seen);
      await context.close();
    }
  });

  test('double-click whatever moves money, and it moves once', async () => {
    const { page, context } = await demo.open(`/?customer=${CUSTOMER}`);
    await page.getByRole('button', { name: 'Apply invoice 1002' }).click();
    await page.getByRole('button', { name: /^Pay \$/ }).dblclick();
    await page.getByText('Payment approved').waitFor();
    await booksAgreeWithGateway(demo.backend);

    await page.goto(`${demo.url}/#payment-history`);
    await page.reload();
    await page.getByRole('button', { name: /^CB/ }).first().dblclick();
    await page.getByLabel('Reason').fill('Botrytis');
    await page.getByRole('button', { name: 'Continue' }).dblclick();
    await page.getByRole('heading', { name: /is charged back/ }).waitFor();
    await booksAgreeWithGateway(demo.backend);
    await context.close();
  });

  test('close the tab in mid-payment, and find the payment made when they come back', async () => {
    const { page, context } = await demo.open(`/?customer=${CUSTOMER}`);
    await page.getByRole('button', { name: 'Apply invoice 1003' }).click();
    await orderFault(demo.backend, { kind: 'delay', ms: 3_000, match: { type: 'sale' } });
    const sent = page.waitForRequest(isPayment);
    await page.getByRole('button', { name: /^Pay \$/ }).click();
    await sent;
    await untilUnderWay(demo, 1);
    await context.close();

    await untilUnderWay(demo, 0);
    const again = await demo.open('/#payment-history');
    await again.page.getByRole('row', { name: /75\.00.*Approved/ }).waitFor();
    await booksAgreeWithGateway(demo.backend);
    await again.context.close();
  });

  test('lose nothing when the grid draws the tag anew in mid-payment', async () => {
    const { page, context } = await demo.open(`/?customer=${CUSTOMER}`);
    await page.getByRole('button', { name: 'Apply invoice 1004' }).click();
    await orderFault(demo.backend, { kind: 'delay', ms: 1_500, match: { type: 'sale' } });
    const sent = page.waitForRequest(isPayment);
    await page.getByRole('button', { name: /^Pay \$/ }).click();
    await sent;
    await page.locator('komet-receive-payment').evaluate((tag) => tag.replaceWith(tag.cloneNode()));
    await page.getByText('Payment approved').waitFor();
    await booksAgreeWithGateway(demo.backend);
    await context.close();
  });

  test('wait at a terminal that never answers, in a second tab too, and nothing is charged', async () => {
    await books.addWaitingTerminal('Counter');
    const { page, context } = await demo.open('/?customer=101');
    await page
      .getByRole('button', { name: /^Apply invoice/ })
      .first()
      .click();
    await page.getByRole('radio', { name: 'Credit Card (POS Terminal)' }).check();
    await page.getByRole('button', { name: /^Pay \$/ }).click();
    await page.getByRole('heading', { name: 'Waiting for the card at Counter' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: /Waiting for the card/ }).waitFor();
    await books.steer('/terminals/miami-counter/respond', { action: 'cancel' });
    await page
      .getByRole('button', { name: /^Apply invoice/ })
      .first()
      .waitFor();
    await booksAgreeWithGateway(demo.backend);
    await context.close();
  });

  test('charge one order twice at once from two windows, and the customer pays once', async () => {
    const windows = await Promise.all([1, 2].map(() => demo.open('/#order/ord-3002')));
    for (const { page } of windows) await page.getByRole('button', { name: 'Pay & Confirm' }).click();
    for (const { page } of windows) await page.getByRole('radio', { name: /1111/ }).waitFor();
    await Promise.all(windows.map(({ page }) => page.getByRole('button', { name: '$120.00' }).click()));
    await Promise.all(
      windows.map(({ page }) =>
        page
          .getByText(/Confirmed|Another payment|looks like a payment|not waiting to be confirmed/)
          .first()
          .waitFor(),
      ),
    );
    await booksAgreeWithGateway(demo.backend);
    await Promise.all(windows.map(({ context }) => context.close()));
  });
});

/** Waits until the proxy has begun, or ended, this many payments of one invoice each. */
async function untilUnderWay({ backend }: Demo, count: number): Promise<void> {
  while ((await exported(backend))['holds']?.length !== count);
}
