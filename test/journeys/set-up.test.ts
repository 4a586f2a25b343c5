import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { startDemo, type Demo } from '../../scripts/demo.js';
import { openDemoBooks, type DemoBooks } from '../../scripts/demo-books.js';
import { bogotaApiKey } from '../../simulator/demo-merchants.js';
import { exported, tabTo } from './given.js';

const CUSTOMER = '25';

const APPLICATION: readonly (readonly [RegExp, string])[] = [
  [/^Legal name$/, 'Alameda Blooms LLC'],
  [/^Kind of business$/, 'LLC'],
  [/^Tax ID$/, '12-3456789'],
  [/^Street$/, '1200 NW 78th Ave'],
  [/^City$/, 'Doral'],
  [/^State$/, 'FL'],
  [/^ZIP code$/, '33126'],
  [/^Business phone$/, '305 555 0100'],
  [/^Owner’s name$/, 'Marta Rojas'],
  [/^Title$/, 'Owner'],
  [/^Share of the business/, '100'],
  [/^Owner’s phone$/, '305 555 0101'],
  [/^Owner’s e-mail$/, 'marta@alameda.example'],
  [/^Card payments per month/, '90000'],
  [/^Average payment/, '600'],
  [/^Highest payment/, '4000'],
  [/^Typed by hand/, '40'],
  [/^Bank$/, 'First Bank'],
  [/^Last four digits/, '6789'],
  [/^Contact’s name$/, 'Leo Mora'],
  [/^Contact’s phone$/, '305 555 0102'],
  [/^Contact’s e-mail$/, 'leo@alameda.example'],
];

describe('those who set card payments up, by keyboard alone', () => {
  let demo: Demo;
  let books: DemoBooks;
  before(async () => {
    demo = await startDemo();
    books = openDemoBooks(demo);
  });
  after(() => demo.stop());

  const press = async (page: Page, name: RegExp, key = 'Enter') => {
    await tabTo(page, name);
    await page.keyboard.press(key);
  };
  const type = async (page: Page, name: RegExp, text: string) => {
    await tabTo(page, name);
    await page.keyboard.type(text);
  };

  test('turn the integration of a location off, and go the five steps until it charges cards again', async () => {
    const administrator = await demo.open('/?location=bogota#settings');
    const { page } = administrator;
    const bogota = page.locator('komet-integration-setup li', { hasText: 'Bogotá desk' });
    await bogota.getByText('Cards can be charged here.').waitFor();
    await press(page, /^Enable the Clearent Integration$/, 'Space');
    await bogota.getByText('Its configuration is lost').waitFor();
    await type(page, /^Type Bogotá desk to confirm/, 'Bogotá desk');
    await press(page, /^Turn off and lose the configuration$/);
    await bogota.getByText('Only Komet can turn it on again').waitFor();
    await assert.rejects(charge(books), /not-ready-to-charge/);
    await administrator.context.close();

    const operator = await demo.open('/?role=Operator&location=bogota#settings');
    await operator.page.getByText('the integration is not enabled').waitFor();
    await press(operator.page, /^Enable the Clearent Integration$/, 'Space');
    await operator.page.getByText('the application is missing').waitFor();

    const setup = await demo.open('/?role=Setup&location=bogota#application');
    await setup.page.getByText('Nothing saved yet').waitFor();
    for (const [name, text] of APPLICATION) await type(setup.page, name, text);
    await press(setup.page, /^Submit application$/);
    await setup.page.getByText('Submitted on').waitFor();
    await setup.page.goto(`${demo.url}/?role=Setup&location=bogota#settings`);
    await setup.page.getByText('the rates are missing').waitFor();
    await type(setup.page, /^Percent of each payment$/, '2.9');
    await press(setup.page, /^Record rates$/);
    await setup.page.getByText('verified security keys are missing').waitFor();
    await setup.context.close();

    await operator.page.reload();
    await operator.page.getByText('verified security keys are missing').waitFor();
    await type(operator.page, /^Security key of Bogotá desk$/, bogotaApiKey);
    await press(operator.page, /^Save and verify$/);
    await operator.page.getByText('Cards can be charged here.').first().waitFor();
    assert.equal((await operator.page.content()).includes(bogotaApiKey), false);
    assert.equal(JSON.stringify(await exported(demo.backend)).includes(bogotaApiKey), false);
    assert.deepEqual(operator.faults, []);
    await operator.context.close();
    assert.equal((await charge(books)).status, 'approved');
  });

  test('let a location take payments upon confirmation, and its orders show Pay & Confirm', async () => {
    const { page, context } = await demo.open('/#settings');
    const miami = page.locator('komet-payment-settings komet-ui-location-settings').first();
    await miami.getByRole('checkbox', { name: 'Allow to receive payment upon confirmation' }).waitFor();
    await press(page, /^Allow to receive payment upon confirmation/, 'Space');
    await miami.getByText('Saved.').waitFor();
    await page.goto(`${demo.url}/#order/ord-3001`);
    await page.getByRole('button', { name: 'Pay & Confirm' }).waitFor();
    await context.close();
  });

  test('add a terminal, rename it and delete it', async () => {
    const { page, context, faults } = await demo.open('/#terminals');
    const screen = page.locator('komet-terminal-settings');
    await screen.getByText('No terminal stands').waitFor();
    await press(page, /^Add New$/);
    await page.keyboard.type('Front desk');
    await press(page, /^Save$/);
    await screen.getByText('Waits for its key').waitFor();
    await press(page, /^Edit Front desk$/);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('Warehouse door');
    await press(page, /^Save$/);
    await press(page, /^Delete Warehouse door$/);
    await press(page, /^Yes, Delete$/);
    await screen.getByText('No terminal stands').waitFor();
    assert.deepEqual(faults, []);
    await context.close();
  });

  test('describe a customer’s card in place with Enter, and delete it with Yes, Delete', async () => {
    await books.storeCard(CUSTOMER);
    const { page, context, faults } = await demo.open(`/#customer/${CUSTOMER}`);
    const vault = page.locator('komet-card-vault');
    await vault.getByText('•••• 1111').waitFor();
    await press(page, /^Description of Visa/);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('Shop card');
    await page.keyboard.press('Enter');
    await vault.getByRole('button', { name: /Shop card/ }).waitFor();
    await press(page, /^Delete Visa/);
    await press(page, /^Yes, Delete$/);
    await vault.getByText('No card is kept').waitFor();
    assert.deepEqual(faults, []);
    await context.close();
  });
});

/** A payment at the location that is set up, with a card that is kept there. */
async function charge(books: DemoBooks) {
  const cardToken = await books.cardToken(bogotaApiKey);
  return books.call('POST', '/v1/payments', {
    locationId: 'bogota',
    customerId: CUSTOMER,
    method: 'in-app',
    source: { cardToken },
    amountCents: 1_000,
    allocations: [{ invoiceId: 'inv-1901', amountCents: 1_000 }],
  }) as Promise<{ status: string }>;
}
