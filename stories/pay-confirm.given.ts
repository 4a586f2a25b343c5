import type { KometPayConfirm } from '../src/components/pay-confirm/pay-confirm.js';
import type { Sandbox } from '../sandbox/sandbox.js';
import { miamiCounterApiKey } from '../simulator/demo-merchants.js';
import { Screen } from '../test/components/receive-payment/screen.js';
import { CUSTOMERS, storeCard } from './receive-payment.given.js';

/** Pending orders of the guided journey's customer at Miami: 84.50, 120.00 and 15.00. */
export const ORDERS = { first: 'ord-3001', second: 'ord-3002', small: 'ord-3003' } as const;

/** The location takes payments upon confirmation, and its customer has a card on file. */
export async function allowPayment(sandbox: Sandbox): Promise<void> {
  await sandbox.call('PATCH', '/v1/locations/miami/settings', { allowPaymentUponConfirmation: true });
  await storeCard(sandbox);
}

/** The customer has to pay at confirmation, whatever the location says. */
export async function requirePayment(sandbox: Sandbox): Promise<void> {
  await sandbox.call('PATCH', `/v1/customers/${CUSTOMERS.journey}/settings`, { requirePaymentUponConfirmation: true });
  await storeCard(sandbox);
}

export async function confirmed(sandbox: Sandbox): Promise<void> {
  await allowPayment(sandbox);
  await sandbox.call('POST', `/v1/orders/${ORDERS.first}/confirm`);
}

/** A terminal whose reader shows the amount and waits for a card that nobody presents. */
export async function waitingTerminal(sandbox: Sandbox): Promise<void> {
  const { id } = (await sandbox.call('POST', '/v1/locations/miami/terminals', { name: 'Counter' })) as { id: string };
  await sandbox.operate('PUT', '/v1/locations/miami/keys', { terminalId: id, apiKey: miamiCounterApiKey });
  await sandbox.operate('POST', '/v1/locations/miami/verify', { terminalId: id });
  await sandbox.simulator.fetch(
    new Request('https://gateway.invalid/__sim/terminals/miami-counter', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ interactive: true }),
    }),
  );
}

export const orderWithFault =
  (kind: Parameters<Sandbox['simulator']['faults']['add']>[0]['kind']) =>
  async (sandbox: Sandbox): Promise<void> => {
    await allowPayment(sandbox);
    sandbox.simulator.faults.add({ kind, match: { type: 'sale' } });
  };

/** The tag on the canvas, as a person sees it. */
export function orderOn(canvas: HTMLElement): Screen<KometPayConfirm> {
  const tag = canvas.querySelector('komet-pay-confirm');
  if (!tag) throw new Error('The story shows no <komet-pay-confirm>');
  return new Screen(tag);
}
