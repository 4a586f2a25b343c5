import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { Deps } from '../../proxy/deps.js';
import type { ConfirmationOutcome } from '../../proxy/komet/port.js';
import { listCredits } from '../../proxy/operations/open-items.js';
import { confirmDue } from '../../proxy/operations/orders/confirmations.js';
import { readOrder } from '../../proxy/operations/orders/orders.js';
import { deliverDue } from '../../proxy/operations/outbox.js';
import { readPayment } from '../../proxy/operations/read-payment.js';
import { adoptOrphans, sweep } from '../../proxy/operations/recover.js';
import { takePayment } from '../../proxy/operations/take-payment.js';
import type { PaymentRequest } from '../../src/contract/payment.js';
import { closeStore, givenBackend, givenRequest, newKey, type Backend } from './given.js';
import { givenCustomerRequires, givenLocationAllows, givenOrderRequest, ORDERS } from './given-orders.js';
import { refusedWith } from './refused.js';

after(closeStore);

const MINUTE = 60_000;

/** A location that allows payment upon confirmation. */
async function givenShop(): Promise<Backend> {
  const backend = await givenBackend();
  await givenLocationAllows(backend);
  return backend;
}

async function pay(backend: Backend, members: Partial<PaymentRequest> = {}, deps: Deps = backend.deps) {
  const request = await givenOrderRequest(backend, members);
  return takePayment(deps)(backend.actor(), { key: newKey(), request });
}

const orderOf = (backend: Backend, orderId: string = ORDERS.first) => readOrder(backend.deps)(backend.actor(), orderId);
const creditsOf = async (backend: Backend) =>
  (await listCredits(backend.deps)(backend.actor(), { customerId: '25' })).credits;

/** The same backend with a Komet that answers so when it is asked to confirm. */
const confirming = (backend: Backend, answer: () => Promise<ConfirmationOutcome>): Deps =>
  backend.with({ komet: { ...backend.deps.komet, confirmOrder: answer } });

describe('Pay & Confirm', () => {
  test('charges the card, then confirms the order, then posts the payment', async () => {
    const backend = await givenShop();
    const { status, payment } = await pay(backend);
    assert.deepEqual([status, payment.confirmation, payment.posting], [201, 'confirmed', 'posted']);
    const order = await orderOf(backend);
    assert.deepEqual([order.status, order.openCents, order.paymentId], ['confirmed', 0, payment.id]);
    assert.deepEqual(backend.booked(), [{ type: 'SALE', amount: '84.50', orderId: payment.id }]);
  });

  test('R-3: is refused where neither location nor customer is set to it', async () => {
    const backend = await givenBackend();
    await assert.rejects(pay(backend), refusedWith('rule-broken', 'payment-not-offered'));
    await givenCustomerRequires(backend);
    assert.equal((await pay(backend)).status, 201);
  });

  test('R-5, example 2: takes no partial payment', async () => {
    const backend = await givenShop();
    const partial = { allocations: [{ invoiceId: ORDERS.first, amountCents: 6_000 }], amountCents: 6_000 };
    await assert.rejects(pay(backend, partial), refusedWith('rule-broken', 'partial-not-allowed'));
    const besides = {
      allocations: [
        { invoiceId: ORDERS.first, amountCents: 8_450 },
        { invoiceId: 'inv-1001', amountCents: 10_000 },
      ],
      amountCents: 18_450,
    };
    await assert.rejects(pay(backend, besides), refusedWith('rule-broken', 'partial-not-allowed'));
    assert.deepEqual(backend.booked(), []);
  });

  test('R-6: is always dated today', async () => {
    const backend = await givenShop();
    await assert.rejects(pay(backend, { date: '2026-11-19' }), refusedWith('rule-broken', 'date-not-today'));
    assert.equal((await pay(backend)).payment.date, '2026-11-20');
  });

  test('R-8: credits larger than the order leave an overpayment and call no gateway', async () => {
    const backend = await givenShop();
    const [credit] = await creditsOf(backend);
    const { source: _, ...request } = await givenOrderRequest(backend, {
      orderId: ORDERS.small,
      allocations: [{ invoiceId: ORDERS.small, amountCents: 1_500 }],
      creditIds: [credit?.id ?? ''],
      amountCents: 0,
      overpaymentCents: 500,
    });
    const taken = await takePayment(backend.deps)(backend.actor(), { key: newKey(), request });
    assert.deepEqual([taken.status, taken.payment.confirmation], [201, 'confirmed']);
    assert.deepEqual(backend.booked(), []);
    assert.deepEqual(
      (await creditsOf(backend)).map(({ kind, openCents }) => [kind, openCents]),
      [['overpayment', 500]],
    );
  });

  test('R-8: the card pays what credits do not cover', async () => {
    const backend = await givenShop();
    const [credit] = await creditsOf(backend);
    const { payment } = await pay(backend, { creditIds: [credit?.id ?? ''], amountCents: 6_450 });
    assert.deepEqual([payment.creditsAppliedCents, payment.totalCents], [2_000, 6_450]);
    assert.equal((await orderOf(backend)).openCents, 0);
  });

  test('is for who may take payments of orders and confirm them', async () => {
    const backend = await givenShop();
    const request = await givenOrderRequest(backend);
    const by = (role: 'Sales' | 'Accounts Receivables') =>
      takePayment(backend.deps)(backend.actor([role]), { key: newKey(), request });
    await assert.rejects(by('Accounts Receivables'), refusedWith('not-permitted'));
    assert.equal((await by('Sales')).status, 201);
  });

  test('pays a confirmed order without confirming it again', async () => {
    const backend = await givenShop();
    await backend.deps.komet.confirmOrder(backend.companyId, ORDERS.first, { key: 'elsewhere' });
    await assert.rejects(pay(backend), refusedWith('rule-broken', 'order-not-pending'));
    const { payment } = await pay(backend, { confirmOrder: false });
    assert.deepEqual([payment.status, payment.confirmation], ['approved', 'none']);
  });

  test('is refused before the charge where Komet can not confirm orders', async () => {
    const backend = await givenShop();
    const deps = backend.with({ komet: { ...backend.deps.komet, confirmsOrders: false } });
    await assert.rejects(pay(backend, {}, deps), refusedWith('rule-broken', 'order-not-confirmable'));
    assert.deepEqual(backend.booked(), []);
  });

  test('of an order is no payment of its invoice on A/R while it is pending', async () => {
    const backend = await givenShop();
    const request = await givenRequest(backend, {
      allocations: [{ invoiceId: ORDERS.first, amountCents: 8_450 }],
      amountCents: 8_450,
    });
    await assert.rejects(
      takePayment(backend.deps)(backend.actor(), { key: newKey(), request }),
      refusedWith('rule-broken', 'invoice-not-open'),
    );
  });
});

describe('an order whose payment does not go through', () => {
  test('stays pending after a decline, and can be paid with another card', async () => {
    const backend = await givenShop();
    const declining = { cardToken: await backend.cardToken(`4000000000000127`) };
    const { status, payment } = await pay(backend, { source: declining });
    assert.deepEqual([status, payment.confirmation], [402, 'none']);
    assert.equal(await confirmDue(backend.deps), 0);
    assert.equal((await orderOf(backend)).status, 'pending');
    assert.equal((await pay(backend)).payment.confirmation, 'confirmed');
  });

  test('stays pending while the outcome is unknown, and is confirmed once it is found', async () => {
    const backend = await givenShop();
    backend.simulator.faults.add({ kind: 'drop-after-booking', match: { type: 'sale' } });
    const { status, payment } = await pay(backend);
    assert.deepEqual([status, payment.confirmation], [202, 'none']);
    assert.equal((await orderOf(backend)).status, 'pending');
    backend.passTime(MINUTE);
    await sweep(backend.deps);
    assert.equal((await orderOf(backend)).status, 'confirmed');
    assert.equal((await readPayment(backend.deps)(backend.actor(), payment.id)).confirmation, 'confirmed');
  });
});

describe('a charge that is not followed by a confirmation', () => {
  test('is kept and told as pending; the confirmation is repeated under the same key', async () => {
    const backend = await givenShop();
    const keys: string[] = [];
    const down = backend.with({
      komet: {
        ...backend.deps.komet,
        confirmOrder: (_company, _order, { key }) => {
          keys.push(key);
          return Promise.reject(new Error('Komet is down'));
        },
      },
    });
    const { status, payment } = await pay(backend, {}, down);
    assert.deepEqual([status, payment.confirmation, payment.posting], [201, 'pending', 'pending']);
    backend.passTime(MINUTE);
    await confirmDue(down);
    assert.deepEqual(keys, [payment.id, payment.id]);
    backend.passTime(MINUTE);
    await confirmDue(backend.deps);
    await deliverDue(backend.deps);
    const later = await readPayment(backend.deps)(backend.actor(), payment.id);
    assert.deepEqual([later.confirmation, later.posting], ['confirmed', 'posted']);
    assert.equal(backend.booked().length, 1);
  });

  test('survives a crash between the two', async () => {
    const backend = await givenShop();
    const request = await givenOrderRequest(backend);
    await new Promise<void>((asked) => {
      const crashed = confirming(backend, () => {
        asked();
        return new Promise(() => undefined);
      });
      void takePayment(crashed)(backend.actor(), { key: newKey(), request });
    });
    backend.passTime(MINUTE);
    await adoptOrphans(backend.deps);
    await confirmDue(backend.deps);
    await deliverDue(backend.deps);
    const order = await orderOf(backend);
    assert.deepEqual([order.status, order.openCents, order.confirmation], ['confirmed', 0, 'confirmed']);
    assert.equal(backend.booked().length, 1);
  });

  test('that Komet refuses for good is kept and told as refused', async () => {
    const backend = await givenShop();
    const deps = confirming(backend, () => Promise.resolve({ kind: 'refused', message: 'the order was voided' }));
    const { status, payment } = await pay(backend, {}, deps);
    assert.deepEqual([status, payment.confirmation], [201, 'refused']);
    backend.passTime(60 * MINUTE);
    assert.equal(await confirmDue(deps), 0);
  });
});

describe('one order', () => {
  test('is charged once for a double click', async () => {
    const backend = await givenShop();
    const request = await givenOrderRequest(backend);
    const key = newKey();
    const take = () => takePayment(backend.deps)(backend.actor(), { key, request });
    const [first, second] = await Promise.all([take(), take().catch(() => take())]);
    assert.equal(first.payment.id, second.payment.id);
    assert.equal(backend.booked().length, 1);
  });

  test('is charged once for two clerks', async () => {
    const backend = await givenShop();
    const outcomes = await Promise.allSettled([pay(backend), pay(backend)]);
    assert.deepEqual(outcomes.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    assert.equal(backend.booked().length, 1);
    assert.equal((await orderOf(backend)).status, 'confirmed');
  });
});
