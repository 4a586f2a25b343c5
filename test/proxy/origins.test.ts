import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { API, FRAME, givenProxy, HOST_PAGE, PORTAL_PAGE, type Proxy } from './given.js';

const LOOK_ALIKES = [
  'null',
  'http://erp.test',
  'https://erp.test:8443',
  'https://erp.test.evil.test',
  'https://evil-erp.test',
  'https://sub.erp.test',
  'https://ERP.test',
  'https://erp.test.',
  'https://erp.test/',
  'https://xn--rp-8ma.test',
  '*',
];

describe('where requests may come from', () => {
  let proxy: Proxy;
  let token: string;
  before(async () => {
    proxy = await givenProxy();
    token = await proxy.session();
  });
  after(() => proxy.close());

  const preflight = (origin: string) =>
    proxy.call('OPTIONS', '/v1/payments', {
      origin,
      headers: { 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' },
    });

  test('a named page may ask beforehand and read the answers, problems included', async () => {
    const asked = await preflight(HOST_PAGE);
    assert.equal(asked.status, 204);
    assert.equal(asked.headers.get('access-control-allow-origin'), HOST_PAGE);
    assert.match(asked.headers.get('access-control-allow-headers') ?? '', /authorization.*idempotency-key/);
    assert.equal(asked.headers.get('access-control-allow-credentials'), null);
    for (const call of [{ token }, { token: 'garbage' }]) {
      const { headers } = await proxy.call('GET', '/v1/session', { ...call, origin: HOST_PAGE });
      assert.equal(headers.get('access-control-allow-origin'), HOST_PAGE);
      assert.match(headers.get('access-control-expose-headers') ?? '', /x-request-id/);
      assert.match(headers.get('vary') ?? '', /Origin/);
    }
  });

  test('a page that only looks like it is refused before anything is done', async () => {
    for (const origin of LOOK_ALIKES) {
      const asked = await preflight(origin);
      assert.equal(asked.status, 403, origin);
      const answered = await proxy.call('GET', '/v1/session', { token, origin });
      assert.equal(answered.json.code, 'origin-not-allowed', origin);
      for (const { headers } of [asked, answered])
        assert.equal(headers.get('access-control-allow-origin'), null, origin);
    }
  });

  test('a session made for one named page is refused on another', async () => {
    const { status, json } = await proxy.call('GET', '/v1/session', { token, origin: PORTAL_PAGE });
    assert.equal(status, 403);
    assert.equal(json.code, 'origin-not-allowed');
  });

  test('a page of the same origin sends none with its reads, and is answered', async () => {
    const { status, headers } = await proxy.call('GET', '/v1/session', { token });
    assert.equal(status, 200);
    assert.equal(headers.get('access-control-allow-origin'), null);
  });

  test('every answer carries the protective headers', async () => {
    for (const [method, path] of [
      ['GET', '/healthz'],
      ['GET', '/v1/session'],
      ['GET', '/nothing'],
      ['DELETE', '/healthz'],
    ] as const) {
      const { headers } = await proxy.call(method, path);
      assert.equal(headers.get('strict-transport-security'), 'max-age=31536000', path);
      assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
      assert.equal(headers.get('referrer-policy'), 'no-referrer', path);
      assert.equal(headers.get('cache-control'), 'no-store', path);
      assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'.*frame-ancestors 'none'/, path);
      assert.equal(headers.get('cross-origin-resource-policy'), 'same-origin', path);
      assert.equal(headers.get('set-cookie'), null, path);
    }
  });

  test('readiness follows the store and the end of the process', async () => {
    assert.equal((await proxy.call('GET', '/readyz')).status, 200);
    const stopping = await proxy.like({ isStopping: () => true }).call('GET', '/readyz');
    assert.equal(stopping.status, 503);
    assert.equal(stopping.json.code, 'not-ready');
  });

  test('the API answers on its own hosts only, the card frame on its own', async () => {
    assert.equal((await proxy.call('GET', `${API}/healthz`)).status, 200);
    for (const path of ['/healthz', '/v1/openapi.json', '/v1/session', '/metrics']) {
      assert.equal((await proxy.call('GET', FRAME + path, { token })).status, 404, path);
    }
    assert.equal((await proxy.call('GET', 'https://other.test/healthz')).status, 404);
    const moved = proxy.like({ allowedHosts: ['other.test'] });
    assert.equal((await moved.call('GET', 'https://other.test/healthz')).status, 200);
  });

  test('a line is logged for every request, without token, query or body', async () => {
    proxy.logs.length = 0;
    await proxy.call('GET', '/v1/customers?search=Petal', { token });
    await proxy.call('POST', '/v1/card-frames', { token, body: { locationId: 'secret-place' } });
    const lines = proxy.logs.filter(({ event }) => event === 'request');
    assert.equal(lines.length, 2);
    const [{ requestId, ...line } = { requestId: '' }] = lines;
    assert.deepEqual(line, {
      level: 'info',
      event: 'request',
      method: 'GET',
      route: '/v1/customers',
      status: 200,
      ms: 0,
      companyId: '1',
      actorId: 'clerk-7',
    });
    assert.equal(String(requestId).length, 26);
    assert.doesNotMatch(JSON.stringify(proxy.logs), /Petal|secret-place|eyJ/);
  });
});
