import { expect, oneEvent } from '@open-wc/testing';
import { html } from 'lit';
import '../../../src/components/payment-history/payment-history.js';
import { backend, givenProvider } from '../given-provider.js';
import { givenPayment } from '../chargeback-button/given.js';
import { call } from '../receive-payment/given.js';
import { WindowScreen } from '../window-screen.js';

async function givenHistory(settings: Parameters<typeof givenProvider>[1] = {}) {
  const provider = await givenProvider(html`<komet-payment-history></komet-payment-history>`, settings);
  return new WindowScreen(provider.querySelector('komet-payment-history')!);
}

const rowsOf = (screen: WindowScreen, count: number) => screen.shows('tbody tr[aria-rowindex]', count);

const isAccessible = (screen: WindowScreen) =>
  expect(screen.tag).to.be.accessible({ ignoredRules: ['color-contrast'] });

describe('Payment History', () => {
  it('says that there is nothing yet', async () => {
    const of = backend.company('nothing');
    const screen = await givenHistory({ of });
    await screen.sees('No payments here');
    await isAccessible(screen);
  });

  it('Guide: locates a payment and offers CB in its Actions column', async () => {
    const of = backend.company('located');
    const payment = await givenPayment(of);
    const screen = await givenHistory({ of });
    await screen.sees('Petal & Stem Florist');
    await screen.sees('Net $250.00');
    await rowsOf(screen, 1);
    expect(screen.all('komet-chargeback-button').map((tag) => tag.getAttribute('payment-id'))).to.deep.equal([
      payment.id,
    ]);
    await isAccessible(screen);
  });

  it('R-18: shows a charge back as a negative payment, marks the original with its user, and nets them to nothing', async () => {
    const of = backend.company('reversed');
    const payment = await givenPayment(of);
    await call(of, 'POST', `/v1/payments/${payment.id}/charge-back`, { reason: 'wrong amount' });
    const screen = await givenHistory({ of });
    await screen.sees('-250.00');
    await screen.sees('Charged back by');
    await screen.sees('Net $0.00');
    expect(screen.all('abbr').map((mark) => mark.title)).to.deep.equal(['Charge Back']);
  });

  it('finds by what is typed into the search, and says so when nothing fits', async () => {
    const of = backend.company('searched');
    await givenPayment(of);
    const screen = await givenHistory({ of });
    await screen.sees('Net $250.00');
    screen.all('.head button')[0]!.click();
    await screen.settled();
    await isAccessible(screen);
    screen.input('Control #').value = '99999';
    screen.all<HTMLFormElement>('form')[0]!.requestSubmit();
    await screen.sees('No payments here');
    screen.all<HTMLButtonElement>('.center button')[0]!.click();
    await screen.sees('Net $250.00');
  });

  it('opens the details of the row that the arrow keys have come to', async () => {
    const of = backend.company('keyed');
    await givenPayment(of, { allocations: [{ invoiceId: 'inv-1003', amountCents: 7_500 }], amountCents: 7_500 });
    await givenPayment(of);
    const screen = await givenHistory({ of });
    await screen.sees('Net $325.00');
    const [first, second] = await rowsOf(screen, 2);
    first!.focus();
    first!.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, composed: true }));
    await screen.settled();
    expect((second!.getRootNode() as ShadowRoot).activeElement).to.equal(second);
    second!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
    await screen.sees('Balance after');
    await screen.sees('1003');
    await isAccessible(screen);
    await screen.click('Receipt');
    await screen.sees('Total $75.00');
  });

  it('adds a column that is chosen, and keeps the choice in the browser', async () => {
    const of = backend.company('columns');
    await givenPayment(of);
    const screen = await givenHistory({ of });
    await screen.sees('Net $250.00');
    await screen.click('Columns');
    await screen.tick('Processed By');
    expect(screen.all('thead th').map((heading) => heading.textContent.trim())).to.include('Processed By');
    const again = await givenHistory({ of });
    await again.sees('Net $250.00');
    expect(again.all('thead th').map((heading) => heading.textContent.trim())).to.include('Processed By');
    localStorage.removeItem('komet-pay:history-columns');
  });

  it('reads the list anew when a payment of it was charged back', async () => {
    const of = backend.company('told');
    const payment = await givenPayment(of);
    const screen = await givenHistory({ of });
    await screen.sees('Net $250.00');
    await call(of, 'POST', `/v1/payments/${payment.id}/charge-back`, { reason: 'wrong amount' });
    screen
      .all('komet-chargeback-button')[0]!
      .dispatchEvent(new Event('komet-payment-charged-back', { bubbles: true, composed: true }));
    await screen.sees('Net $0.00');
  });

  it('asks the page to adjust a payment', async () => {
    const of = backend.company('adjusted');
    const payment = await givenPayment(of);
    const screen = await givenHistory({ of });
    await screen.sees('Net $250.00');
    screen.all<HTMLButtonElement>('.actions button')[0]!.click();
    await screen.sees('Adjust');
    const asked = oneEvent(screen.tag, 'komet-adjustment-requested');
    await screen.click('Adjust');
    expect((await asked).detail).to.deep.equal({ paymentId: payment.id, customerId: '25', locationId: 'miami' });
  });

  it('names the right that a user lacks', async () => {
    const screen = await givenHistory({ role: 'Setup' });
    await screen.sees('Your user lacks the right “pay:read”');
    await isAccessible(screen);
  });

  it('speaks Spanish', async () => {
    const of = backend.company('spanish');
    await givenPayment(of);
    const screen = await givenHistory({ of, locale: 'es' });
    await screen.sees('Historial de pagos');
    await screen.sees('Neto $250.00');
  });
});
