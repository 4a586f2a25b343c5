import type { PaymentRequest } from '../../src/contract/payment.js';
import type { Reconciliation } from '../../src/contract/reconciliation.js';
import { closeDay } from '../../proxy/operations/reconcile/close-day.js';
import { reconcileDay } from '../../proxy/operations/reconcile/reconcile-day.js';
import { takePayment } from '../../proxy/operations/take-payment.js';
import { givenBackend, givenRequest, newKey, type Backend } from './given.js';

export const DAY = '2026-11-20';
export const HOUR = 3_600_000;
export const place = { locationId: 'miami', day: DAY };

/** Pays 40.00 of the invoice over 100.00. */
export const pay = async (backend: Backend, members: Partial<PaymentRequest> = {}) => {
  const allocations = [{ invoiceId: 'inv-1001', amountCents: 4_000 }];
  const request = await givenRequest(backend, { allocations, amountCents: 4_000, ...members });
  return (await takePayment(backend.deps)(backend.actor(), { key: newKey(), request })).payment;
};

export const compare = async (backend: Backend, upload?: { csv: string; columns: object; fileName: string }) =>
  (await reconcileDay(backend.deps)(backend.actor(), newKey(), { ...place, ...(upload && { upload }) })).run;

export const compareDay = async (backend: Backend, day: string) =>
  (await reconcileDay(backend.deps)(backend.actor(), newKey(), { ...place, day })).run;

export const close = async (backend: Backend, run: Reconciliation, depositCents = run.deposit?.cents ?? 0) =>
  (await closeDay(backend.deps)(backend.actor(), { key: newKey(), id: run.id, depositCents })).run;

/** A day with one payment of 40.00, whose batch is closed. */
export async function givenPaidDay(): Promise<Backend> {
  const backend = await givenBackend();
  await pay(backend);
  backend.passTime(24 * HOUR);
  return backend;
}
