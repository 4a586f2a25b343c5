import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { html } from 'lit';
import '../../../src/components/payment-adjust/payment-adjust.js';
import type { Payment } from '../../../src/contract/payment.js';
import { givenPayment } from '../chargeback-button/given.js';
import { backend, givenProvider, type Backend } from '../given-provider.js';
import { call, givenStoredCard } from '../receive-payment/given.js';
import { WindowScreen } from '../window-screen.js';

async function givenAdjust(paymentId: string, settings: Parameters<typeof givenProvider>[1] = {}) {
  const provider = await givenProvider(
    html`<komet-payment-adjust payment-id=${paymentId}></komet-payment-adjust>`,
    settings,
  );
  const tag = provider.querySelector('komet-payment-adjust')!;
  await tag.updateComplete;
  return { tag, screen: new WindowScreen(tag) };
}

const chargeBack = (of: Backend, { id }: Payment) =>
  call(of, 'POST', `/v1/payments/${id}/charge-back`, { reason: 'Box was cut' });

describe('adjusting a payment', () => {
  it('Guide: Example 5: leads from the charge back over the changed invoices to one new payment of all of them', async () => {
    const of = backend.company('adjust');
    const { id: cardId } = await givenStoredCard(of);
    const payment = await givenPayment(of, { source: { cardId } });
    const { screen, tag } = await givenAdjust(payment.id, { of });
    await screen.sees('An authorized card payment can’t be edited');
    await screen.sees('$250.00 goes back to the card, and all its invoices reopen: 1001, 1002.');
    await expect(tag).to.be.accessible();
    await screen.click(`CB, charge back payment ${String(payment.controlNumber)}`);
    await screen.sees('Returns to the card');
    await screen.type('Reason', 'Box was cut');
    await screen.click('Continue');
    await screen.sees('Open now');
    // Whoever cuts the order does so elsewhere; here a part of it is paid in another window.
    await call(of, 'POST', '/v1/payments', {
      locationId: 'miami',
      customerId: '25',
      method: 'in-app',
      source: { cardId },
      allocations: [{ invoiceId: 'inv-1002', amountCents: 2_000 }],
      amountCents: 2_000,
    });
    await screen.sees('$130.00');
    expect(screen.text).to.contain('$230.00');
    await expect(tag).to.be.accessible();
    screen.all('button.primary').at(-1)!.click();
    await screen.sees('Open Invoices');
    await waitUntil(() => screen.has('Pay $230.00'), 'The invoices are not picked', { timeout: 10_000 });
    const approved = oneEvent(tag, 'komet-payment-approved');
    await screen.click('Pay $230.00');
    await approved;
    await screen.sees('took the place of payment');
    const original = await call<Payment>(of, 'GET', `/v1/payments/${payment.id}`);
    const replacement = await call<Payment>(of, 'GET', `/v1/payments/${original.replacedById ?? ''}`);
    expect([replacement.totalCents, replacement.replacesId]).to.deep.equal([23_000, payment.id]);
    expect(replacement.card?.cardId).to.equal(cardId);
  });

  it('goes on where it was left, in a new tag', async () => {
    const of = backend.company('adjust-resume');
    const payment = await givenPayment(of);
    const first = await givenAdjust(payment.id, { of });
    await first.screen.sees('Charge the payment back');
    first.tag.remove();
    await chargeBack(of, payment);
    const { screen } = await givenAdjust(payment.id, { of });
    await screen.sees('Cut the orders in Komet now.');
    expect(screen.text).to.contain('Paid before');
  });

  it('says why a charge back can’t be adjusted', async () => {
    const of = backend.company('adjust-not');
    const payment = await givenPayment(of);
    const back = (await chargeBack(of, payment)) as Payment;
    const { screen, tag } = await givenAdjust(back.id, { of });
    await screen.sees('Only an approved payment can.');
    await expect(tag).to.be.accessible();
  });

  it('names the right that is missing', async () => {
    const { screen } = await givenAdjust('any', { role: 'Sales Manager' });
    await screen.sees('“refund”');
  });

  it('speaks Spanish', async () => {
    const of = backend.company('adjust-es');
    const payment = await givenPayment(of);
    const { screen } = await givenAdjust(payment.id, { of, locale: 'es' });
    await screen.sees('Un pago autorizado con tarjeta no se puede editar');
  });
});
