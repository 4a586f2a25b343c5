import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startDemo, typeCard, type Demo } from '../../scripts/demo.js';
import { exported } from './given.js';

/** Put together, so that no file but the simulator's own holds a number. */
const CARD = `4${'1'.repeat(15)}`;

describe('a card asked for by e-mail', () => {
  let demo: Demo;
  before(async () => {
    demo = await startDemo();
  });
  after(() => demo.stop());

  test('Guide: a customer types the card that was asked for, which nobody in the company sees', async () => {
    const { page: clerk, traffic } = await demo.open('/#customer/25');
    await clerk.getByRole('button', { name: 'Request Cards' }).click();
    await clerk.getByRole('textbox', { name: 'E-mail address' }).fill('owner@petal.example');
    await clerk.getByRole('button', { name: 'Send Form' }).click();
    await clerk.getByText('owner@petal.example').first().waitFor();
    const link = await linkIn(demo);

    const { page: customer, faults } = await demo.open(link.replace(demo.url, ''));
    await customer.getByRole('heading', { name: /asks for your card/ }).waitFor();
    await typeCard(customer, CARD);
    await customer.getByRole('button', { name: 'Save Card' }).click();
    await customer
      .getByText(/consent|agree/i)
      .last()
      .waitFor();
    await customer.getByRole('checkbox').check();
    await customer.getByRole('button', { name: 'Save Card' }).click();
    await customer.getByRole('heading', { name: 'Your card was saved' }).waitFor();
    assert.deepEqual(faults, []);

    await customer.reload();
    await customer.getByRole('heading', { name: 'A card was saved by this link' }).waitFor();

    await clerk.reload();
    await clerk.getByText('•••• 1111').waitFor();
    const everything = JSON.stringify([await exported(demo.backend), traffic, await clerk.content()]);
    assert.equal(everything.includes(CARD), false);
  });
});

/** The link of the newest mail in the demo's mailbox, once the mail is there. */
async function linkIn(demo: Demo): Promise<string> {
  const { page } = await demo.open('/simulator/mailbox');
  const link = page.getByRole('link', { name: /card-requests/ }).first();
  while ((await link.count()) === 0) await page.reload();
  return (await link.getAttribute('href')) ?? '';
}
