import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { confirmOrder } from '../../proxy/operations/orders/confirm-order.js';
import { listOrders, readOrder } from '../../proxy/operations/orders/orders.js';
import { takePayment } from '../../proxy/operations/take-payment.js';
import { closeStore, givenBackend, newKey, type Backend } from './given.js';
import { givenCustomerRequires, givenLocationAllows, givenOrderRequest, ORDERS } from './given-orders.js';
import { refusedWith } from './refused.js';

after(closeStore);

const confirm = (backend: Backend, orderId: string = ORDERS.first, key = newKey()) =>
  confirmOrder(backend.deps)(backend.actor(), { key, orderId });
const statusOf = async (backend: Backend, orderId: string = ORDERS.first): Promise<string> =>
  (await readOrder(backend.deps)(backend.actor(), orderId)).status;

describe('an order', () => {
  test('is read with its open amount and what decides its buttons', async () => {
    const backend = await givenBackend();
    await givenLocationAllows(backend);
    const order = await readOrder(backend.deps)(backend.actor(['Sales']), ORDERS.first);
    assert.deepEqual([order.customerName, order.status, order.openCents], ['Petal & Stem Florist', 'pending', 8_450]);
    assert.equal(order.conditions.location.allowPaymentUponConfirmation, true);
    assert.equal(order.conditions.customer.requirePaymentUponConfirmation, false);
    assert.equal(order.conditions.integrationState, 'ready');
  });

  test('is listed by location and status, soonest ship date first', async () => {
    const backend = await givenBackend();
    const query = { locationId: 'bogota', status: 'pending' as const };
    const { orders } = await listOrders(backend.deps)(backend.actor(), query);
    assert.ok(orders.length > 1);
    assert.deepEqual([...new Set(orders.map((order) => `${order.locationId} ${order.status}`))], ['bogota pending']);
    const days = orders.map((order) => order.shipDate);
    assert.deepEqual(days, days.toSorted());
  });

  test('of another customer or location than the session is for does not exist', async () => {
    const backend = await givenBackend();
    const buyer = backend.actor(['Customer'], { customerId: '101', kind: 'portal' });
    const clerk = backend.actor(['Cashier'], { locationIds: ['bogota'] });
    for (const actor of [buyer, clerk]) {
      await assert.rejects(readOrder(backend.deps)(actor, ORDERS.first), refusedWith('not-found'));
      const { orders } = await listOrders(backend.deps)(actor, {});
      assert.equal(
        orders.some((order) => order.id === ORDERS.first),
        false,
      );
    }
  });
});

describe('confirming an order without a payment', () => {
  test('makes it an open invoice, once per key', async () => {
    const backend = await givenBackend();
    const key = newKey();
    const first = await confirm(backend, ORDERS.first, key);
    const second = await confirm(backend, ORDERS.first, key);
    assert.deepEqual([first.order.status, first.replayed, second.replayed], ['confirmed', false, true]);
    assert.equal(first.order.openCents, 8_450);
  });

  test('R-4: is refused where the customer has to pay at confirmation', async () => {
    const backend = await givenBackend();
    await givenCustomerRequires(backend);
    await assert.rejects(confirm(backend), refusedWith('rule-broken', 'payment-required'));
    assert.equal(await statusOf(backend), 'pending');
  });

  test('is refused for an order that is confirmed already', async () => {
    const backend = await givenBackend();
    await confirm(backend);
    await assert.rejects(confirm(backend), refusedWith('rule-broken', 'order-not-pending'));
  });

  test('is refused while a payment of the order is under way', async () => {
    const backend = await givenBackend();
    await givenLocationAllows(backend);
    backend.simulator.faults.add({ kind: 'drop-after-booking', match: { type: 'sale' } });
    await takePayment(backend.deps)(backend.actor(), { key: newKey(), request: await givenOrderRequest(backend) });
    await assert.rejects(confirm(backend), refusedWith('invoice-busy'));
  });

  test('is open to who may confirm, and to nobody else', async () => {
    const backend = await givenBackend();
    const by = (role: 'Sales' | 'Accounts Receivables') =>
      confirmOrder(backend.deps)(backend.actor([role]), { key: newKey(), orderId: ORDERS.first });
    await assert.rejects(by('Accounts Receivables'), refusedWith('not-permitted'));
    assert.equal((await by('Sales')).order.status, 'confirmed');
  });

  test('that Komet can not do is refused in plain words', async () => {
    const backend = await givenBackend();
    const message = "Komet's API can not confirm orders";
    const komet = { ...backend.deps.komet, confirmOrder: () => Promise.resolve({ kind: 'refused' as const, message }) };
    const deps = backend.with({ komet });
    await assert.rejects(
      confirmOrder(deps)(backend.actor(), { key: newKey(), orderId: ORDERS.first }),
      refusedWith('rule-broken', 'order-not-confirmable'),
    );
  });

  test('is tried again under the same key once Komet is back', async () => {
    const backend = await givenBackend();
    const komet = {
      ...backend.deps.komet,
      confirmOrder: () => Promise.resolve({ kind: 'retry' as const, message: 'down' }),
    };
    const key = newKey();
    await assert.rejects(
      confirmOrder(backend.with({ komet }))(backend.actor(), { key, orderId: ORDERS.first }),
      refusedWith('komet-unreachable'),
    );
    assert.equal((await confirm(backend, ORDERS.first, key)).order.status, 'confirmed');
  });
});
