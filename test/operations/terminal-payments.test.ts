import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Payment } from '../../src/contract/payment.js';
import type { Deps } from '../../proxy/deps.js';
import { createClearentGateway } from '../../proxy/gateway/clearent/adapter.js';
import { createFetchHttp } from '../../proxy/gateway/fetch-http.js';
import { cancelPayment } from '../../proxy/operations/cancel-payment.js';
import { readPayment } from '../../proxy/operations/read-payment.js';
import { sweep } from '../../proxy/operations/recover.js';
import { takePayment, type TakenPayment } from '../../proxy/operations/take-payment.js';
import { askReader, closeStore, givenBackend, givenRequest, holdReader, newKey, type Backend } from './given.js';
import { refusedWith } from './refused.js';

after(closeStore);

const atCounter = { method: 'pos-terminal', source: { terminalId: 'counter' } } as const;
const MINUTE = 60_000;

async function take(backend: Backend, members: object = {}, deps: Deps = backend.deps): Promise<TakenPayment> {
  const request = await givenRequest(backend, { ...atCounter, ...members });
  return takePayment(deps)(backend.actor(), { key: newKey(), request });
}

/** The payment once the terminal has answered. */
async function settled(backend: Backend, taken: TakenPayment): Promise<Payment> {
  await taken.settled;
  return readPayment(backend.deps)(backend.actor(), taken.payment.id);
}

async function givenWaitingReader(backend: Backend): Promise<(action: object) => Promise<unknown>> {
  await holdReader(backend);
  return async (action) => {
    // The reader can be answered once the sale has reached it.
    while ((await askReader(backend, 'POST', '/respond', action)).status === 409) await nextTurn();
  };
}

describe('a payment at a terminal', () => {
  test('R-11: charges the card presented at that terminal', async () => {
    const backend = await givenBackend();
    const payment = await settled(backend, await take(backend));
    assert.deepEqual([payment.status, payment.terminalId, payment.posting], ['approved', 'counter', 'posted']);
    const [sale] = backend.simulator.ledger.transactions;
    assert.equal(sale?.terminalId, '10018002');
  });

  test('is answered as under way while the reader waits for the card, and approved after it', async () => {
    const backend = await givenBackend();
    const respond = await givenWaitingReader(backend);
    const taken = await take(backend);
    assert.deepEqual([taken.status, taken.payment.status], [202, 'requested']);
    assert.equal((await readPayment(backend.deps)(backend.actor(), taken.payment.id)).status, 'requested');
    await respond({ action: 'approve' });
    assert.equal((await settled(backend, taken)).status, 'approved');
    assert.equal(backend.booked().length, 1);
  });

  test('is not sent to the reader again when its request is repeated meanwhile', async () => {
    const backend = await givenBackend();
    const respond = await givenWaitingReader(backend);
    const request = await givenRequest(backend, atCounter);
    const key = newKey();
    const first = await takePayment(backend.deps)(backend.actor(), { key, request });
    const second = await takePayment(backend.deps)(backend.actor(), { key, request });
    assert.deepEqual([second.status, second.replayed, second.payment.id], [202, true, first.payment.id]);
    await respond({ action: 'approve' });
    await first.settled;
    assert.equal(backend.booked().length, 1);
  });

  test('that is declined at the reader leaves the invoice free', async () => {
    const backend = await givenBackend();
    const respond = await givenWaitingReader(backend);
    const taken = await take(backend);
    await respond({ action: 'decline' });
    assert.equal((await settled(backend, taken)).status, 'declined');
    const again = await take(backend);
    await respond({ action: 'approve' });
    assert.equal((await settled(backend, again)).status, 'approved');
  });

  for (const [fault, status, failure] of [
    ['terminal-cancelled', 'cancelled', undefined],
    ['terminal-offline', 'failed', 'terminal-unreachable'],
    ['terminal-busy', 'failed', 'terminal-busy'],
  ] as const) {
    test(`${fault}: nothing is charged and the invoice is free again`, async () => {
      const backend = await givenBackend();
      backend.simulator.faults.add({ kind: fault });
      const payment = await settled(backend, await take(backend));
      assert.deepEqual([payment.status, payment.failure], [status, failure]);
      assert.deepEqual(backend.booked(), []);
      assert.equal((await settled(backend, await take(backend))).status, 'approved');
    });
  }

  test('is approved without a token, and offers no card to keep', async () => {
    const backend = await givenBackend();
    backend.simulator.faults.add({ kind: 'missing-token' });
    const payment = await settled(backend, await take(backend));
    assert.deepEqual([payment.status, payment.savedCard], ['approved', undefined]);
  });

  test('that looks like one at the same terminal minutes ago asks for a reason', async () => {
    const backend = await givenBackend();
    const deposit = { allocations: [], amountCents: 2_500, overpaymentCents: 2_500 };
    await settled(backend, await take(backend, deposit));
    await assert.rejects(take(backend, deposit), refusedWith('rule-broken', 'suspected-duplicate'));
    const wanted = await settled(backend, await take(backend, { ...deposit, duplicateReason: 'Two deposits' }));
    assert.equal(wanted.status, 'approved');
  });
});

describe('a terminal whose answer is lost', () => {
  test('is found at the gateway: books and gateway agree', async () => {
    const backend = await givenBackend();
    backend.simulator.faults.add({ kind: 'drop-after-booking', match: { type: 'sale' } });
    const taken = await take(backend);
    await taken.settled;
    backend.passTime(MINUTE);
    await sweep(backend.deps);
    assert.equal((await settled(backend, taken)).status, 'approved');
    assert.deepEqual(backend.booked(), [{ type: 'SALE', amount: '100.00', orderId: taken.payment.id }]);
  });

  test('and that never charged is given up only after several searches', async () => {
    const backend = await givenBackend();
    backend.simulator.faults.add({ kind: 'drop-before-booking', match: { type: 'sale' } });
    const taken = await take(backend);
    await taken.settled;
    assert.equal((await settled(backend, taken)).status, 'unknown');
    for (let look = 0; look < 4; look++) {
      backend.passTime(4 * MINUTE);
      await sweep(backend.deps);
    }
    const payment = await settled(backend, taken);
    assert.deepEqual([payment.status, payment.failure], ['failed', 'not-found-at-gateway']);
    assert.deepEqual(backend.booked(), []);
  });

  test('never answers: the call ends by itself, and the charge made after that is found', async () => {
    const backend = await givenBackend();
    const respond = await givenWaitingReader(backend);
    const taken = await take(backend, {}, backend.with({ gateway: impatientGateway(backend) }));
    await taken.settled;
    assert.equal((await readPayment(backend.deps)(backend.actor(), taken.payment.id)).status, 'unknown');
    await respond({ action: 'approve' });
    backend.passTime(MINUTE);
    while ((await sweep(backend.deps)) > 0) backend.passTime(MINUTE);
    const payment = await readPayment(backend.deps)(backend.actor(), taken.payment.id);
    assert.equal(payment.status, 'approved');
    assert.deepEqual(backend.booked(), [{ type: 'SALE', amount: '100.00', orderId: payment.id }]);
  });
});

describe('cancelling a payment', () => {
  test('at a terminal is done on the device, and says so', async () => {
    const backend = await givenBackend();
    const respond = await givenWaitingReader(backend);
    const taken = await take(backend);
    await assert.rejects(
      cancelPayment(backend.deps)(backend.actor(), taken.payment.id),
      refusedWith('rule-broken', 'cancel-at-terminal'),
    );
    await respond({ action: 'cancel' });
    await taken.settled;
    assert.equal((await cancelPayment(backend.deps)(backend.actor(), taken.payment.id)).status, 'cancelled');
  });

  test('R-27: is refused once the card is charged', async () => {
    const backend = await givenBackend();
    const { payment } = await takePayment(backend.deps)(backend.actor(), {
      key: newKey(),
      request: await givenRequest(backend),
    });
    await assert.rejects(
      cancelPayment(backend.deps)(backend.actor(), payment.id),
      refusedWith('rule-broken', 'payment-not-cancellable'),
    );
  });
});

/** A gateway that gives up on its terminals at once. */
function impatientGateway(backend: Backend): Deps['gateway'] {
  return createClearentGateway({
    baseUrl: 'http://gateway.test',
    http: createFetchHttp((request) => backend.simulator.fetch(request)),
    softwareVersion: '0.0.0-test',
    saleTimeoutMs: 30_000,
    terminalTimeoutMs: 1,
    queryTimeoutMs: 10_000,
    clock: backend.deps.clock,
  });
}
