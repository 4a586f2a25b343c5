import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { Deps } from '../../proxy/deps.js';
import type { PaymentGateway } from '../../proxy/gateway/port.js';
import { listInvoices } from '../../proxy/operations/open-items.js';
import { deliverDue } from '../../proxy/operations/outbox.js';
import { readPayment } from '../../proxy/operations/read-payment.js';
import { adoptOrphans, sweep } from '../../proxy/operations/recover.js';
import { takePayment } from '../../proxy/operations/take-payment.js';
import { ProblemError } from '../../proxy/problem-error.js';
import type { Simulator } from '../../simulator/app.js';
import { closeStore, countEvents, givenBackend, givenRequest, newKey, type Backend } from './given.js';

after(closeStore);

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

type Fault = Parameters<Simulator['faults']['add']>[0];

/** A payment of 100.00 whose answer is lost to a fault of the gateway. */
async function givenUnknown(fault: Fault) {
  const backend = await givenBackend();
  backend.simulator.faults.add({ match: { type: 'sale' }, ...fault });
  const request = await givenRequest(backend);
  const taken = await takePayment(backend.deps)(backend.actor(), { key: newKey(), request });
  return { backend, request, taken };
}

const read = (backend: Backend, paymentId: string) => readPayment(backend.deps)(backend.actor(), paymentId);

const isInvoiceOpen = async (backend: Backend) =>
  (await listInvoices(backend.deps)(backend.actor(), { customerId: '25' })).invoices.some(
    (invoice) => invoice.number === '1001',
  );

describe('when the answer to a sale is lost', () => {
  for (const kind of ['drop-after-booking', 'http-500-after', 'truncate-json', 'wrong-amount', 'empty-body'] as const) {
    test(`${kind}: the payment is unknown, then found approved, and charged once`, async () => {
      const { backend, taken } = await givenUnknown({ kind });
      assert.equal(taken.status, 202);
      assert.equal(taken.payment.status, 'unknown');
      backend.passTime(3 * SECOND);
      assert.equal((await read(backend, taken.payment.id)).status, 'approved');
      assert.equal(backend.booked().length, 1);
      assert.equal(await isInvoiceOpen(backend), false);
    });
  }

  test('the invoice stays held meanwhile, so that nobody else can pay it', async () => {
    const { backend } = await givenUnknown({ kind: 'drop-before-booking' });
    const other = await givenRequest(backend, {
      allocations: [{ invoiceId: 'inv-1001', amountCents: 500 }],
      amountCents: 500,
    });
    await assert.rejects(
      takePayment(backend.deps)(backend.actor(), { key: newKey(), request: other }),
      (error: unknown) => {
        return error instanceof ProblemError && error.code === 'invoice-busy';
      },
    );
  });

  test('a sale the gateway never got counts as never made only after ten minutes and three searches', async () => {
    const { backend, taken } = await givenUnknown({ kind: 'drop-before-booking' });
    for (const wait of [5, 15, 60, 240].map((seconds) => seconds * SECOND)) {
      backend.passTime(wait);
      await sweep(backend.deps);
      assert.equal((await read(backend, taken.payment.id)).status, 'unknown');
    }
    backend.passTime(6 * MINUTE);
    await sweep(backend.deps);
    const payment = await read(backend, taken.payment.id);
    assert.equal(payment.status, 'failed');
    assert.equal(payment.failure, 'not-found-at-gateway');
    assert.equal(await isInvoiceOpen(backend), true);
    assert.deepEqual(backend.booked(), []);
  });

  test('a search that fails proves nothing, however often', async () => {
    const { backend, taken } = await givenUnknown({ kind: 'drop-before-booking' });
    backend.simulator.faults.add({ match: { method: 'GET' }, kind: 'http-500-before', times: 50 });
    for (let check = 0; check < 6; check++) {
      backend.passTime(5 * MINUTE);
      await sweep(backend.deps);
    }
    assert.equal((await read(backend, taken.payment.id)).status, 'unknown');
  });

  test('what cannot be settled in a day waits for a person, still held', async () => {
    const { backend, taken } = await givenUnknown({ kind: 'drop-before-booking' });
    backend.simulator.faults.add({ match: { method: 'GET' }, kind: 'http-500-before', times: 500 });
    for (let hour = 0; hour < 26; hour++) {
      backend.passTime(60 * MINUTE);
      await sweep(backend.deps);
    }
    const payment = await read(backend, taken.payment.id);
    assert.equal(payment.status, 'unknown');
    assert.equal(payment.needsReview, true);
    assert.equal(await countEvents(backend.deps, backend.companyId, 'review-needed'), 1);
  });

  test('what can’t be looked up because its key can’t be opened waits for a person after a day, too', async () => {
    const { backend, taken } = await givenUnknown({ kind: 'drop-after-booking' });
    const keyless: Deps = { ...backend.deps, config: { ...backend.deps.config, keyEncryptionKey: new Uint8Array(32) } };
    backend.passTime(3 * SECOND);
    await sweep(keyless);
    backend.passTime(24 * 60 * MINUTE);
    await sweep(keyless);
    const payment = await readPayment(keyless)(backend.actor(), taken.payment.id);
    assert.deepEqual([payment.status, payment.needsReview], ['unknown', true]);
    backend.passTime(61 * MINUTE);
    await sweep(backend.deps);
    assert.equal((await read(backend, taken.payment.id)).status, 'approved');
  });

  test('a sale that turns up after it was given up is reversed once', async () => {
    const { backend, taken } = await givenUnknown({ kind: 'late-arrival', ms: 20 * MINUTE });
    for (const wait of [1, 3, 4, 5].map((minutes) => minutes * MINUTE)) {
      backend.passTime(wait);
      await sweep(backend.deps);
    }
    assert.equal((await read(backend, taken.payment.id)).status, 'failed');
    for (const wait of [10, 60, 120].map((minutes) => minutes * MINUTE)) {
      backend.passTime(wait);
      backend.simulator.tick();
      await sweep(backend.deps);
    }
    const payment = await read(backend, taken.payment.id);
    assert.equal(payment.failure, 'late-charge-reversed');
    assert.deepEqual(
      backend.booked().map((entry) => entry.type),
      ['SALE', 'VOID'],
    );
  });
});

describe('when the proxy dies', () => {
  const dies = (): never => {
    throw new Error('killed');
  };

  test('between the intent and the gateway: nothing is charged, and the invoice is freed in time', async () => {
    const backend = await givenBackend();
    const request = await givenRequest(backend);
    const key = newKey();
    const gateway: PaymentGateway = { ...backend.deps.gateway, sale: dies };
    const store = { ...backend.deps.store };
    await takePayment(backend.with({ gateway, store }))(backend.actor(), { key, request });
    await adoptOrphans(backend.deps);
    for (let check = 0; check < 5; check++) {
      backend.passTime(4 * MINUTE);
      await sweep(backend.deps);
    }
    assert.equal((await takePayment(backend.deps)(backend.actor(), { key, request })).payment.status, 'failed');
    assert.deepEqual(backend.booked(), []);
  });

  test('between the gateway and the commit: the charge is found and booked, and a repetition charges nothing', async () => {
    const backend = await givenBackend();
    const request = await givenRequest(backend);
    const key = newKey();
    let commits = 0;
    const { store } = backend.deps;
    const dying = {
      ...store,
      transaction: ((run) => (++commits === 1 ? store.transaction(run) : dies())) as typeof store.transaction,
    };
    await takePayment(backend.with({ store: dying }))(backend.actor(), { key, request });
    assert.equal(backend.booked().length, 1);
    await adoptOrphans(backend.deps);
    await sweep(backend.deps);
    const again = await takePayment(backend.deps)(backend.actor(), { key, request });
    assert.equal(again.payment.status, 'approved');
    assert.equal(backend.booked().length, 1);
    assert.equal(await isInvoiceOpen(backend), false);
  });

  test('between the booking and Komet: the posting arrives later, once', async () => {
    const backend = await givenBackend();
    const komet = { ...backend.deps.komet, post: dies };
    const { payment } = await takePayment(backend.with({ komet }))(backend.actor(), {
      key: newKey(),
      request: await givenRequest(backend),
    });
    assert.equal(payment.posting, 'pending');
    assert.equal(await isInvoiceOpen(backend), false);
    backend.passTime(MINUTE);
    await deliverDue(backend.deps);
    await deliverDue(backend.deps);
    assert.equal((await read(backend, payment.id)).posting, 'posted');
    assert.equal(await isInvoiceOpen(backend), false);
  });
});

test('an answer that repeats an earlier transaction is not taken for a second success', async () => {
  const backend = await givenBackend();
  const first = await takePayment(backend.deps)(backend.actor(), {
    key: newKey(),
    request: await givenRequest(backend),
  });
  const original = await backend.deps.gateway.findByOrderId(
    { apiKey: (await import('../../simulator/demo-merchants.js')).miamiApiKey },
    first.payment.id,
  );
  assert.ok(original.kind === 'answered' && original.transactions[0]);
  const transaction = original.transactions[0];
  const gateway: PaymentGateway = {
    ...backend.deps.gateway,
    sale: () => Promise.resolve({ kind: 'approved', transaction }),
  };
  const second = await takePayment(backend.with({ gateway }))(backend.actor(), {
    key: newKey(),
    request: await givenRequest(backend, {
      allocations: [{ invoiceId: 'inv-1002', amountCents: 10_000 }],
      amountCents: 10_000,
    }),
  });
  assert.equal(second.payment.status, 'unknown');
});
