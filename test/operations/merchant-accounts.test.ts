import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { PaymentGateway } from '../../proxy/gateway/port.js';
import { exportCompany } from '../../proxy/operations/export.js';
import { listLocations } from '../../proxy/operations/locations.js';
import { findAccount, saveKeys, verifyKeys } from '../../proxy/operations/merchant-accounts.js';
import { takePayment } from '../../proxy/operations/take-payment.js';
import { bogotaApiKey, miamiApiKey } from '../../simulator/demo-merchants.js';
import { closeStore, givenBackend, givenRequest, newKey } from './given.js';
import { refusedWith } from './refused.js';

after(closeStore);

describe('the keys of a location', () => {
  test('count once the gateway has accepted them, and then name the merchant', async () => {
    const backend = await givenBackend();
    const place = { companyId: backend.companyId, locationId: 'bogota' };
    const state = async () =>
      (await listLocations(backend.deps)(backend.actor())).locations.find(({ id }) => id === 'bogota');
    assert.equal((await state())?.integrationState, 'not-enabled');
    await saveKeys(backend.deps)({ ...place, apiKey: bogotaApiKey });
    assert.equal((await state())?.integrationState, 'keys-pending');
    await verifyKeys(backend.deps)(place);
    const ready = await state();
    assert.deepEqual([ready?.integrationState, ready?.merchantName], ['ready', 'Flores del Sol Bogota desk']);
  });

  test('do not count when the gateway does not know them', async () => {
    const backend = await givenBackend();
    const place = { companyId: backend.companyId, locationId: 'bogota' };
    await saveKeys(backend.deps)({ ...place, apiKey: 'nonsense' });
    await assert.rejects(verifyKeys(backend.deps)(place), refusedWith('not-ready-to-charge'));
    assert.equal((await findAccount(backend.deps.store.db, place))?.state, 'keys-pending');
  });

  test('stay as they are when the gateway cannot be asked', async () => {
    const backend = await givenBackend();
    const gateway: PaymentGateway = {
      ...backend.deps.gateway,
      readSettings: () => Promise.resolve({ kind: 'failed' }),
    };
    const place = { companyId: backend.companyId, locationId: 'miami' };
    await assert.rejects(verifyKeys(backend.with({ gateway }))(place), refusedWith('gateway-unreachable'));
    assert.equal((await findAccount(backend.deps.store.db, place))?.state, 'ready');
  });

  test('are nowhere to be read, neither in the store nor in the export', async () => {
    const backend = await givenBackend();
    const row = await findAccount(backend.deps.store.db, { companyId: backend.companyId, locationId: 'miami' });
    const stored = Buffer.from(row?.sealed_key ?? []).toString('latin1');
    assert.ok(stored.length > miamiApiKey.length);
    assert.ok(!stored.includes(miamiApiKey));
    const exported = JSON.stringify(await exportCompany(backend.deps)(backend.companyId));
    assert.ok(!exported.includes(miamiApiKey) && !exported.includes('sealed'));
  });

  test('open for the account they were sealed for only', async () => {
    const backend = await givenBackend();
    const { db } = backend.deps.store;
    const row = await findAccount(db, { companyId: backend.companyId, locationId: 'miami' });
    assert.ok(row);
    await db
      .insertInto('merchant_account')
      .values({ ...row, id: 'bogota', location_id: 'bogota' })
      .execute();
    const deposit = { locationId: 'bogota', allocations: [], amountCents: 500, overpaymentCents: 500 };
    const request = await givenRequest(backend, deposit);
    const { status, payment } = await takePayment(backend.deps)(backend.actor(), { key: newKey(), request });
    assert.deepEqual([status, payment.failure], [422, 'not-sent']);
    assert.deepEqual(backend.booked(), []);
  });
});
