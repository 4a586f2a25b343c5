import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { SaleRequest } from '../../proxy/gateway/port.js';
import { NotSentError } from '../../proxy/gateway/transport.js';
import { baseUrl, givenAdapter, givenAnswers, jwt, keyedSale, miami, reversal } from './given.js';

const software = { 'software-type': 'KometPayWidgets', 'software-type-version': '1.2.3' };
const plainSale = {
  type: 'SALE',
  amount: '412.50',
  'order-id': 'kpw-01JD3',
  invoice: 'INV-88213',
  'customer-id': 'C-77',
  ...software,
};

describe('what is sent', () => {
  test('for a card from the frame is a mobile sale with the token as a header', async () => {
    const { gateway, requests, sent } = givenAnswers({});
    await gateway.sale(miami, keyedSale);
    const [request] = requests;
    assert.equal(request?.url, `${baseUrl}/rest/v2/mobile/transactions/sale`);
    assert.equal(request.method, 'POST');
    assert.deepEqual(request.headers, {
      accept: 'application/json',
      'content-type': 'application/json',
      'api-key': miami.apiKey,
      mobilejwt: jwt,
    });
    assert.equal(request.timeoutMs, 30_000);
    assert.deepEqual(sent(), plainSale);
  });

  test('for a card to be kept asks for a vault token, with fee, label and address', async () => {
    const { gateway, sent } = givenAnswers({});
    await gateway.sale(miami, {
      ...keyedSale,
      feeCents: 290,
      source: { kind: 'card-token', token: jwt, storeCard: true, description: 'Office Visa' },
      billing: { name: 'Ana María Paz', street: '1 Rose St', zip: '33172' },
    });
    assert.deepEqual(sent(), {
      ...plainSale,
      'service-fee': '2.90',
      billing: { 'first-name': 'Ana María', 'last-name': 'Paz', street: '1 Rose St', zip: '33172' },
      'create-token': true,
      'token-description': 'Office Visa',
    });
  });

  test('for a stored card is a sale of its vault id', async () => {
    const { gateway, requests, sent } = givenAnswers({});
    const source = { kind: 'stored-card', vaultId: '1100000000427711111', expiry: '1229' } as const;
    await gateway.sale(miami, { ...keyedSale, source });
    assert.equal(requests[0]?.url, `${baseUrl}/rest/v2/transactions/sale`);
    assert.equal(requests[0].headers['mobilejwt'], undefined);
    assert.deepEqual(sent(), { ...plainSale, card: '1100000000427711111', 'exp-date': '1229' });
  });

  test('for a reader is a terminal sale that may take long', async () => {
    const { gateway, requests, sent } = givenAnswers({});
    await gateway.sale(miami, { ...keyedSale, source: { kind: 'terminal' } });
    assert.equal(requests[0]?.url, `${baseUrl}/rest/v2/terminal/transactions/sale`);
    assert.equal(requests[0].timeoutMs, 150_000);
    assert.deepEqual(sent(), plainSale);
  });

  test('of the invoices is at most a hundred whole characters, or nothing', async () => {
    const { gateway, sent } = givenAnswers({});
    const withText = (invoiceText: string): SaleRequest => ({ ...keyedSale, invoiceText });
    await gateway.sale(miami, withText('x'.repeat(150)));
    assert.equal(sent()['invoice'], 'x'.repeat(100));
    await gateway.sale(miami, withText(`${'x'.repeat(99)}🌹`));
    assert.equal(sent()['invoice'], 'x'.repeat(99));
    await gateway.sale(miami, withText(''));
    assert.equal('invoice' in sent(), false);
  });

  test('for a reversal names the sale and carries an order-id of its own', async () => {
    const { gateway, requests, sent } = givenAnswers({});
    await gateway.void(miami, reversal);
    assert.equal(requests[0]?.url, `${baseUrl}/rest/v2/transactions/void`);
    assert.deepEqual(sent(), { type: 'VOID', id: '30011901', 'order-id': 'kpw-01JD9', ...software });
    await gateway.refund(miami, reversal);
    assert.equal(requests[1]?.url, `${baseUrl}/rest/v2/transactions`);
    assert.deepEqual(sent(), {
      type: 'REFUND',
      id: '30011901',
      amount: '412.50',
      'order-id': 'kpw-01JD9',
      ...software,
    });
  });

  test('to keep a card without a payment is an authorization of nothing', async () => {
    const { gateway, requests, sent } = givenAnswers({});
    await gateway.storeCard(miami, { orderId: 's1', token: jwt, description: 'Office' });
    assert.equal(requests[0]?.url, `${baseUrl}/rest/v2/mobile/transactions/auth`);
    assert.equal(requests[0].headers['mobilejwt'], jwt);
    const { type, amount, ...rest } = sent();
    assert.deepEqual([type, amount], ['AUTH', '0.00']);
    assert.deepEqual(rest, { 'order-id': 's1', 'create-token': true, 'token-description': 'Office', ...software });
  });

  test('to search spans the whole merchant and all the days the gateway keeps', async () => {
    const { gateway, requests } = givenAnswers({ status: 204 });
    await gateway.findByOrderId(miami, 'kpw 1&2');
    const url = new URL(requests[0]?.url ?? '');
    assert.equal(url.pathname, '/rest/v2/transactions');
    assert.match(url.search, /order-id=kpw%201%262/);
    assert.deepEqual(Object.fromEntries(url.searchParams), {
      'order-id': 'kpw 1&2',
      level: 'merchant',
      'start-date': '2025-08-24 12:00 UTC',
      'end-date': '2025-11-21 12:00 UTC',
      page: '0',
      'page-size': '100',
      pageSize: '100',
      isDescending: 'false',
    });
    assert.equal(requests[0]?.body, undefined);
    assert.equal(requests[0]?.timeoutMs, 10_000);
  });

  test('for a range of instants asks for a day more on both sides', async () => {
    const { gateway, requests } = givenAnswers({ status: 204 });
    await gateway.listBatches(miami, { from: '2025-11-20T05:00:00.000Z', to: '2025-11-21T05:00:00.000Z' });
    const { searchParams } = new URL(requests[0]?.url ?? '');
    assert.equal(searchParams.get('start-date'), '2025-11-19 05:00 UTC');
    assert.equal(searchParams.get('end-date'), '2025-11-22 05:00 UTC');
    assert.equal(searchParams.get('level'), 'merchant');
  });

  test('is nothing when a key or token cannot be a header', async () => {
    const { gateway, requests } = givenAnswers({});
    const source = { kind: 'card-token', token: 'a.b.c\r\napi-key: x', storeCard: false } as const;
    assert.deepEqual(await gateway.sale(miami, { ...keyedSale, source }), { kind: 'rejected', reason: 'not-sent' });
    assert.deepEqual(await gateway.sale({ apiKey: 'key\n' }, keyedSale), { kind: 'rejected', reason: 'not-sent' });
    assert.equal(requests.length, 0);
  });

  test('keeps the path of a gateway that is configured with a slash', async () => {
    const urls: string[] = [];
    const http = async ({ url }: { url: string }) => {
      urls.push(url);
      throw new NotSentError('refused');
    };
    await givenAdapter(http, { baseUrl: 'https://gateway.test/' }).deleteCard(miami, '11/../x');
    assert.deepEqual(urls, ['https://gateway.test/rest/v2/tokens/11%2F..%2Fx']);
  });
});
