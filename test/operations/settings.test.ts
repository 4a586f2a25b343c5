import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { CustomerSettingsChange, LocationSettingsChange } from '../../src/contract/setting.js';
import type { Role } from '../../src/contract/session.js';
import { orderButtons } from '../../src/domain/order-buttons.js';
import type { Actor } from '../../proxy/deps.js';
import { readApplication } from '../../proxy/operations/integration/application.js';
import { changeIntegration } from '../../proxy/operations/integration/integration.js';
import { closeOpenBatches } from '../../proxy/operations/reconcile/close-batch.js';
import { listDays } from '../../proxy/operations/reconcile/days.js';
import { changeCustomerSettings, customerSettings } from '../../proxy/operations/settings/customer-settings.js';
import { changeLocationSettings, locationSettings } from '../../proxy/operations/settings/location-settings.js';
import { createTerminal, deleteTerminal } from '../../proxy/operations/terminals/terminals.js';
import { testTerminal } from '../../proxy/operations/terminals/test-terminal.js';
import { closeStore, countEvents, givenBackend, newKey } from './given.js';
import { refusedWith } from './refused.js';

after(closeStore);

const NOTHING_ASKED = {
  requirePaymentUponConfirmation: false,
  requireCreditCardPayment: false,
  restrictCreditCardPayment: false,
};

async function givenSettings() {
  const backend = await givenBackend();
  const { deps } = backend;
  const clerk = backend.actor(['Setup']);
  const set = (change: LocationSettingsChange, actor: Actor = clerk, locationId = 'miami', key = newKey()) =>
    changeLocationSettings(deps)(actor, { key, locationId, change });
  const ask = (change: CustomerSettingsChange, actor: Actor = clerk, customerId = '25', key = newKey()) =>
    changeCustomerSettings(deps)(actor, { key, customerId, change });
  const location = (locationId = 'miami') => locationSettings(deps)(clerk, locationId);
  const customer = (customerId = '25') => customerSettings(deps)(clerk, customerId);
  return { backend, clerk, set, ask, location, customer };
}

describe('the settings of a location', () => {
  test('Guide: a location allows to receive payment upon confirmation', async () => {
    const { set, location } = await givenSettings();
    assert.deepEqual(await location(), { allowPaymentUponConfirmation: false, allowSalespeopleToManageCards: false });
    await set({ allowPaymentUponConfirmation: true });
    assert.equal((await location()).allowPaymentUponConfirmation, true);
    assert.equal((await location('bogota')).allowPaymentUponConfirmation, false);
  });

  test('R-3: show Pay & Confirm beside Confirm once the location allows it', async () => {
    const { set, location } = await givenSettings();
    const buttons = async () =>
      orderButtons({ location: await location(), customer: NOTHING_ASKED, integrationState: 'ready' });
    assert.equal((await buttons()).payAndConfirm.shown, false);
    await set({ allowPaymentUponConfirmation: true });
    assert.deepEqual([(await buttons()).payAndConfirm.shown, (await buttons()).confirm.shown], [true, true]);
  });

  test('keep what a change does not name, and who changed what', async () => {
    const { backend, set, location } = await givenSettings();
    await set({ allowSalespeopleToManageCards: true, feeRule: { kind: 'convenience', percentHundredths: 290 } });
    await set({ allowPaymentUponConfirmation: true });
    assert.deepEqual(await location(), {
      allowPaymentUponConfirmation: true,
      allowSalespeopleToManageCards: true,
      feeRule: { kind: 'convenience', percentHundredths: 290 },
    });
    await set({ feeRule: null });
    assert.equal((await location()).feeRule, undefined);
    assert.equal(await countEvents(backend.deps, backend.companyId, 'location-settings-changed'), 3);
  });

  test('change once under one key', async () => {
    const { backend, clerk, set, location } = await givenSettings();
    const key = newKey();
    await set({ allowPaymentUponConfirmation: true }, clerk, 'miami', key);
    await set({ allowPaymentUponConfirmation: false });
    const again = await set({ allowPaymentUponConfirmation: true }, clerk, 'miami', key);
    assert.equal(again.replayed, true);
    assert.equal((await location()).allowPaymentUponConfirmation, false);
    await assert.rejects(set({ feeRule: null }, clerk, 'miami', key), refusedWith('idempotency-key-reused'));
    assert.equal(await countEvents(backend.deps, backend.companyId, 'location-settings-changed'), 2);
  });
});

describe('the settings of a customer', () => {
  test('Guide: payment upon confirmation is required of a specific customer', async () => {
    const { ask, customer } = await givenSettings();
    await ask({ requirePaymentUponConfirmation: true });
    assert.deepEqual(await customer(), { ...NOTHING_ASKED, requirePaymentUponConfirmation: true });
    assert.deepEqual(await customer('27'), NOTHING_ASKED);
  });

  test('R-4: leave Pay & Confirm alone where paying is required, whatever the location says', async () => {
    const { ask, customer, location } = await givenSettings();
    await ask({ requirePaymentUponConfirmation: true });
    const buttons = orderButtons({
      location: await location(),
      customer: await customer(),
      integrationState: 'ready',
    });
    assert.deepEqual([buttons.confirm.shown, buttons.payAndConfirm.shown], [false, true]);
  });

  test('never both demand and forbid a card', async () => {
    const { ask, customer } = await givenSettings();
    await ask({ requireCreditCardPayment: true });
    const both = refusedWith('rule-broken', 'settings-conflict');
    await assert.rejects(ask({ restrictCreditCardPayment: true }), both);
    assert.equal((await customer()).restrictCreditCardPayment, false);
    await ask({ requireCreditCardPayment: false, restrictCreditCardPayment: true });
    assert.equal((await customer()).restrictCreditCardPayment, true);
  });

  test('may be changed by a session for that customer alone, and by it for no other', async () => {
    const { backend, ask } = await givenSettings();
    const narrowed = backend.actor(['Setup'], { customerId: '25' });
    const { settings } = await ask({ requirePaymentUponConfirmation: true }, narrowed);
    assert.equal(settings.requirePaymentUponConfirmation, true);
    await assert.rejects(ask({ requirePaymentUponConfirmation: true }, narrowed, '27'), refusedWith('not-found'));
  });
});

describe('who may change settings', () => {
  const ROLES: readonly Role[] = [
    'Administrator',
    'Setup',
    'Operator',
    'Accounts Receivables',
    'Cashier',
    'Credit Manager',
    'Sales Manager',
    'Sales',
    'Sales Allocations',
    'Customer',
  ];

  test('is an administrator, Setup and Komet itself', async () => {
    const { backend, set, ask } = await givenSettings();
    const may = async (change: Promise<unknown>): Promise<boolean> =>
      change.then(() => true).catch((error: unknown) => !refusedWith('not-permitted')(error));
    const allowed: Role[] = [];
    for (const role of ROLES) {
      const actor = backend.actor([role]);
      const both = [
        await may(set({ allowPaymentUponConfirmation: true }, actor)),
        await may(ask({ requirePaymentUponConfirmation: true }, actor)),
      ];
      assert.equal(both[0], both[1], role);
      if (both[0]) allowed.push(role);
    }
    assert.deepEqual(allowed, ['Administrator', 'Setup', 'Operator']);
  });

  test('is nobody of another company or another location', async () => {
    const { backend, set, ask, location } = await givenSettings();
    const stranger = backend.actor(['Administrator'], { companyId: 'nobody' });
    const elsewhere = backend.actor(['Administrator'], { locationIds: ['bogota'] });
    await assert.rejects(set({ allowPaymentUponConfirmation: true }, stranger), refusedWith('not-found'));
    await assert.rejects(ask({ requirePaymentUponConfirmation: true }, stranger), refusedWith('not-found'));
    await assert.rejects(set({ allowPaymentUponConfirmation: true }, elsewhere), refusedWith('not-found'));
    assert.equal((await location()).allowPaymentUponConfirmation, false);
  });

  test('is no session for one customer where every customer is concerned', async () => {
    const { backend, set, location } = await givenSettings();
    const { deps } = backend;
    const one = backend.actor(['Administrator', 'Operator'], { customerId: '25' });
    const key = newKey();
    const place = { key, locationId: 'miami' };
    const refused = [
      () => set({ feeRule: null, allowPaymentUponConfirmation: true }, one),
      () => createTerminal(deps)(one, { ...place, creation: { name: 'Dock' } }),
      () => deleteTerminal(deps)(one, { key, terminalId: 'counter' }),
      () => testTerminal(deps)(one, 'counter'),
      () => closeOpenBatches(deps)(one, key, 'miami'),
      () => listDays(deps)(one, { locationId: 'miami', from: '2026-11-20', to: '2026-11-20' }),
      () => changeIntegration(deps)(one, { ...place, change: { enabled: false, confirmation: 'Miami' } }),
      () => readApplication(deps)(one, 'miami'),
    ];
    for (const attempt of refused) await assert.rejects(attempt(), refusedWith('not-permitted'));
    assert.equal((await location()).allowPaymentUponConfirmation, false);
    assert.equal((await testTerminal(deps)(backend.actor(), 'counter')).result, 'ready');
  });
});
