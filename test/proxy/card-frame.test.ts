import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { cardFrameFiles } from '../../proxy/card-frame/files.js';
import { cardFrameScript } from '../../proxy/card-frame/page.js';
import { demoMerchants } from '../../simulator/demo-merchants.js';
import { FRAME, GATEWAY, givenProxy, PORTAL_PAGE, portalRequest, SECRETS, type Json, type Proxy } from './given.js';

const ORDER = { locationId: 'miami', locale: 'es', colorScheme: 'dark' };

describe('the card frame’s address', () => {
  let proxy: Proxy;
  let token: string;
  before(async () => {
    proxy = await givenProxy();
    token = await proxy.session();
  });
  after(() => proxy.close());

  const ticketFor = async (bearer: string, more = {}): Promise<Json> =>
    (await proxy.call('POST', '/v1/card-frames', { token: bearer, body: { ...ORDER, ...more } })).json;

  test('is good for one load within a minute, on its own origin', async () => {
    const ticket = await ticketFor(token);
    assert.equal(ticket.origin, FRAME);
    assert.equal(Date.parse(ticket.expiresAt), proxy.now() + 60_000);
    assert.match(ticket.url, /^https:\/\/card\.pay\.test\/card-frame\?ticket=1\.[0-9a-f]{32}$/);
    assert.equal((await proxy.call('GET', ticket.url)).status, 200);
    assert.equal((await proxy.call('GET', ticket.url)).status, 404);
    const late = await ticketFor(token);
    proxy.pass(60_001);
    assert.equal((await proxy.call('GET', late.url)).status, 404);
    for (const guess of ['', '1.', `2.${'0'.repeat(32)}`, "1.' or 1=1", `1.${'0'.repeat(32)}`]) {
      const { status } = await proxy.call('GET', `${FRAME}/card-frame?ticket=${encodeURIComponent(guess)}`);
      assert.equal(status, 404, guess);
    }
  });

  test('is won by one of many loads at once', async () => {
    const { url } = await ticketFor(token);
    const loads = await Promise.all(Array.from({ length: 10 }, () => proxy.call('GET', url)));
    assert.equal(loads.filter(({ status }) => status === 200).length, 1);
  });

  test('is given only for a location that can charge and that the session sees', async () => {
    assert.equal((await ticketFor(token, { locationId: 'nowhere' })).code, 'not-found');
    const narrow = await proxy.session({ locationIds: ['bogota'] });
    assert.equal((await ticketFor(narrow)).code, 'not-found');
    const other = await proxy.session({}, SECRETS.two);
    assert.equal((await ticketFor(other)).code, 'not-ready-to-charge');
  });

  test('leads to a page that only the session’s page may embed, and that loads only the processor’s form', async () => {
    const { url } = await ticketFor(await proxy.session(portalRequest('25')));
    const { headers, text } = await proxy.call('GET', url);
    const policy = headers.get('content-security-policy') ?? '';
    const nonce = /script-src 'nonce-([0-9a-f]{32})'/.exec(policy)?.[1];
    assert.deepEqual(policy.split('; '), [
      "default-src 'none'",
      `script-src 'nonce-${nonce}' ${GATEWAY}`,
      `frame-src ${GATEWAY}`,
      `connect-src 'self' ${GATEWAY}`,
      `style-src 'nonce-${nonce}'`,
      `frame-ancestors ${PORTAL_PAGE}`,
      "base-uri 'none'",
      "form-action 'none'",
      "object-src 'none'",
      'report-to csp',
    ]);
    assert.equal(headers.get('x-frame-options'), null);
    assert.equal(headers.get('cross-origin-resource-policy'), 'cross-origin');
    assert.equal(headers.get('set-cookie'), null);
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.match(text, /<html lang="es">/);
    assert.match(text, /<title>Datos de la tarjeta<\/title>/);
    assert.deepEqual(text.match(/<(script|style)[^>]*>/g), [
      `<style nonce="${nonce}">`,
      `<script nonce="${nonce}" src="/card-frame.js">`,
    ]);
    assert.ok(text.includes(demoMerchants[0]?.terminals[0]?.publicKey ?? '?'));
    assert.doesNotMatch(text, /eyJ/, 'the session token is in the page');
  });

  test('demands Trusted Types where that is switched on', async () => {
    const { url } = await ticketFor(token);
    const { headers } = await proxy.like({ cardFrameTrustedTypes: true }).call('GET', url);
    assert.match(
      headers.get('content-security-policy') ?? '',
      /require-trusted-types-for 'script'; trusted-types komet/,
    );
  });

  test('has a script of its own below 6 KiB that takes no part of another', async () => {
    const { status, headers, text } = await proxy.call('GET', `${FRAME}/card-frame.js`);
    assert.equal(status, 200);
    assert.match(headers.get('content-type') ?? '', /^text\/javascript/);
    assert.equal(text, cardFrameScript);
    assert.ok(text.length < 6 * 1024, `${text.length} bytes`);
    assert.doesNotMatch(text, /\bimport\b|\brequire\b|innerHTML|document\.write|eval\(/);
  });

  test('logs what its policy stopped, and nothing a report adds', async () => {
    proxy.logs.length = 0;
    const report = (body: unknown) => ({
      text: JSON.stringify(body),
      headers: { 'content-type': 'application/reports+json' },
    });
    const violation = {
      type: 'csp-violation',
      url: 'https://card.pay.test/card-frame?ticket=secret',
      body: { effectiveDirective: 'script-src-elem', blockedURL: 'https://evil.test/steal?card=1', sample: 'secret' },
    };
    for (const body of [[violation], [{ type: 'other' }], 'nonsense', { a: 1 }]) {
      assert.equal((await proxy.call('POST', `${FRAME}/card-frame/reports`, report(body))).status, 204);
    }
    const told = proxy.logs.filter(({ event }) => event === 'card-frame-policy-violation');
    assert.deepEqual(told, [
      {
        directive: 'script-src-elem',
        blocked: 'https://evil.test',
        level: 'warn',
        event: 'card-frame-policy-violation',
      },
    ]);
    assert.doesNotMatch(JSON.stringify(proxy.logs), /secret/);
  });

  test('has static twins for a host without one-time addresses', () => {
    const files = cardFrameFiles({ gatewayUrl: GATEWAY, publicKey: '"><script>', allowedOrigin: PORTAL_PAGE });
    assert.deepEqual(Object.keys(files).sort(), [
      '/card-frame.js',
      '/card-frame/en-dark.html',
      '/card-frame/en-light.html',
      '/card-frame/es-dark.html',
      '/card-frame/es-light.html',
    ]);
    assert.match(files['/card-frame/en-dark.html']?.body ?? '', /color-scheme:dark/);
    assert.ok(!files['/card-frame/en-dark.html']?.body.includes('"><script>'), 'settings break out of their attribute');
  });
});
