import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, importJWK, decodeJwt, decodeProtectedHeader } from 'jose';
import { PORTAL_CEILING } from '../../proxy/sessions/rights.js';
import { ROLES, type Permission, type Role } from '../../src/contract/session.js';
import { givenProxy, PORTAL_PAGE, portalRequest, SECRETS, sessionRequest, type Json, type Proxy } from './given.js';

const CARD_RIGHTS = ['card:delete', 'card:read', 'card:save'] as const;

/** What each of Komet's roles may do, by its knowledge base. */
const RIGHTS: Record<Role, readonly Permission[]> = {
  Administrator: [
    'apply',
    ...CARD_RIGHTS,
    'confirm',
    'pay',
    'pay:order',
    'pay:read',
    'reconcile',
    'reconcile:reopen',
    'refund',
    'settings',
    'terminal',
  ],
  'Accounts Receivables': [...CARD_RIGHTS, 'pay', 'pay:read', 'reconcile', 'refund'],
  Cashier: [...CARD_RIGHTS, 'confirm', 'pay', 'pay:order', 'pay:read', 'reconcile', 'refund'],
  'Credit Manager': [...CARD_RIGHTS, 'pay:read'],
  'Sales Manager': [...CARD_RIGHTS, 'confirm', 'pay:order', 'pay:read'],
  Sales: ['card:read', 'card:sales', 'confirm', 'pay:order'],
  'Sales Allocations': ['confirm'],
  Setup: ['apply', 'settings', 'terminal'],
  Customer: [...CARD_RIGHTS, 'pay', 'pay:read'],
  Operator: ['apply', 'operator', 'settings', 'terminal'],
};

describe('a session', () => {
  let proxy: Proxy;
  before(async () => {
    proxy = await givenProxy();
  });
  after(() => proxy.close());

  const open = (body: Json, token: string = SECRETS.one) => proxy.call('POST', '/v1/sessions', { token, body });
  const read = async (token: string) => (await proxy.call('GET', '/v1/session', { token })).json;
  const codeOf = async (token: string) => (await proxy.call('GET', '/v1/session', { token })).json.code;

  test('holds exactly the rights of its roles', async () => {
    for (const role of ROLES) {
      const { permissions } = await read(await proxy.session({ roles: [role] }));
      assert.deepEqual([...permissions].sort(), [...RIGHTS[role]].sort(), role);
    }
    const both = await read(await proxy.session({ roles: ['Sales Allocations', 'Setup'] }));
    assert.deepEqual([...both.permissions].sort(), ['apply', 'confirm', 'settings', 'terminal']);
  });

  test('never goes beyond its integrator’s ceiling', async () => {
    for (const role of ROLES) {
      const { permissions } = await read(await proxy.session({ roles: [role] }, SECRETS.reader));
      assert.deepEqual(permissions, RIGHTS[role].includes('pay:read') ? ['pay:read'] : [], role);
    }
  });

  test('of a portal is for one customer and keeps below the portal’s ceiling', async () => {
    for (const role of ROLES) {
      const session = await read(await proxy.session({ ...portalRequest('25'), roles: [role] }));
      assert.ok(
        session.permissions.every((right: Permission) => PORTAL_CEILING.includes(right)),
        role,
      );
      assert.equal(session.customerId, '25');
    }
    const { customerId: _, ...nobody } = portalRequest('25');
    const refused = await open(sessionRequest(nobody));
    assert.equal(refused.json.code, 'invalid-request');
    assert.deepEqual(refused.json.errors, [{ pointer: '/customerId', message: 'must be given for a portal user' }]);
  });

  test('tells who, for whom and where', async () => {
    const session = await read(await proxy.session({ locationIds: ['bogota'], customerId: '25' }));
    assert.deepEqual(session, {
      ...session,
      actor: { id: 'clerk-7', name: 'Ana Paz', kind: 'staff' },
      company: { id: '1', name: 'Alameda Blooms', currency: 'USD' },
      environment: 'training',
      customerId: '25',
      locationIds: ['bogota'],
      roles: ['Administrator'],
    });
  });

  test('is refused for a page the integrator didn’t name', async () => {
    for (const origin of [
      'https://evil.test',
      'https://erp.test.evil.test',
      'http://erp.test',
      'https://erp.test:444',
    ]) {
      assert.equal((await open(sessionRequest({ origin }))).json.code, 'origin-not-allowed', origin);
    }
  });

  test('sees nothing outside its locations and its customer', async () => {
    const token = await proxy.session({ locationIds: ['bogota'], customerId: '25' });
    const { json } = await proxy.call('GET', '/v1/customers/25/invoices', { token });
    assert.ok(json.invoices.length > 0);
    assert.ok(json.invoices.every((invoice: Json) => invoice.locationId === 'bogota'));
    const found = await proxy.call('GET', '/v1/customers', { token });
    assert.deepEqual(
      found.json.customers.map(({ id }: Json) => id),
      ['25'],
    );
    for (const path of ['/v1/customers/30', '/v1/customers/30/invoices', '/v1/customers/30/cards']) {
      assert.equal((await proxy.call('GET', path, { token })).status, 404, path);
    }
  });

  test('needs the right that a route names', async () => {
    const token = await proxy.session({ roles: ['Setup'] });
    for (const path of ['/v1/customers/25/invoices', '/v1/payments', '/v1/customers/25/cards']) {
      const { status, json } = await proxy.call('GET', path, { token });
      assert.equal(status, 403, path);
      assert.equal(json.code, 'not-permitted');
      assert.ok(json.permission, path);
    }
    const clerk = await proxy.session();
    assert.equal((await proxy.call('GET', '/v1/export', { token: clerk })).status, 401);
    const reader = { token: SECRETS.reader };
    assert.equal((await proxy.call('GET', '/metrics', reader)).json.code, 'not-permitted');
    const keys = await proxy.call('PUT', '/v1/locations/miami/keys', { ...reader, body: { apiKey: '0'.repeat(32) } });
    assert.equal(keys.json.code, 'not-permitted');
  });

  test('for one customer holds no right over a location or the company', async () => {
    const token = await proxy.session({ roles: ['Administrator', 'Setup', 'Operator'], customerId: '25' });
    const { permissions } = await read(token);
    const over = ['terminal', 'apply', 'reconcile', 'reconcile:reopen', 'operator'];
    assert.deepEqual(
      over.filter((right) => permissions.includes(right)),
      [],
    );
    assert.ok(permissions.includes('pay'));
  });

  test('ends after its time', async () => {
    const { json } = await open(sessionRequest({ lifetimeSeconds: 30 }));
    assert.equal(Date.parse(json.expiresAt), proxy.now() + 30_000);
    assert.equal(await codeOf(json.token), undefined);
    proxy.pass(36_000);
    assert.equal(await codeOf(json.token), 'not-authenticated');
  });

  test('ends at once when it is ended, or all of its user’s are', async () => {
    const [one, two, other] = await Promise.all([
      proxy.session(),
      proxy.session(),
      proxy.session({ actor: { id: 'clerk-8', name: 'B', kind: 'staff' } }),
    ]);
    assert.equal((await proxy.call('DELETE', '/v1/session', { token: one })).status, 204);
    assert.equal(await codeOf(one), 'not-authenticated');
    assert.equal(await codeOf(two), undefined);
    const end = (token: string) => proxy.call('POST', '/v1/sessions/end', { token, body: { actorId: 'clerk-7' } });
    assert.equal((await end(SECRETS.two)).status, 204);
    assert.equal(await codeOf(two), undefined, 'another company ended it');
    assert.equal((await end(SECRETS.one)).status, 204);
    assert.equal(await codeOf(two), 'not-authenticated');
    assert.equal(await codeOf(other), undefined);
  });

  test('has a token that says nothing personal', async () => {
    const token = await proxy.session(portalRequest('25'));
    assert.deepEqual(decodeProtectedHeader(token), { alg: 'EdDSA', typ: 'kpay+jwt', kid: 'test' });
    const claims = decodeJwt(token);
    assert.deepEqual(Object.keys(claims).sort(), 'act aud cus env exp iat iss jti nbf org prm sub ten'.split(' '));
    assert.equal(claims['org'], PORTAL_PAGE);
  });

  test('is not opened by a token that was changed, or made by someone else', async () => {
    const token = await proxy.session();
    const [head = '', body = '', signature = ''] = token.split('.');
    const claims = decodeJwt(token);
    const own = await importJWK(proxy.sessionKey, 'EdDSA');
    const { privateKey: foreign } = await generateKeyPair('EdDSA', { extractable: true });
    const sign = (content: Json, key: Json, header: Json = {}) =>
      new SignJWT(content).setProtectedHeader({ alg: 'EdDSA', typ: 'kpay+jwt', ...header }).sign(key);
    const secret = new TextEncoder().encode(JSON.stringify(await exportJWK(foreign)));
    const forged = [
      `${head}.${body}.`,
      `${head}.${Buffer.from(JSON.stringify({ ...claims, ten: '2' })).toString('base64url')}.${signature}`,
      new UnsecuredJWT(claims).encode(),
      await sign(claims, foreign),
      await sign(claims, own, { typ: 'JWT' }),
      await new SignJWT(claims).setProtectedHeader({ alg: 'HS256', typ: 'kpay+jwt' }).sign(secret),
      await sign({ ...claims, aud: 'another' }, own),
      await sign({ ...claims, iss: 'https://elsewhere.test' }, own),
      await sign({ ...claims, env: 'live' }, own),
      await sign({ ...claims, jti: 'unknown' }, own),
      await sign({ ...claims, ten: '2' }, own),
      await sign({ ...claims, iat: undefined }, own),
      await sign({ ...claims, prm: ['everything'] }, own),
      await sign({ ...claims, exp: (claims.exp ?? 0) + 86_400, iat: (claims.iat ?? 0) - 86_400 }, own),
    ];
    assert.equal(await codeOf(await sign(claims, own)), undefined, 'the control is accepted');
    for (const [at, text] of forged.entries()) assert.equal(await codeOf(text), 'not-authenticated', `forgery ${at}`);
    for (let at = 0; at < token.length; at += 7) {
      const flipped = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
      // The last character of the signature carries bits that mean nothing.
      if (at < token.length - 1) assert.equal(await codeOf(flipped), 'not-authenticated', `character ${at}`);
    }
  });
});
