import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { listPayments, type PaymentQuery } from '../../proxy/operations/list-payments.js';
import { readPayment } from '../../proxy/operations/read-payment.js';
import { takePayment } from '../../proxy/operations/take-payment.js';
import { closeStore, givenBackend, givenRequest, newKey, type Backend } from './given.js';
import { refusedWith } from './refused.js';

after(closeStore);

/** Five payments of 10.00, 20.00 … on different invoices, all made in the same millisecond but the last. */
async function givenPayments(): Promise<Backend & { keys: string[]; ids: string[] }> {
  const backend = await givenBackend();
  const keys: string[] = [];
  const ids: string[] = [];
  for (const [index, number] of ['1001', '1002', '1003', '1004', '1005'].entries()) {
    if (index === 4) backend.passTime(86_400_000);
    const amountCents = (index + 1) * 1_000;
    const key = newKey();
    const allocations = [{ invoiceId: `inv-${number}`, amountCents }];
    const request = await givenRequest(backend, { allocations, amountCents });
    const { payment } = await takePayment(backend.deps)(backend.actor(), { key, request });
    keys.push(key);
    ids.push(payment.id);
  }
  return { ...backend, keys, ids };
}

const amounts = async (backend: Backend, query: PaymentQuery, actor = backend.actor()): Promise<number[]> =>
  (await listPayments(backend.deps)(actor, query)).payments.map((payment) => payment.amountCents / 1_000);

describe('the list of payments', () => {
  test('is newest first and comes in pages that neither repeat nor skip', async () => {
    const backend = await givenPayments();
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listPayments(backend.deps)(backend.actor(), { limit: '2', ...(cursor && { cursor }) });
      seen.push(...page.payments.map((payment) => payment.id));
      cursor = page.nextCursor;
    } while (cursor);
    assert.deepEqual(seen, [...backend.ids].reverse());
  });

  test('is narrowed by day, status, customer and key', async () => {
    const backend = await givenPayments();
    assert.deepEqual(await amounts(backend, { from: '2026-11-21' }), [5]);
    assert.deepEqual(await amounts(backend, { to: '2026-11-20' }), [4, 3, 2, 1]);
    assert.deepEqual(await amounts(backend, { status: 'declined' }), []);
    assert.deepEqual(await amounts(backend, { customerId: '100' }), []);
    assert.deepEqual(await amounts(backend, { key: backend.keys[2] }), [3]);
  });

  test('refuses a cursor it did not give', async () => {
    const backend = await givenBackend();
    for (const cursor of ['x', btoa('not a date|id'), btoa("2026-11-20T15:00:00.000Z|' or 1=1")]) {
      await assert.rejects(listPayments(backend.deps)(backend.actor(), { cursor }), refusedWith('invalid-request'));
    }
  });

  test('holds nothing of other customers, locations or companies', async () => {
    const backend = await givenPayments();
    const buyer = backend.actor(['Customer'], { kind: 'portal', customerId: '100' });
    const elsewhere = backend.actor(['Cashier'], { locationIds: ['bogota'] });
    const stranger = backend.actor(['Administrator'], { companyId: 'another' });
    const paymentId = backend.ids[0] ?? '';
    for (const actor of [buyer, elsewhere, stranger]) {
      assert.deepEqual(await amounts(backend, {}, actor), []);
      await assert.rejects(readPayment(backend.deps)(actor, paymentId), refusedWith('not-found'));
    }
  });
});
