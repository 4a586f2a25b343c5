import { html } from 'lit';
import '../../../src/components/pay-confirm/pay-confirm.js';
import type { KometPayConfirm } from '../../../src/components/pay-confirm/pay-confirm.js';
import { givenProvider, type Backend } from '../given-provider.js';
import { call } from '../receive-payment/given.js';
import { Screen } from '../receive-payment/screen.js';

/** Petal & Stem's pending orders at Miami: 84.50, 120.00 and 15.00. */
export const ORDERS = { first: 'ord-3001', second: 'ord-3002', small: 'ord-3003' } as const;

export type OrderScreen = Screen<KometPayConfirm>;

type Settings = Parameters<typeof givenProvider>[1] & { orderId?: string; readonly?: boolean };

/** The tag of an order, the order shown. */
export async function givenOrder({ orderId = ORDERS.first, readonly = false, ...settings }: Settings = {}) {
  const provider = await givenProvider(
    html`<komet-pay-confirm order-id=${orderId} ?readonly=${readonly}></komet-pay-confirm>`,
    settings,
  );
  const screen: OrderScreen = new Screen(provider.querySelector('komet-pay-confirm')!);
  await screen.sees('Order 3');
  return screen;
}

export const allowPayment = (of: Backend): Promise<unknown> =>
  call(of, 'PATCH', '/v1/locations/miami/settings', { allowPaymentUponConfirmation: true });

export const requirePayment = (of: Backend): Promise<unknown> =>
  call(of, 'PATCH', '/v1/customers/25/settings', { requirePaymentUponConfirmation: true });

export const orderOf = (of: Backend, orderId: string = ORDERS.first): Promise<{ status: string; openCents: number }> =>
  call(of, 'GET', `/v1/orders/${orderId}`);
