import { expect } from '@open-wc/testing';
import { html } from 'lit';
import '../../../src/components/payment-receipt/payment-receipt.js';
import { backend, givenProvider } from '../given-provider.js';
import { givenPayment } from '../chargeback-button/given.js';
import { call } from '../receive-payment/given.js';
import { WindowScreen } from '../window-screen.js';

async function givenReceipt(paymentId: string, settings: Parameters<typeof givenProvider>[1] = {}) {
  const provider = await givenProvider(
    html`<komet-payment-receipt payment-id=${paymentId}></komet-payment-receipt>`,
    settings,
  );
  const tag = provider.querySelector('komet-payment-receipt')!;
  return { tag, screen: new WindowScreen(tag) };
}

const isAccessible = (screen: WindowScreen) =>
  expect(screen.tag).to.be.accessible({ ignoredRules: ['color-contrast'] });

describe('a receipt', () => {
  it('says who paid what for which invoices, and that training moves no money', async () => {
    const of = backend.company('receipt');
    const payment = await givenPayment(of);
    const { screen } = await givenReceipt(payment.id, { of });
    for (const text of ['Petal & Stem Florist', '1001', '1002', 'Total $250.00', 'Training: no money moved.'])
      await screen.sees(text);
    await isAccessible(screen);
  });

  it('tells of the charge back', async () => {
    const of = backend.company('receipt-reversed');
    const payment = await givenPayment(of);
    await call(of, 'POST', `/v1/payments/${payment.id}/charge-back`, { reason: 'wrong amount' });
    const { screen } = await givenReceipt(payment.id, { of });
    await screen.sees('This payment was charged back by');
  });

  it('goes to the customer’s address, which can be changed', async () => {
    const of = backend.company('receipt-mail');
    const payment = await givenPayment(of);
    const { screen } = await givenReceipt(payment.id, { of });
    await screen.sees('Total $250.00');
    expect(screen.input('E-mail').value).to.contain('@');
    screen.input('E-mail').value = 'ana@shop.example';
    await screen.click('Send');
    await screen.sees('On its way to ana@shop.example.');
  });

  it('prints a document of its own on the paper that is chosen', async () => {
    const of = backend.company('receipt-print');
    const payment = await givenPayment(of);
    const { tag, screen } = await givenReceipt(payment.id, { of });
    await screen.sees('Total $250.00');
    tag.format = '80mm';
    const frames = document.querySelectorAll('iframe').length;
    const printed = new Promise<string>((resolve) => {
      new MutationObserver((_, observer) => {
        const frame = [...document.querySelectorAll('iframe')].at(-1);
        if (!frame?.contentWindow || document.querySelectorAll('iframe').length === frames) return;
        observer.disconnect();
        frame.contentWindow.print = () => resolve(frame.contentDocument?.body.textContent ?? '');
      }).observe(document.body, { childList: true });
    });
    await tag.print();
    expect(await printed)
      .to.contain('Petal & Stem Florist')
      .and.to.contain('$250.00')
      .and.not.to.contain('Send');
  });

  it('names what is missing', async () => {
    await (await givenReceipt('no-such-payment')).screen.sees('There is no receipt for this payment.');
    await (await givenReceipt('any', { role: 'Setup' })).screen.sees('Your user lacks the right “pay:read”');
  });

  it('speaks Spanish', async () => {
    const of = backend.company('receipt-es');
    const payment = await givenPayment(of);
    const { screen } = await givenReceipt(payment.id, { of, locale: 'es' });
    await screen.sees('Recibo');
    await screen.sees('Factura');
  });
});
