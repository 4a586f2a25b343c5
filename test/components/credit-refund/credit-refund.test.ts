import { expect, oneEvent } from '@open-wc/testing';
import { html } from 'lit';
import '../../../src/components/credit-refund/credit-refund.js';
import type { CreditRefundedEvent } from '../../../src/events.js';
import { givenPayment } from '../chargeback-button/given.js';
import { backend, givenProvider } from '../given-provider.js';
import { WindowScreen } from '../window-screen.js';

async function givenRefund(settings: Parameters<typeof givenProvider>[1] = {}) {
  const provider = await givenProvider(html`<komet-credit-refund customer-id="25"></komet-credit-refund>`, settings);
  const tag = provider.querySelector('komet-credit-refund')!;
  await tag.updateComplete;
  return { tag, screen: new WindowScreen(tag) };
}

/** A payment that left 50.00 as open credit. */
const givenCredit = (of: typeof backend) => givenPayment(of, { amountCents: 30_000, overpaymentCents: 5_000 });

describe('refunding open credits', () => {
  it('returns a part of a credit to its card and tells the page', async () => {
    const of = backend.company('refund-part');
    const payment = await givenCredit(of);
    const { screen, tag } = await givenRefund({ of });
    await screen.tick('Refund the open credits to the customer');
    await screen.sees('Available Credits');
    await screen.sees(`OP-${String(payment.controlNumber)}`);
    expect(screen.text).to.contain('Visa •••• 1111, from payment');
    await screen.type('Amount to refund', '20');
    await expect(tag).to.be.accessible();
    const told = oneEvent<CreditRefundedEvent>(tag, 'komet-credit-refunded');
    await screen.click('Refund $20.00 to Visa •••• 1111');
    const { detail } = await told;
    expect([detail.paymentId, detail.totalCents]).to.deep.equal([payment.id, 2_000]);
    await screen.sees('$20.00 is on its way back to the card');
    await expect(tag).to.be.accessible();
    await screen.click('Ok');
    await screen.sees('$30.00');
  });

  it('never sends more than can go back', async () => {
    const of = backend.company('refund-over');
    await givenCredit(of);
    const { screen } = await givenRefund({ of });
    await screen.tick('Refund the open credits to the customer');
    await screen.sees('At most $50.00');
    await screen.type('Amount to refund', '50.01');
    await screen.sees('No more than $50.00 can go back.');
    await screen.click('Refund $50.01 to Visa •••• 1111');
    expect(screen.text).not.to.contain('on its way back');
  });

  it('waits calmly for a lost answer', async () => {
    const of = backend.company('refund-unknown');
    await givenCredit(of);
    const { screen, tag } = await givenRefund({ of });
    await screen.tick('Refund the open credits to the customer');
    await screen.sees('At most $50.00');
    await fetch(`${of.simulatorUrl}/__sim/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'drop-after-booking', match: { type: 'refund' } }),
    });
    await screen.click('Refund $50.00 to Visa •••• 1111');
    await screen.sees('We are finding out what happened');
    await expect(tag).to.be.accessible();
    await screen.sees('is on its way back to the card');
  });

  it('says where no credit came from a card', async () => {
    const { screen } = await givenRefund({ of: backend.company('refund-none') });
    await screen.tick('Refund the open credits to the customer');
    await screen.sees('No open credit here came from a card payment');
  });

  it('is disabled without the right, which it names', async () => {
    const { screen, tag } = await givenRefund({ role: 'Credit Manager' });
    expect(screen.input('Refund the open credits to the customer').disabled).to.equal(true);
    expect(screen.text).to.contain('“refund”');
    await expect(tag).to.be.accessible();
  });

  it('speaks Spanish', async () => {
    const of = backend.company('refund-es');
    await givenCredit(of);
    const { screen } = await givenRefund({ of, locale: 'es', theme: 'dark' });
    await screen.sees('Reembolsar al cliente los créditos abiertos');
    await screen.tick('Reembolsar al cliente los créditos abiertos');
    await screen.sees('Créditos disponibles');
  });
});
