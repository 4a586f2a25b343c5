import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { Terminal, TerminalChange, TerminalCreation } from '../../src/contract/terminal.js';
import type { Role } from '../../src/contract/session.js';
import type { Actor } from '../../proxy/deps.js';
import type { PaymentGateway } from '../../proxy/gateway/port.js';
import { saveKeys, verifyKeys } from '../../proxy/operations/merchant-accounts.js';
import { takePayment } from '../../proxy/operations/take-payment.js';
import { listTerminals } from '../../proxy/operations/terminals/list-terminals.js';
import { changeTerminal, createTerminal, deleteTerminal } from '../../proxy/operations/terminals/terminals.js';
import { testTerminal } from '../../proxy/operations/terminals/test-terminal.js';
import { miamiWarehouseApiKey, strangerApiKey } from '../../simulator/demo-merchants.js';
import { closeStore, countEvents, givenBackend, givenRequest, newKey } from './given.js';
import { refusedWith } from './refused.js';

after(closeStore);

async function givenTerminals() {
  const backend = await givenBackend();
  const { deps, companyId } = backend;
  const clerk = backend.actor(['Setup']);
  const add = async (creation: TerminalCreation, actor: Actor = clerk, locationId = 'miami', key = newKey()) =>
    createTerminal(deps)(actor, { key, locationId, creation });
  const change = async (terminalId: string, members: TerminalChange, actor: Actor = clerk) =>
    (await changeTerminal(deps)(actor, { key: newKey(), terminalId, change: members })).terminal;
  const remove = (terminalId: string, actor: Actor = clerk, key = newKey()) =>
    deleteTerminal(deps)(actor, { key, terminalId });
  const names = async (locationId = 'miami', actor: Actor = clerk) =>
    (await listTerminals(deps)(actor, locationId)).terminals.map(({ name }) => name);
  const keys = (terminalId: string, apiKey: string) =>
    saveKeys(deps)({ companyId, locationId: 'miami', terminalId, apiKey });
  const verify = (terminalId: string) => verifyKeys(deps)({ companyId, locationId: 'miami', terminalId });
  const pay = async (terminalId: string) =>
    takePayment(deps)(backend.actor(), {
      key: newKey(),
      request: await givenRequest(backend, { method: 'pos-terminal', source: { terminalId } }),
    });
  return { backend, clerk, add, change, remove, names, keys, verify, pay };
}

describe('the terminals of a location', () => {
  test('Guide: terminals are set up for each location', async () => {
    const { backend, add, change, remove, names } = await givenTerminals();
    const before = await names();
    const { terminal } = await add({ name: 'Dock', serial: 'A-1' });
    assert.deepEqual([terminal.locationId, terminal.active, terminal.keyState], ['miami', true, 'missing']);
    await add({ name: 'Dock' }, undefined, 'bogota');
    assert.deepEqual(new Set(await names()), new Set([...before, 'Dock']));
    assert.ok((await names('bogota')).includes('Dock'));
    assert.deepEqual(await change(terminal.id, { name: 'Cold room', serial: '' }), {
      id: terminal.id,
      locationId: 'miami',
      name: 'Cold room',
      active: true,
      keyState: 'missing',
    } satisfies Terminal);
    await remove(terminal.id);
    assert.deepEqual(await names(), before);
    for (const action of ['terminal-changed', 'terminal-deleted']) {
      assert.equal(await countEvents(backend.deps, backend.companyId, action), 1);
    }
  });

  test('have names of their own, which a deleted one gives free', async () => {
    const { add, remove } = await givenTerminals();
    const { terminal } = await add({ name: 'Dock' });
    await assert.rejects(add({ name: 'Dock' }), refusedWith('rule-broken', 'terminal-name-taken'));
    await remove(terminal.id);
    await add({ name: 'Dock' });
  });

  test('are added and deleted once under one key', async () => {
    const { clerk, add, remove, names } = await givenTerminals();
    const key = newKey();
    const { terminal } = await add({ name: 'Dock' }, clerk, 'miami', key);
    const again = await add({ name: 'Dock' }, clerk, 'miami', key);
    assert.deepEqual([again.replayed, again.terminal.id], [true, terminal.id]);
    const other = newKey();
    await remove(terminal.id, clerk, other);
    assert.equal((await remove(terminal.id, clerk, other)).replayed, true);
    assert.ok(!(await names()).includes('Dock'));
  });

  test('R-11: can be paid at once the processor knows the key, and no more once switched off or deleted', async () => {
    const { backend, add, change, remove, keys, verify, pay } = await givenTerminals();
    const { terminal } = await add({ name: 'Warehouse' });
    await assert.rejects(pay(terminal.id), refusedWith('not-ready-to-charge'));
    await keys(terminal.id, miamiWarehouseApiKey);
    await assert.rejects(pay(terminal.id), refusedWith('not-ready-to-charge'));
    await verify(terminal.id);
    await change(terminal.id, { active: false });
    await assert.rejects(pay(terminal.id), refusedWith('not-ready-to-charge'));
    await remove(terminal.id);
    await assert.rejects(pay(terminal.id), refusedWith('not-found'));
    assert.deepEqual(backend.booked(), []);
  });

  test('are not deleted while a payment at them is under way, which the refusal names', async () => {
    const { backend, remove, names } = await givenTerminals();
    const before = await names();
    const lost: PaymentGateway = {
      ...backend.deps.gateway,
      sale: () => Promise.resolve({ kind: 'unknown', reason: 'timeout' }),
    };
    const request = await givenRequest(backend, { method: 'pos-terminal', source: { terminalId: 'counter' } });
    const taken = await takePayment(backend.with({ gateway: lost }))(backend.actor(), { key: newKey(), request });
    await taken.settled;
    const inUse = (error: unknown): boolean => {
      refusedWith('rule-broken', 'terminal-in-use')(error);
      assert.deepEqual((error as { members: { items?: unknown } }).members.items, [
        { id: 'counter', paymentId: taken.payment.id },
      ]);
      return true;
    };
    await assert.rejects(remove('counter'), inUse);
    assert.deepEqual(await names(), before);
  });
});

describe('testing a terminal', () => {
  test('tells a missing key, a refused one and a processor out of reach apart, and charges nothing', async () => {
    const { backend, clerk, add, keys } = await givenTerminals();
    const { terminal } = await add({ name: 'Warehouse' });
    const ask = (deps = backend.deps) => testTerminal(deps)(clerk, terminal.id);
    assert.deepEqual(await ask(), { result: 'key-missing' });
    await keys(terminal.id, 'nonsense');
    assert.deepEqual(await ask(), { result: 'key-refused' });
    await keys(terminal.id, miamiWarehouseApiKey);
    const away: PaymentGateway = {
      ...backend.deps.gateway,
      readSettings: () => Promise.resolve({ kind: 'failed' }),
    };
    assert.deepEqual(await ask(backend.with({ gateway: away })), { result: 'unreachable' });
    const answer = await ask();
    assert.equal(answer.result, 'ready');
    assert.ok(answer.merchantTerminalId);
    assert.ok(!JSON.stringify(answer).includes(miamiWarehouseApiKey));
    assert.deepEqual(backend.booked(), []);
  });

  test("refuses a key of another merchant than the location's", async () => {
    const { backend, clerk, add, keys } = await givenTerminals();
    const { terminal } = await add({ name: 'Warehouse' });
    await keys(terminal.id, strangerApiKey);
    const attempt = testTerminal(backend.deps)(clerk, terminal.id);
    await assert.rejects(attempt, refusedWith('rule-broken', 'other-merchant'));
  });
});

describe('who may set terminals up', () => {
  test('is an administrator, Setup and Komet itself', async () => {
    const { backend, add } = await givenTerminals();
    const allowed: readonly Role[] = ['Administrator', 'Setup', 'Operator'];
    for (const role of allowed) await add({ name: role }, backend.actor([role]));
    const others: readonly Role[] = ['Accounts Receivables', 'Cashier', 'Credit Manager', 'Sales Manager', 'Sales'];
    for (const role of others) {
      await assert.rejects(add({ name: role }, backend.actor([role])), refusedWith('not-permitted'));
    }
  });

  test('is nobody of another company or another location, who sees no terminal either', async () => {
    const { backend, add, change, remove, names } = await givenTerminals();
    const before = await names();
    const outsiders = [
      backend.actor(['Setup'], { companyId: 'nobody' }),
      backend.actor(['Setup'], { locationIds: ['bogota'] }),
    ];
    for (const actor of outsiders) {
      const attempts = [
        () => add({ name: 'Dock' }, actor),
        () => change('counter', { active: false }, actor),
        () => remove('counter', actor),
        () => testTerminal(backend.deps)(actor, 'counter'),
        () => names('miami', actor),
      ];
      for (const attempt of attempts) await assert.rejects(attempt(), refusedWith('not-found'));
    }
    assert.deepEqual(await names(), before);
  });
});
