import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DroppedConnection, type FaultKind } from '../../simulator/app.js';
import { givenGateway } from './given.js';

const bookings = (gateway: ReturnType<typeof givenGateway>) =>
  gateway.simulator.journal().filter(({ booked }) => booked).length;

describe('faults', () => {
  for (const [kind, booked] of [
    ['drop-before-booking', 0],
    ['drop-after-booking', 1],
  ] as const) {
    it(`${kind} loses the answer with ${booked} booking`, async () => {
      const gateway = givenGateway();
      gateway.simulator.faults.add({ kind, match: { type: 'sale' } });
      await assert.rejects(gateway.sale('10.00'), DroppedConnection);
      assert.equal(bookings(gateway), booked);
    });
  }

  for (const [kind, status, booked] of [
    ['http-500-before', 500, 0],
    ['http-500-after', 500, 1],
    ['redirect', 302, 0],
    ['empty-body', 200, 1],
  ] as const) {
    it(`${kind} answers ${status} with ${booked} booking`, async () => {
      const gateway = givenGateway();
      gateway.simulator.faults.add({ kind });
      assert.equal((await gateway.sale('10.00')).status, status);
      assert.equal(bookings(gateway), booked);
    });
  }

  it('late-arrival books after the line broke', async () => {
    const gateway = givenGateway();
    gateway.simulator.faults.add({ kind: 'late-arrival', ms: 60_000 });
    await assert.rejects(gateway.sale('10.00', { 'order-id': 'kpw-7' }), DroppedConnection);
    const search = async () =>
      (await gateway.call('GET', '/rest/v2/transactions?order-id=kpw-7')).body.payload.transactions.transaction.length;
    assert.equal(await search(), 0);
    await gateway.call('POST', '/__sim/clock/advance', { ms: 60_000 });
    assert.equal(await search(), 1);
  });

  it('truncate-json breaks the answer in the middle', async () => {
    const gateway = givenGateway();
    gateway.simulator.faults.add({ kind: 'truncate-json' });
    await assert.rejects(gateway.sale('10.00'), SyntaxError);
    assert.equal(bookings(gateway), 1);
  });

  it('wrong-amount and wrong-order-id lie about what was booked', async () => {
    const gateway = givenGateway();
    gateway.simulator.faults.add({ kind: 'wrong-amount' });
    assert.equal((await gateway.sale('10.00')).body.payload.transaction.amount, '11.00');
    gateway.simulator.faults.add({ kind: 'wrong-order-id' });
    const lied = await gateway.sale('10.00', { 'order-id': 'kpw-8' });
    assert.notEqual(lied.body.payload.transaction['order-id'], 'kpw-8');
    assert.equal(gateway.simulator.journal().at(-1)?.orderId, 'kpw-8');
  });

  it('previously-approved answers with an older transaction', async () => {
    const gateway = givenGateway();
    const first = await gateway.sale('10.00');
    gateway.simulator.faults.add({ kind: 'previously-approved' });
    const second = await gateway.sale('99.00');
    assert.equal(second.body.payload.transaction.id, first.body.payload.transaction.id);
    assert.equal(bookings(gateway), 1);
  });

  it('delay waits, for as many calls as ordered', async () => {
    const waits: number[] = [];
    const gateway = givenGateway({ wait: async (ms) => void waits.push(ms) });
    gateway.simulator.faults.add({ kind: 'delay', ms: 4000, times: 2 });
    for (const amount of ['1.00', '2.00', '3.00']) await gateway.sale(amount);
    assert.deepEqual(waits, [4000, 4000]);
  });

  it('are ordered, listed and cleared from any page', async () => {
    const gateway = givenGateway();
    const kind: FaultKind = 'redirect';
    const ordered = await gateway.call('POST', '/__sim/faults', { kind, match: { path: '/rest/v2/tokens' } });
    assert.equal(ordered.status, 201);
    assert.equal((await gateway.sale('10.00')).status, 200);
    assert.equal((await gateway.call('GET', '/__sim/faults')).body.length, 1);
    await gateway.call('DELETE', '/__sim/faults');
    assert.equal((await gateway.call('GET', '/rest/v2/tokens')).status, 200);
    assert.equal((await gateway.call('POST', '/__sim/faults', { kind: 'nonsense' })).status, 400);
    const preflight = new Request('http://gateway.test/__sim/faults', { headers: { origin: 'http://demo.test' } });
    assert.equal((await gateway.simulator.fetch(preflight)).headers.get('access-control-allow-origin'), '*');
  });
});
