import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { givenProxy, newKey, paymentOf, type Proxy } from './given.js';

const REPORT = '/v1/reports/payment-history';

describe('the report of the payment history', () => {
  let proxy: Proxy;
  before(async () => {
    proxy = await givenProxy();
    const body = paymentOf(await proxy.cardToken());
    await proxy.call('POST', '/v1/payments', { token: await proxy.session(), key: newKey(), body });
  });
  after(() => proxy.close());

  test('is a file that a browser saves and nothing runs, in each format', async () => {
    const token = await proxy.session();
    for (const [format, type] of [
      ['csv', 'text/csv; charset=utf-8'],
      ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ]) {
      const { status, headers, text } = await proxy.call('GET', `${REPORT}?format=${format}`, { token });
      assert.equal(status, 200, text);
      assert.equal(headers.get('content-type'), type);
      assert.equal(headers.get('content-disposition'), `attachment; filename="payments.${format}"`);
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.equal(headers.get('cache-control'), 'no-store');
    }
  });

  test('tells the totals where no file is asked for', async () => {
    const { json } = await proxy.call('GET', REPORT, { token: await proxy.session() });
    assert.deepEqual([json.count, json.netCents], [1, 10_000]);
  });

  test('refuses a format it does not know, and a role that may not see payments', async () => {
    const unknown = await proxy.call('GET', `${REPORT}?format=pdf`, { token: await proxy.session() });
    assert.equal(unknown.json.code, 'invalid-request');
    const token = await proxy.session({ roles: ['Setup'] });
    const refused = await proxy.call('GET', `${REPORT}?format=csv`, { token });
    assert.deepEqual([refused.json.code, refused.headers.get('content-disposition')], ['not-permitted', null]);
  });
});
