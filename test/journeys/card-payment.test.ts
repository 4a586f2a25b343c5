import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { startDemo, typeCard, type Demo } from '../../scripts/demo.js';
import { bookedAtGateway, chooseCustomer, exported, orderFault } from './given.js';

/** A test card of the simulator; no trace of it may be found outside. */
const CARD_NUMBER = '4111111111111111';

describe('a clerk on the A/R screen', () => {
  let demo: Demo;
  before(async () => {
    demo = await startDemo();
  });
  after(() => demo.stop());

  test('pays two invoices with a new card, saves it, and pays a third in part with the saved card', async () => {
    const { page, context, faults, traffic } = await demo.open();
    await chooseCustomer(page, 'Petal & Stem Florist');
    await page.getByRole('button', { name: 'Apply invoice 1001' }).click();
    await page.getByRole('button', { name: 'Apply invoice 1002' }).click();
    await typeCard(page, CARD_NUMBER);
    await page.getByRole('checkbox', { name: 'Save for future payments' }).check();
    await page.getByLabel('Description').fill('Office Visa');
    await page.getByRole('button', { name: 'Pay $250.00' }).click();
    await page.getByText('Payment approved').waitFor();
    await page.getByText('The card is saved for future payments.').waitFor();

    await page.getByRole('button', { name: 'Ok' }).click();
    await page.getByLabel('Amount to pay on invoice 1003').fill('40.00');
    await page.getByLabel('Amount to pay on invoice 1003').press('Tab');
    await page.getByRole('radio', { name: /1111/ }).check();
    await page.getByRole('button', { name: 'Pay $40.00' }).click();
    await page.getByText('Payment approved').waitFor();
    await page.getByRole('cell', { name: '$35.00' }).waitFor();

    const { payments, attempts } = await exported(demo.backend);
    const booked = await bookedAtGateway(demo.backend);
    assert.deepEqual(
      payments?.map((payment) => [payment['status'], payment['amount_cents']]),
      [
        ['approved', 25_000],
        ['approved', 4_000],
      ],
    );
    assert.deepEqual(
      booked.map(({ type, amount, orderId }) => [type, amount, orderId]),
      attempts
        ?.filter((attempt) => attempt['kind'] === 'sale')
        .map((attempt, index) => ['SALE', ['250.00', '40.00'][index], attempt['id']]),
    );

    await page.getByRole('link', { name: 'Ledgers' }).click();
    for (const table of ['#komet-payments', '#gateway-transactions'])
      await page.locator(`${table} tfoot`).getByText('$290.00').waitFor();

    assert.deepEqual(faults, []);
    const html = await page.content();
    const storage = JSON.stringify(await context.storageState());
    for (const text of [...traffic, html, storage, ...(await filesOf(demo.dataDir))])
      assert.equal(text.includes(CARD_NUMBER), false);
    await context.close();
  });

  test('sees a lost answer as unknown, then as approved, and the customer is charged once', async () => {
    const { page, context } = await demo.open('/?customer=102');
    const before = (await bookedAtGateway(demo.backend)).length;
    await page
      .getByRole('button', { name: /^Apply invoice/ })
      .first()
      .click();
    await typeCard(page, CARD_NUMBER);
    await orderFault(demo.backend, { kind: 'drop-after-booking', match: { type: 'sale' } });
    await page.getByRole('button', { name: /^Pay \$/ }).click();
    await page.getByText('We are finding out what happened').waitFor();
    await page.getByText('Payment approved').waitFor();
    assert.equal((await bookedAtGateway(demo.backend)).length, before + 1);
    await context.close();
  });

  test('gets the true state back when the proxy is killed in mid-payment', async () => {
    const { page, context } = await demo.open('/?customer=103');
    const before = (await bookedAtGateway(demo.backend)).length;
    await page
      .getByRole('button', { name: /^Apply invoice/ })
      .first()
      .click();
    await typeCard(page, CARD_NUMBER);
    await orderFault(demo.backend, { kind: 'drop-after-booking', match: { type: 'sale' } });
    await page.getByRole('button', { name: /^Pay \$/ }).click();
    await untilBooked(demo, before + 1);
    await demo.backend.killProxy();
    await demo.backend.restartProxy();
    await page.getByText('Payment approved').waitFor({ timeout: 60_000 });
    assert.equal((await bookedAtGateway(demo.backend)).length, before + 1);
    const { payments, holds } = await exported(demo.backend);
    const approved = payments?.filter(
      (payment) => payment['customer_id'] === '103' && payment['status'] === 'approved',
    );
    assert.equal(approved?.length, 1);
    assert.deepEqual(holds, []);
    await context.close();
  });

  test('does the whole payment by keyboard', async () => {
    const { page, context, faults } = await demo.open('/?customer=104');
    const line = page.getByRole('button', { name: /^Apply invoice/ }).first();
    await line.focus();
    await page.keyboard.press('Space');
    await typeCard(page, CARD_NUMBER);
    const pay = page.getByRole('button', { name: /^Pay \$/ });
    await pay.focus();
    await page.keyboard.press('Enter');
    await page.getByText('Payment approved').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('table').first().waitFor();
    assert.deepEqual(faults, []);
    await context.close();
  });

  test('charges once from two tabs that pay the same invoice', async () => {
    const tabs = await Promise.all([1, 2].map(() => demo.open('/?customer=105')));
    const before = (await bookedAtGateway(demo.backend)).length;
    for (const { page } of tabs) {
      await page
        .getByRole('button', { name: /^Apply invoice/ })
        .first()
        .click();
      await typeCard(page, CARD_NUMBER);
    }
    await Promise.all(tabs.map(({ page }) => page.getByRole('button', { name: /^Pay \$/ }).click()));
    const outcomes = await Promise.all(
      tabs.map(({ page }) =>
        page
          .getByText(/Payment approved|Another payment is under way|Balances changed|This looks like a payment/)
          .first()
          .textContent(),
      ),
    );
    assert.equal(outcomes.filter((text) => text?.includes('approved')).length, 1);
    assert.equal((await bookedAtGateway(demo.backend)).length, before + 1);
    await Promise.all(tabs.map(({ context }) => context.close()));
  });
});

/** The gateway has charged the card; the proxy may or may not know it yet. */
async function untilBooked(demo: Demo, count: number): Promise<void> {
  while ((await bookedAtGateway(demo.backend)).length < count);
}

/** The store's files and the simulator's journal; the simulator's own state may hold what it must. */
async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name !== 'simulator.json');
  return Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), 'latin1')));
}
