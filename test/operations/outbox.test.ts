import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { Komet, Posting, PostingOutcome } from '../../proxy/komet/port.js';
import { deliverDue } from '../../proxy/operations/outbox.js';
import { readPayment } from '../../proxy/operations/read-payment.js';
import { takePayment } from '../../proxy/operations/take-payment.js';
import { closeStore, countEvents, givenBackend, givenRequest, newKey, type Backend } from './given.js';

after(closeStore);

const SECOND = 1_000;

/** A payment taken while Komet answers as the test says. */
async function givenPaymentWith(post: (posting: Posting) => Promise<PostingOutcome>) {
  const backend = await givenBackend();
  const komet: Komet = { ...backend.deps.komet, post: (_, posting) => post(posting) };
  const deps = backend.with({ komet });
  const request = await givenRequest(backend);
  const { payment } = await takePayment(deps)(backend.actor(), { key: newKey(), request });
  return { backend, deps, payment };
}

const postingState = async (backend: Backend, paymentId: string) =>
  (await readPayment(backend.deps)(backend.actor(), paymentId)).posting;

describe('the posting of an approved payment', () => {
  test('tells Komet everything once, under the payment’s own key', async () => {
    const posted: Posting[] = [];
    const { payment } = await givenPaymentWith((posting) => {
      posted.push(posting);
      return Promise.resolve({ kind: 'posted' });
    });
    assert.deepEqual(posted, [
      {
        key: payment.id,
        concept: 'payment',
        controlNumber: payment.controlNumber,
        customerId: '25',
        locationId: 'miami',
        method: 'in-app',
        date: '2026-11-20',
        amountCents: 10_000,
        feeCents: 0,
        overpaymentCents: 0,
        reference: payment.transactionId,
        allocations: [{ invoiceId: 'inv-1001', invoiceNumber: '1001', amountCents: 10_000, discountCents: 0 }],
        credits: [],
      },
    ]);
  });

  test('is tried again, ever more slowly, until Komet takes it', async () => {
    let tries = 0;
    const { backend, deps, payment } = await givenPaymentWith(() => {
      tries += 1;
      return Promise.resolve(tries < 4 ? { kind: 'retry', message: 'busy' } : { kind: 'posted' });
    });
    const triedAt: number[] = [];
    for (let second = 1; second <= 20; second++) {
      backend.passTime(SECOND);
      const before = tries;
      await deliverDue(deps);
      if (tries > before) triedAt.push(second);
    }
    assert.deepEqual(triedAt, [2, 6, 14]);
    assert.equal(await postingState(backend, payment.id), 'posted');
  });

  test('survives an answer that was lost: Komet books it once', async () => {
    const backend = await givenBackend();
    const komet: Komet = {
      ...backend.deps.komet,
      post: async (companyId, posting) => {
        await backend.deps.komet.post(companyId, posting);
        throw new Error('connection lost');
      },
    };
    const request = await givenRequest(backend, {
      allocations: [{ invoiceId: 'inv-1001', amountCents: 4_000 }],
      amountCents: 4_000,
    });
    await takePayment(backend.with({ komet }))(backend.actor(), { key: newKey(), request });
    backend.passTime(60 * SECOND);
    await deliverDue(backend.deps);
    const [invoice] = await backend.deps.komet.readInvoices(backend.companyId, ['inv-1001']);
    assert.equal(invoice?.balanceCents, 6_000);
  });

  test('that Komet refuses for good stays visible and is not sent again', async () => {
    let tries = 0;
    const { backend, deps, payment } = await givenPaymentWith(() => {
      tries += 1;
      return Promise.resolve({ kind: 'refused', message: 'period closed' });
    });
    backend.passTime(86_400 * SECOND);
    await deliverDue(deps);
    assert.equal(tries, 1);
    assert.equal(await postingState(backend, payment.id), 'pending');
    assert.equal(await countEvents(backend.deps, backend.companyId, 'posting-refused'), 1);
    const { db } = backend.deps.store;
    const row = await db
      .selectFrom('outbox')
      .selectAll()
      .where('company_id', '=', backend.companyId)
      .executeTakeFirst();
    assert.equal(row?.last_message, 'period closed');
  });

  test('does not exist for a declined payment', async () => {
    const backend = await givenBackend();
    const request = await givenRequest(backend, { source: { cardToken: await backend.cardToken('4000000000000127') } });
    const { payment } = await takePayment(backend.deps)(backend.actor(), { key: newKey(), request });
    assert.deepEqual([payment.status, payment.posting, payment.controlNumber], ['declined', 'none', undefined]);
  });
});
