import type { PaymentRequest } from '../../src/contract/payment.js';
import { changeCustomerSettings } from '../../proxy/operations/settings/customer-settings.js';
import { changeLocationSettings } from '../../proxy/operations/settings/location-settings.js';
import { givenRequest, newKey, type Backend } from './given.js';

/** Petal & Stem's pending orders at Miami: 84.50, 120.00 and 15.00. */
export const ORDERS = { first: 'ord-3001', second: 'ord-3002', small: 'ord-3003', atBogota: 'ord-3004' } as const;

export async function givenLocationAllows(backend: Backend, allowPaymentUponConfirmation = true): Promise<void> {
  const change = { allowPaymentUponConfirmation };
  await changeLocationSettings(backend.deps)(backend.actor(), { key: newKey(), locationId: 'miami', change });
}

export async function givenCustomerRequires(backend: Backend, customerId = '25'): Promise<void> {
  const change = { requirePaymentUponConfirmation: true };
  await changeCustomerSettings(backend.deps)(backend.actor(), { key: newKey(), customerId, change });
}

/** Pay & Confirm of order 3001 with a new card, unless told otherwise. */
export async function givenOrderRequest(
  backend: Backend,
  members: Partial<PaymentRequest> = {},
): Promise<PaymentRequest> {
  return givenRequest(backend, {
    orderId: ORDERS.first,
    confirmOrder: true,
    allocations: [{ invoiceId: ORDERS.first, amountCents: 8_450 }],
    amountCents: 8_450,
    ...members,
  });
}
