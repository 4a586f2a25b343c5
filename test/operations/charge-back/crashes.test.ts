import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { Deps } from '../../../proxy/deps.js';
import type { PaymentGateway } from '../../../proxy/gateway/port.js';
import type { Store } from '../../../proxy/store/store.js';
import { closeStore } from '../given.js';
import { givenDesk, HOUR, line, type Desk } from './given.js';

after(closeStore);

class Death extends Error {}

/** The process dies around its n-th commit, or around its call to the gateway; nothing it does after that has any effect. */
interface Point {
  readonly name: string;
  readonly isReached: (event: 'commit' | 'committed' | 'call' | 'called', count: number) => boolean;
}

/** The intent; the refused void with the refund that takes its place, where there is one; the outcome; its delivery. */
const commits = [1, 2, 3, 4];
const POINTS: readonly Point[] = [
  ...commits.flatMap((n): Point[] => [
    { name: `before commit ${n}`, isReached: (event, count) => event === 'commit' && count === n },
    { name: `after commit ${n}`, isReached: (event, count) => event === 'committed' && count === n },
  ]),
  { name: 'before the gateway is called', isReached: (event) => event === 'call' },
  { name: 'before the gateway’s answer', isReached: (event) => event === 'called' },
];

function dyingAt(desk: Desk, { isReached }: Point, closesFirst: boolean): Deps {
  const { store, gateway } = desk.backend.deps;
  let dead = false;
  let count = 0;
  const reach = (event: Parameters<Point['isReached']>[0]): void => {
    dead ||= isReached(event, count);
    if (dead) throw new Death();
  };
  const dying: Store = {
    ...store,
    transaction: async (run) => {
      count += 1;
      reach('commit');
      const value = await store.transaction(run);
      reach('committed');
      return value;
    },
  };
  const call =
    (kind: 'void' | 'refund'): PaymentGateway['void'] =>
    async (...args) => {
      reach('call');
      if (kind === 'void' && closesFirst) await desk.closeBatches();
      const outcome = await gateway[kind](...args);
      reach('called');
      return outcome;
    };
  return desk.backend.with({ store: dying, gateway: { ...gateway, void: call('void'), refund: call('refund') } });
}

/** Time passes until everything has its outcome; a sale on each day lets the gateway close its batches. */
async function settleAll(desk: Desk): Promise<void> {
  await desk.pay({ allocations: [line('1004', 100)], amountCents: 100 });
  for (let hours = 0; hours < 60; hours += 2) await desk.sweepAfter(2 * HOUR);
}

describe('when the process dies in mid-charge-back', () => {
  for (const way of ['void', 'refund', 'void that becomes a refund'] as const) {
    for (const point of POINTS) {
      test(`${point.name}, the ${way} is made once or not at all, and books and gateway agree`, async () => {
        const desk = await givenDesk();
        const payment = await desk.pay({
          allocations: [line('1001', 10_000), line('1003', 7_500)],
          creditIds: ['cr-501'],
          amountCents: 18_000,
          overpaymentCents: 2_500,
        });
        if (way === 'refund') await desk.closeBatches();
        const before = await desk.open();
        const deps = dyingAt(desk, point, way === 'void that becomes a refund');
        await desk.chargeBack(payment.id, {}, { deps }).catch(() => undefined);
        await settleAll(desk);
        const { status } = await desk.read(payment.id);
        assert.ok(['approved', 'charged-back'].includes(status), status);
        assert.equal(desk.gatewayNet(), await desk.booksNet());
        assert.equal(await desk.holds(), 0);
        if (status === 'approved') assert.deepEqual({ ...(await desk.open()), 1004: 0 }, { ...before, 1004: 0 });
        assert.equal((await desk.chargeBack(payment.id)).status, 201);
        assert.deepEqual([desk.gatewayNet(), await desk.booksNet()], [100, 100]);
        const open = await desk.open();
        assert.deepEqual([open['1001'], open['1003'], open['CR-501']], [10_000, 7_500, 2_000]);
      });
    }
  }

  test('also when the process that settles it dies', async () => {
    const desk = await givenDesk();
    const payment = await desk.pay();
    desk.backend.simulator.faults.add({ match: { type: 'void' }, kind: 'drop-after-booking' });
    await desk.chargeBack(payment.id);
    const { transaction } = desk.backend.deps.store;
    const dying = { ...desk.backend.deps.store, transaction: () => Promise.reject(new Death()) };
    Object.assign(desk.backend.deps, { store: dying });
    await desk.sweepAfter(HOUR);
    Object.assign(desk.backend.deps, { store: { ...dying, transaction } });
    assert.equal((await desk.read(payment.id)).status, 'charge-back-requested');
    await desk.sweepAfter(HOUR);
    assert.equal((await desk.read(payment.id)).status, 'charged-back');
    assert.equal(desk.gatewayNet(), 0);
  });
});
