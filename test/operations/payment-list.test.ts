import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { chargeBack } from '../../proxy/operations/charge-back/charge-back.js';
import { listPayments, type PaymentQuery } from '../../proxy/operations/list-payments.js';
import { totalPayments } from '../../proxy/operations/payment-totals.js';
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

describe('the search of the history', () => {
  const found = async (query: PaymentQuery): Promise<number[]> => amounts(await givenPayments(), query);

  test('finds by control number, invoice, last four, method, concept and part of the name', async () => {
    assert.deepEqual(await found({ controlNumber: '10003' }), [3]);
    assert.deepEqual(await found({ invoice: '1004' }), [4]);
    assert.deepEqual(await found({ last4: '1111', to: '2026-11-20' }), [4, 3, 2, 1]);
    assert.deepEqual(await found({ last4: '0000' }), []);
    assert.deepEqual(await found({ method: 'pos-terminal' }), []);
    assert.deepEqual(await found({ concept: 'refund' }), []);
    assert.deepEqual(await found({ customer: 'pETAL', invoice: '1001' }), [1]);
    assert.deepEqual(await found({ customer: '%' }), []);
  });

  test('finds by the processor’s transaction number and by the authorization code', async () => {
    const backend = await givenPayments();
    const payment = await readPayment(backend.deps)(backend.actor(), backend.ids[1] ?? '');
    assert.deepEqual(await amounts(backend, { reference: payment.transactionId }), [2]);
    assert.ok((await amounts(backend, { reference: payment.authorizationCode })).includes(2));
  });

  test('R-18: totals net a charge back against its payment, and count no declined one', async () => {
    const backend = await givenPayments();
    const charge = chargeBack(backend.deps);
    await charge(backend.actor(), {
      key: newKey(),
      paymentId: backend.ids[4] ?? '',
      request: { reason: 'wrong amount' },
    });
    const totals = await totalPayments(backend.deps)(backend.actor(), {});
    assert.equal(totals.netCents, 10_000);
    assert.deepEqual(
      totals.groups.map(({ concept, brand, count, totalCents }) => [concept, brand, count, totalCents]),
      [
        ['payment', 'visa', 5, 15_000],
        ['charge-back', 'visa', 1, -5_000],
      ],
    );
    assert.deepEqual([totals.count, totals.bookedCount], [6, 6]);
    const stranger = backend.actor(['Administrator'], { companyId: 'another' });
    assert.equal((await totalPayments(backend.deps)(stranger, {})).count, 0);
  });
});
