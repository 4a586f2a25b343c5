import { aTimeout, expect, oneEvent } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { Payment } from '../../../src/contract/payment.js';
import type { PaymentChargedBackEvent } from '../../../src/events.js';
import { backend } from '../given-provider.js';
import { call } from '../receive-payment/given.js';
import { givenButton, givenPayment, givenVoidFault, givenWindow } from './given.js';

const read = (of: typeof backend, id: string) => call<Payment>(of, 'GET', `/v1/payments/${id}`);

describe('the button', () => {
  it('Guide: says CB, and in full to a screen reader', async () => {
    const { screen, tag } = await givenButton('any');
    expect(screen.text.trim()).to.equal('CB');
    const [button] = screen.all('button');
    expect(button!.getAttribute('aria-label')).to.equal('CB, charge back this payment');
    tag.controlNumber = '1234';
    await screen.settled();
    expect(button!.getAttribute('aria-label')).to.equal('CB, charge back payment 1234');
    await expect(tag).to.be.accessible();
  });

  it('is disabled without the right, which it names', async () => {
    const { screen } = await givenButton('any', { role: 'Sales Manager' });
    const [button] = screen.all('button');
    expect(button!.getAttribute('aria-disabled')).to.equal('true');
    expect(button!.title).to.contain('“refund”');
    button!.click();
    await screen.settled();
    expect(screen.all('dialog')).to.have.length(0);
  });
});

describe('the window', () => {
  it('Example 1: shows what returns and what reopens before anything happens', async () => {
    const of = backend.company('cb-preview');
    const payment = await givenPayment(of);
    const { screen, tag } = await givenWindow(payment.id, { of });
    expect(screen.text).to.contain(`Charge back payment ${String(payment.controlNumber)}`);
    for (const part of ['$250.00', 'Visa •••• 1111', 'cancelled before it settles', '1001', '1002', '$150.00'])
      expect(screen.text).to.contain(part);
    await expect(tag).to.be.accessible();
    expect((await read(of, payment.id)).status).to.equal('approved');
  });

  it('charges the whole payment back, says so and tells the page', async () => {
    const of = backend.company('cb-done');
    const payment = await givenPayment(of);
    const { screen, tag } = await givenWindow(payment.id, { of });
    const told = oneEvent<PaymentChargedBackEvent>(tag, 'komet-payment-charged-back');
    await screen.type('Reason', 'Box was cut');
    await screen.click('Continue');
    const { detail } = await told;
    expect([detail.paymentId, detail.totalCents, detail.moneyBack]).to.deep.equal([payment.id, 25_000, 'void']);
    expect(detail.invoiceIds).to.deep.equal(['inv-1001', 'inv-1002']);
    await screen.sees('is charged back');
    expect(screen.text).to.contain('$250.00 of Visa •••• 1111 will not be charged.');
    expect(screen.text).to.contain('by Ana Paz');
    expect(screen.has('Continue')).to.equal(false);
    await expect(tag).to.be.accessible();
    expect((await read(of, payment.id)).reversedBy?.name).to.equal('Ana Paz');
  });

  it('asks for a reason and a date that can be, with the focus on the first fault', async () => {
    const of = backend.company('cb-faults');
    const payment = await givenPayment(of);
    const { screen } = await givenWindow(payment.id, { of });
    await screen.type('Date of the charge back', '2020-01-01');
    await screen.click('Continue');
    expect(screen.text).to.contain('Not before');
    expect(screen.text).to.contain('Say why.');
    expect(screen.input('Date of the charge back').matches(':focus')).to.equal(true);
    expect((await read(of, payment.id)).status).to.equal('approved');
  });

  it('makes one charge back of a clerk who presses twice', async () => {
    const of = backend.company('cb-twice');
    const payment = await givenPayment(of);
    const { screen } = await givenWindow(payment.id, { of });
    await screen.type('Reason', 'Twice');
    const go = screen.button('Continue');
    for (let press = 0; press < 3; press++) go.click();
    await screen.sees(`Payment ${String(payment.controlNumber)} is charged back`);
    const { payments } = await call<{ payments: Payment[] }>(of, 'GET', '/v1/payments?customerId=25');
    expect(payments.filter((one) => one.concept === 'charge-back')).to.have.length(1);
  });

  it('R-23: names the payment that used the credit', async () => {
    const of = backend.company('cb-spent');
    const payment = await givenPayment(of, { amountCents: 30_000, overpaymentCents: 5_000 });
    const { credits } = await call<{ credits: { id: string; sourcePaymentId?: string }[] }>(
      of,
      'GET',
      '/v1/customers/25/credits',
    );
    const creditIds = credits.filter((one) => one.sourcePaymentId === payment.id).map((one) => one.id);
    const allocations = [{ invoiceId: 'inv-1003', amountCents: 1_000 }];
    const user = await givenPayment(of, { allocations, amountCents: 0, creditIds, source: undefined });
    const { screen, tag } = await givenWindow(payment.id, { of });
    expect(screen.text).to.contain('This payment can’t be charged back');
    expect(screen.text).to.contain(`payment #${String(user.controlNumber)}`);
    expect(screen.has('Continue')).to.equal(false);
    await expect(tag).to.be.accessible();
  });

  it('waits calmly for a lost answer and goes on in a new tag', async () => {
    const of = backend.company('cb-unknown');
    const payment = await givenPayment(of);
    await givenVoidFault('drop-after-booking', of);
    const first = await givenWindow(payment.id, { of });
    await first.screen.type('Reason', 'Lost');
    await first.screen.click('Continue');
    await first.screen.sees('We are finding out what happened');
    await expect(first.tag).to.be.accessible();
    first.tag.remove();
    const { screen, tag } = await givenWindow(payment.id, { of });
    if (!screen.text.includes('is charged back')) await oneEvent(tag, 'komet-payment-charged-back');
    await screen.sees('is charged back');
  });

  it('of a payment that is charged back says by whom', async () => {
    const of = backend.company('cb-again');
    const payment = await givenPayment(of);
    await call(of, 'POST', `/v1/payments/${payment.id}/charge-back`, { reason: 'First' });
    const { screen } = await givenWindow(payment.id, { of });
    expect(screen.text).to.contain('is charged back');
    expect(screen.text).to.contain('by Ana Paz');
  });

  it('says that nothing moved when the processor refuses', async () => {
    const of = backend.company('cb-refused');
    const payment = await givenPayment(of);
    const { screen, tag } = await givenWindow(payment.id, { of });
    await fetch(`${of.simulatorUrl}/__sim/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'http-500-before', times: 1, match: { method: 'GET' } }),
    });
    await screen.type('Reason', 'Refused');
    const failed = oneEvent(tag, 'komet-error');
    await screen.click('Continue');
    await failed;
    await screen.sees('Nothing was charged back');
    expect(screen.text).to.contain('It is safe to try again.');
    await screen.click('Continue');
    await screen.sees('is charged back');
  });

  it('speaks Spanish and fits a phone', async () => {
    const of = backend.company('cb-es');
    const payment = await givenPayment(of);
    await setViewport({ width: 360, height: 640 });
    const { screen, tag } = await givenButton(payment.id, { of, locale: 'es', density: 'compact' });
    screen.all('button')[0]!.click();
    await screen.sees('Facturas que se reabren');
    await aTimeout(0);
    const [dialog] = screen.all('dialog');
    expect(dialog!.scrollWidth).to.be.at.most(360);
    await expect(tag).to.be.accessible();
    await setViewport({ width: 800, height: 600 });
  });
});
