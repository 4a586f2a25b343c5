import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { closeDay } from '../../proxy/operations/reconcile/close-day.js';
import { listDays } from '../../proxy/operations/reconcile/days.js';
import { listGroups } from '../../proxy/operations/reconcile/list-groups.js';
import { reconcileDay } from '../../proxy/operations/reconcile/reconcile-day.js';
import { closeStore, givenBackend, newKey, type Backend } from './given.js';
import { DAY, HOUR, pay } from './given-day.js';
import { refusedWith } from './refused.js';

const NEXT = '2026-11-21';

after(closeStore);

const compareFrom = (backend: Backend, day: string, to: string) =>
  reconcileDay(backend.deps)(backend.actor(), newKey(), { locationId: 'miami', day, to });

/** One payment on each of two days; the second is dated into the first, whose batch was closed before. */
async function givenTwoDays(): Promise<Backend> {
  const backend = await givenBackend();
  await pay(backend);
  backend.passTime(24 * HOUR);
  await pay(backend, { date: DAY, duplicateReason: 'Two invoices' });
  backend.passTime(24 * HOUR);
  return backend;
}

describe('comparing several days', () => {
  test('R-34: what was cut off between two days is no difference when both are compared', async () => {
    const backend = await givenTwoDays();
    const { run } = await compareFrom(backend, DAY, NEXT);
    assert.deepEqual([run.day, run.to, run.balanced, run.differences], [DAY, NEXT, true, []]);
    assert.equal(run.deposit?.cents, 8_000);
    assert.equal(run.deposit.byBatch.length, 2);
    const { groups } = await listGroups(backend.deps)(backend.actor(), run.id, {});
    assert.deepEqual(groups.map(({ group, processor }) => [group, processor?.day]).sort(), [
      ['matched', DAY],
      ['matched', NEXT],
    ]);
  });

  test('a comparison of several days says nothing of a single one, and none is closed with it', async () => {
    const backend = await givenTwoDays();
    const { run } = await compareFrom(backend, DAY, NEXT);
    const { days } = await listDays(backend.deps)(backend.actor(), { locationId: 'miami', from: DAY, to: NEXT });
    assert.deepEqual(
      days.map(({ day, state }) => [day, state]),
      [
        [DAY, 'open'],
        [NEXT, 'none'],
      ],
    );
    const closing = { key: newKey(), id: run.id, depositCents: 8_000 };
    await assert.rejects(
      closeDay(backend.deps)(backend.actor(), closing),
      refusedWith('rule-broken', 'range-not-closable'),
    );
  });

  test('at most a month is compared at once, and no day that has not begun', async () => {
    const backend = await givenBackend();
    await assert.rejects(compareFrom(backend, '2026-10-01', '2026-11-01'), refusedWith('invalid-request'));
    await assert.rejects(compareFrom(backend, DAY, '2026-11-19'), refusedWith('invalid-request'));
    await assert.rejects(compareFrom(backend, DAY, NEXT), refusedWith('rule-broken', 'date-in-future'));
    assert.equal((await compareFrom(backend, '2026-10-21', DAY)).run.status, 'ready');
  });
});
