import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { bootstrapGatewayKeys } from '../../proxy/process/gateway-keys.js';
import { findAccount, saveKeys, verifyKeys } from '../../proxy/operations/merchant-accounts.js';
import type { Role } from '../../src/contract/session.js';
import { bogotaApiKey, bogotaDeskApiKey, miamiApiKey } from '../../simulator/demo-merchants.js';
import { givenProxy, newKey, paymentOf, SECRETS, type Answered, type Proxy } from '../proxy/given.js';
import { APPLICATION as FORM } from '../components/integration-setup/application.js';
import { refusedWith } from './refused.js';

const RATES = { percentHundredths: 290, perPaymentCents: 30 };

describe('the set-up of a location', () => {
  let proxy: Proxy;
  const tokens = new Map<Role, string>();

  before(async () => {
    proxy = await givenProxy();
    for (const role of ['Administrator', 'Setup', 'Operator', 'Cashier'] as const) {
      tokens.set(role, await proxy.session({ roles: [role], actor: { id: role, name: role, kind: 'staff' } }));
    }
  });
  after(() => proxy.close());

  const at = (role: Role, method: string, path: string, body?: unknown, place = 'bogota'): Promise<Answered> =>
    proxy.call(method, `/v1/locations/${place}/${path}`, { token: tokens.get(role)!, key: newKey(), body });
  const read = async (place = 'bogota') => (await at('Setup', 'GET', 'integration', undefined, place)).json;
  const turnOff = (confirmation: string) => at('Setup', 'PATCH', 'integration', { enabled: false, confirmation });
  const turnOn = (role: Role = 'Setup') => at(role, 'PATCH', 'integration', { enabled: true });

  /** Wipes what earlier tests set up and goes on from the marked box. */
  async function givenEnabled(): Promise<void> {
    assert.equal((await turnOff('Bogotá desk')).status, 200);
    assert.equal((await turnOn('Operator')).json.state, 'application-pending');
  }

  test('R-33: turning the integration off asks for the name of the location and loses its configuration', async () => {
    const differs = await turnOff('Miami');
    assert.deepEqual([differs.status, differs.json.rule], [422, 'confirmation-differs']);
    assert.equal((await read()).state, 'ready');
    const off = await turnOff('bogota DESK');
    assert.deepEqual([off.status, off.json.state, off.json.nextActor], [200, 'not-enabled', 'operator']);
    const place = { companyId: '1', locationId: 'bogota' };
    assert.equal((await findAccount(proxy.deps.store.db, place))?.sealed_key, null);
    assert.equal((await turnOn('Administrator')).status, 403);
    assert.equal((await turnOn('Operator')).json.state, 'application-pending');
  });

  test('R-33: keys of the configuration do not come back when the proxy starts again', async () => {
    await turnOff('Bogotá desk');
    const keys = [{ companyId: '1', locationId: 'bogota', apiKey: bogotaApiKey }];
    assert.deepEqual(await bootstrapGatewayKeys(proxy.deps, keys), []);
    assert.equal((await read()).state, 'not-enabled');
    assert.equal((await at('Operator', 'PUT', 'keys', { apiKey: bogotaApiKey })).status, 204);
    assert.equal((await at('Operator', 'POST', 'verify', {})).json.integrationState, 'ready');
  });

  test('Guide: marking the box enables the integration, and the company acts next', async () => {
    await givenEnabled();
    const { steps, nextActor, state } = await read();
    assert.deepEqual([state, nextActor], ['application-pending', 'company']);
    assert.deepEqual(
      steps.map(({ step, done }: { step: string; done: boolean }) => [step, done]),
      [
        ['enable', true],
        ['apply', false],
        ['rates', false],
        ['keys', false],
        ['ready', false],
      ],
    );
    assert.equal(steps[0].doneAt, '2026-11-20T15:00:00.000Z');
  });

  test('Guide: the card information page is filled out, kept as a draft, and locked once it is submitted', async () => {
    await givenEnabled();
    const draft = { ...FORM, bank: { accountLast4: '12' } };
    assert.equal((await at('Setup', 'PUT', 'application', draft)).status, 200);
    assert.deepEqual((await at('Administrator', 'GET', 'application')).json.form, draft);
    const early = await at('Setup', 'POST', 'application/submit');
    assert.deepEqual([early.status, early.json.rule], [422, 'application-incomplete']);
    assert.deepEqual(
      early.json.errors.map(({ pointer, message }: { pointer: string; message: string }) => [pointer, message]),
      [
        ['/bank/name', 'missing'],
        ['/bank/accountLast4', 'not-four-digits'],
      ],
    );
    await at('Setup', 'PUT', 'application', FORM);
    assert.ok((await at('Setup', 'POST', 'application/submit')).json.submittedAt);
    const locked = await at('Setup', 'PUT', 'application', draft);
    assert.deepEqual([locked.status, locked.json.rule], [422, 'application-locked']);
    assert.deepEqual((await at('Setup', 'GET', 'application')).json.form, FORM);
    const { state, nextActor } = await read();
    assert.deepEqual([state, nextActor], ['rates-negotiation', 'processor']);
  });

  test('a whole bank account number is not taken', async () => {
    await givenEnabled();
    const whole = { ...FORM, bank: { name: 'First Bank', accountLast4: '000123456789' } };
    assert.equal((await at('Setup', 'PUT', 'application', whole)).status, 400);
  });

  test('Guide: rates are recorded once negotiated, and then Komet acts next', async () => {
    await givenEnabled();
    const early = await at('Setup', 'PUT', 'rates', RATES);
    assert.deepEqual([early.status, early.json.rule], [422, 'application-incomplete']);
    await at('Setup', 'PUT', 'application', FORM);
    await at('Setup', 'POST', 'application/submit');
    assert.deepEqual((await at('Setup', 'PUT', 'rates', RATES)).json.rates, RATES);
    const { state, nextActor } = await read();
    assert.deepEqual([state, nextActor], ['keys-pending', 'operator']);
  });

  test('Guide: security keys are put in place by an operator alone, proved at the processor, and never shown again', async () => {
    await givenEnabled();
    for (const role of ['Administrator', 'Setup', 'Cashier'] as const) {
      assert.equal((await at(role, 'PUT', 'keys', { apiKey: bogotaApiKey })).status, 403, role);
      assert.equal((await at(role, 'POST', 'verify', {})).status, 403, role);
    }
    const stranger = 'f'.repeat(32);
    await at('Operator', 'PUT', 'keys', { apiKey: stranger });
    assert.equal((await at('Operator', 'POST', 'verify', {})).json.code, 'not-ready-to-charge');
    assert.equal((await read()).state, 'keys-pending');
    await at('Operator', 'PUT', 'keys', { apiKey: bogotaApiKey });
    const proved = await at('Operator', 'POST', 'verify', {});
    assert.equal(proved.json.integrationState, 'ready');
    const { state, merchantName, merchantId, merchantTerminalId } = await read();
    assert.deepEqual([state, merchantName], ['ready', 'Flores del Sol Bogota desk']);
    assert.ok(merchantId && merchantTerminalId);

    const answers = [proved.text, (await at('Operator', 'GET', 'integration')).text, await proxy.books()];
    const tables = await sql<{ name: string }>`
      select table_name as name from information_schema.tables where table_schema = 'public'`.execute(
      proxy.deps.store.db,
    );
    for (const { name } of tables.rows) {
      const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} t`.execute(
        proxy.deps.store.db,
      );
      answers.push(...rows.map(({ row }) => row));
    }
    const hex = Buffer.from(bogotaApiKey).toString('hex');
    for (const text of [...answers, JSON.stringify(proxy.logs)]) {
      assert.ok(![bogotaApiKey, hex, stranger].some((secret) => text.includes(secret)), text.slice(0, 200));
    }
  });

  test('R-1: only a location that is ready is charged at, and every other state says what is missing', async () => {
    await givenEnabled();
    const deposit = { locationId: 'bogota', allocations: [], amountCents: 500, overpaymentCents: 500 };
    const body = paymentOf(await proxy.cardToken(), deposit);
    const refused = await proxy.call('POST', '/v1/payments', {
      token: tokens.get('Administrator')!,
      key: newKey(),
      body,
    });
    assert.equal(refused.json.code, 'not-ready-to-charge');
    assert.match(refused.json.detail, /application-pending/);
  });

  test('R-2: a company whose currency is not USD can not enable the integration', async () => {
    await turnOff('Bogotá desk');
    const { db } = proxy.deps.store;
    const pay = (currency: string) =>
      sql`update demo_company set currency = ${currency} where company_id = '1'`.execute(db);
    await pay('CAD');
    const refused = await turnOn('Operator');
    await pay('USD');
    assert.deepEqual([refused.status, refused.json.rule], [422, 'currency-not-usd']);
    assert.equal((await turnOn('Operator')).json.state, 'application-pending');
  });

  test('is hidden from roles without a part in it, from other companies and from who works elsewhere', async () => {
    assert.equal((await at('Cashier', 'GET', 'integration')).status, 403);
    assert.equal((await at('Cashier', 'PATCH', 'integration', { enabled: true })).status, 403);
    assert.equal((await at('Setup', 'PATCH', 'integration', { enabled: true }, 'elsewhere')).status, 404);
    // Company 2 has a location of the same id: its operator means that one, and changes nothing here.
    const ours = await read();
    const others = await proxy.session({ roles: ['Operator'] }, SECRETS.two);
    const path = '/v1/locations/bogota';
    const theirs = await proxy.call('GET', `${path}/integration`, { token: others });
    assert.equal(theirs.json.state, 'not-enabled');
    await proxy.call('PUT', `${path}/keys`, { token: others, body: { apiKey: bogotaDeskApiKey } });
    assert.deepEqual(await read(), ours);
    const elsewhere = await proxy.session({ roles: ['Operator'], locationIds: ['miami'] });
    const far = await proxy.call('PUT', '/v1/locations/bogota/keys', {
      token: elsewhere,
      body: { apiKey: bogotaApiKey },
    });
    assert.ok([403, 404].includes(far.status), far.text);
  });

  test('a proof counts for the key it was made with, not for one that came meanwhile', async () => {
    const place = { companyId: '1', locationId: 'miami' };
    const { gateway } = proxy.deps;
    const readSettings: typeof gateway.readSettings = async (account) => {
      const answer = await gateway.readSettings(account);
      await saveKeys(proxy.deps)({ ...place, apiKey: bogotaDeskApiKey });
      return answer;
    };
    const slow = { ...proxy.deps, gateway: { ...gateway, readSettings } };
    await assert.rejects(verifyKeys(slow)(place), refusedWith('not-ready-to-charge'));
    assert.equal((await read('miami')).state, 'keys-pending');
    await saveKeys(proxy.deps)({ ...place, apiKey: miamiApiKey });
    assert.equal((await verifyKeys(proxy.deps)(place)).state, 'ready');
  });
});
