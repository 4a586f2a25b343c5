import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { givenProxy, newKey, paymentOf, SECRETS, type Json, type Proxy } from './given.js';

describe('a clerk takes payments over HTTP', () => {
  let proxy: Proxy;
  let token: string;
  before(async () => {
    proxy = await givenProxy();
    token = await proxy.session();
  });
  after(() => proxy.close());

  test('a new card pays an invoice, is kept, and pays the next one in part', async () => {
    const request = paymentOf(await proxy.cardToken(), {
      source: { cardToken: await proxy.cardToken(), saveCard: true },
    });
    const first = await proxy.call('POST', '/v1/payments', { token, key: newKey(), body: request });
    assert.equal(first.status, 201, first.text);
    assert.equal(first.json.status, 'approved');
    assert.equal(first.headers.get('location'), `/v1/payments/${first.json.id}`);
    const { json } = await proxy.call('GET', '/v1/customers/25/cards', { token });
    assert.equal(json.cards.length, 1);
    const next = await proxy.call('POST', '/v1/payments', {
      token,
      key: newKey(),
      body: paymentOf('', {
        source: { cardId: json.cards[0].id },
        allocations: [{ invoiceId: 'inv-1002', amountCents: 5_000 }],
        amountCents: 5_000,
      }),
    });
    assert.equal(next.status, 201, next.text);
    const invoices = await proxy.call('GET', '/v1/customers/25/invoices', { token });
    const open = Object.fromEntries(invoices.json.invoices.map((row: Json) => [row.id, row.openCents]));
    assert.equal(open['inv-1001'], undefined);
    assert.equal(open['inv-1002'], 10_000);
    const read = await proxy.call('GET', `/v1/payments/${next.json.id}`, { token });
    assert.deepEqual(read.json, next.json);
  });

  test('the same key gets the same answer, byte for byte', async () => {
    const key = newKey();
    const body = paymentOf(await proxy.cardToken(), {
      allocations: [{ invoiceId: 'inv-1003', amountCents: 7_500 }],
      amountCents: 7_500,
    });
    const first = await proxy.call('POST', '/v1/payments', { token, key, body });
    const again = await proxy.call('POST', '/v1/payments', { token, key, body });
    assert.equal(first.status, 201, first.text);
    assert.equal(again.text, first.text);
    assert.equal(first.headers.get('idempotent-replayed'), null);
    assert.equal(again.headers.get('idempotent-replayed'), 'true');
    const other = await proxy.call('POST', '/v1/payments', { token, key, body: { ...body, notes: 'other' } });
    assert.equal(other.json.code, 'idempotency-key-reused');
  });

  test('a declined card is a problem with the payment inside', async () => {
    const body = paymentOf(await proxy.cardToken('4000000000000127'), {
      allocations: [{ invoiceId: 'inv-1004', amountCents: 41_250 }],
      amountCents: 41_250,
    });
    const { status, json, headers } = await proxy.call('POST', '/v1/payments', { token, key: newKey(), body });
    assert.equal(status, 402);
    assert.equal(headers.get('content-type'), 'application/problem+json');
    assert.equal(json.code, 'payment-declined');
    assert.equal(json.moneyMoved, 'no');
    assert.equal(json.payment.decline.cause, 'insufficient-funds');
  });

  test('the export and the gateway agree on what was charged', async () => {
    const { json } = await proxy.call('GET', '/v1/export', { token: SECRETS.one });
    const approved = json.payments.filter((row: Json) => row.status === 'approved');
    assert.equal(approved.length, 3);
    const metrics = await proxy.call('GET', '/metrics', { token: SECRETS.one });
    assert.match(metrics.text, /komet_pay_payments_total\{outcome="approved"\} 3/);
    assert.match(metrics.text, /komet_pay_attempts_unknown 0/);
  });
});
