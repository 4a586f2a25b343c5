import { waitUntil } from '@open-wc/testing';
import { html } from 'lit';
import '../../../src/components/chargeback-button/chargeback-button.js';
import type { Payment } from '../../../src/contract/payment.js';
import { backend, givenProvider, type Backend } from '../given-provider.js';
import { call, givenCardToken, PETAL } from '../receive-payment/given.js';
import { WindowScreen } from '../window-screen.js';

/** A payment of invoice 1001 (100.00) and 1002 (150.00), unless told otherwise. */
export async function givenPayment(of: Backend = backend, members: object = {}): Promise<Payment> {
  return call<Payment>(of, 'POST', '/v1/payments', {
    locationId: 'miami',
    customerId: PETAL,
    method: 'in-app',
    source: { cardToken: await givenCardToken(of) },
    allocations: [
      { invoiceId: 'inv-1001', amountCents: 10_000 },
      { invoiceId: 'inv-1002', amountCents: 15_000 },
    ],
    amountCents: 25_000,
    ...members,
  });
}

/** The tag in an open session. */
export async function givenButton(paymentId: string, settings: Parameters<typeof givenProvider>[1] = {}) {
  const provider = await givenProvider(
    html`<komet-chargeback-button payment-id=${paymentId}></komet-chargeback-button>`,
    settings,
  );
  const tag = provider.querySelector('komet-chargeback-button')!;
  await tag.updateComplete;
  return { tag, screen: new WindowScreen(tag) };
}

/** The window of the button, its preview loaded. */
export async function givenWindow(paymentId: string, settings: Parameters<typeof givenProvider>[1] = {}) {
  const given = await givenButton(paymentId, settings);
  given.screen.all('button')[0]!.click();
  const isLoaded = () =>
    /Returns to the card|can’t be charged back|is charged back|finding out/.test(given.screen.text);
  await waitUntil(isLoaded, 'The preview does not come', { timeout: 10_000 });
  await given.screen.settled();
  return given;
}

/** The next void goes wrong at the gateway in this way. */
export async function givenVoidFault(kind: string, of: Backend = backend): Promise<void> {
  await fetch(`${of.simulatorUrl}/__sim/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind, match: { type: 'void' } }),
  });
}
