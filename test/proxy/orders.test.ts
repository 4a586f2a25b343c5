import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { givenProxy, newKey, portalRequest, SECRETS, type Proxy } from './given.js';

const order = (cardToken: string, more: object = {}) => ({
  locationId: 'miami',
  customerId: '25',
  orderId: 'ord-3001',
  confirmOrder: true,
  method: 'in-app',
  source: { cardToken },
  allocations: [{ invoiceId: 'ord-3001', amountCents: 8_450 }],
  amountCents: 8_450,
  ...more,
});

describe('orders over HTTP', () => {
  let proxy: Proxy;
  let token: string;
  before(async () => {
    proxy = await givenProxy();
    token = await proxy.session();
    const settings = { token, key: newKey(), body: { allowPaymentUponConfirmation: true } };
    assert.equal((await proxy.call('PATCH', '/v1/locations/miami/settings', settings)).status, 200);
  });
  after(() => proxy.close());

  test('R-4: a plain confirm is refused by the proxy where the customer has to pay', async () => {
    const change = { token, key: newKey(), body: { requirePaymentUponConfirmation: true } };
    await proxy.call('PATCH', '/v1/customers/25/settings', change);
    const refused = await proxy.call('POST', '/v1/orders/ord-3002/confirm', { token, key: newKey() });
    assert.deepEqual(
      [refused.status, refused.json.rule, refused.json.moneyMoved],
      [422, 'payment-required', 'no'],
      refused.text,
    );
    const back = { token, key: newKey(), body: { requirePaymentUponConfirmation: false } };
    await proxy.call('PATCH', '/v1/customers/25/settings', back);
  });

  test('Pay & Confirm answers with the payment, and the order is confirmed', async () => {
    const sales = await proxy.session({ roles: ['Sales'] });
    const body = order(await proxy.cardToken());
    const paid = await proxy.call('POST', '/v1/payments', { token: sales, key: newKey(), body });
    assert.deepEqual([paid.status, paid.json.confirmation], [201, 'confirmed'], paid.text);
    const read = await proxy.call('GET', '/v1/orders/ord-3001', { token: sales });
    assert.deepEqual([read.json.status, read.json.openCents, read.json.paymentId], ['confirmed', 0, paid.json.id]);
  });

  test('confirming twice under one key is one confirmation', async () => {
    const key = newKey();
    const first = await proxy.call('POST', '/v1/orders/ord-3003/confirm', { token, key });
    const second = await proxy.call('POST', '/v1/orders/ord-3003/confirm', { token, key });
    assert.deepEqual([first.status, second.status], [200, 200], first.text);
    assert.equal(second.headers.get('idempotent-replayed'), 'true');
  });

  test('no role does what it has no right to', async () => {
    for (const [role, method, path, status] of [
      ['Setup', 'GET', '/v1/orders/ord-3002', 403],
      ['Accounts Receivables', 'POST', '/v1/orders/ord-3002/confirm', 403],
      ['Credit Manager', 'POST', '/v1/orders/ord-3002/confirm', 403],
      ['Accounts Receivables', 'GET', '/v1/orders/ord-3002', 200],
    ] as const) {
      const session = await proxy.session({ roles: [role] });
      const answer = await proxy.call(method, path, { token: session, ...(method === 'POST' && { key: newKey() }) });
      assert.equal(answer.status, status, `${role} ${method} ${path}: ${answer.text}`);
    }
  });

  test('an order of another customer or company is not there', async () => {
    const buyer = await proxy.session(portalRequest('101'));
    assert.equal((await proxy.call('GET', '/v1/orders/ord-3002', { token: buyer })).status, 404);
    const stranger = await proxy.session({ roles: ['Administrator'] }, SECRETS.two);
    await proxy.call('POST', '/v1/orders/ord-3002/confirm', { token: stranger, key: newKey() });
    assert.equal((await proxy.call('GET', '/v1/orders/ord-3002', { token })).json.status, 'pending');
  });
});
