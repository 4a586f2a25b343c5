import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Reconciliation } from '../../src/contract/reconciliation.js';
import type { Deps } from '../../proxy/deps.js';
import { chargeBack } from '../../proxy/operations/charge-back/charge-back.js';
import { listPayments } from '../../proxy/operations/list-payments.js';
import { closeDay } from '../../proxy/operations/reconcile/close-day.js';
import { listDays } from '../../proxy/operations/reconcile/days.js';
import { explainDifference } from '../../proxy/operations/reconcile/explain.js';
import { reconcileDay } from '../../proxy/operations/reconcile/reconcile-day.js';
import { reopenDay } from '../../proxy/operations/reconcile/reopen-day.js';
import { readReconciliation } from '../../proxy/operations/reconcile/run-rows.js';
import { ProblemError } from '../../proxy/problem-error.js';
import { postgresDialect } from '../../proxy/store/postgres.js';
import type { Store } from '../../proxy/store/store.js';
import { createDatabase } from '../store/database.js';
import { countEvents, givenBackend, newKey, openStoreOn, type Backend } from './given.js';
import { close, compare, DAY, HOUR, pay, place } from './given-day.js';
import { kometHand } from './komet-hand.js';
import { refusedWith } from './refused.js';
import { untilWaiting } from './until-waiting.js';

class TakenBack extends Error {}

describe('closing a day at one of two replicas on PostgreSQL', () => {
  let stores: [Store, Store];
  before(async () => {
    const url = await createDatabase();
    stores = [await openStoreOn(postgresDialect(url)), await openStoreOn(postgresDialect(url))];
  });
  after(() => Promise.all(stores.map((store) => store.close())));

  /** A compared day with one payment, and the same backend at the other replica. */
  async function givenComparedDay() {
    const here = await givenBackend(stores[0]);
    const payment = await pay(here);
    here.passTime(24 * HOUR);
    const there: Backend = { ...here, deps: { ...here.deps, store: stores[1] } };
    return { here, there, payment, run: await compare(here) };
  }

  /** Closes the day, and begins something at the other replica after the last look of the closing and before its end. */
  async function whileClosing<T>(here: Backend, run: Reconciliation, begin: () => Promise<T>) {
    let both: Promise<[PromiseSettledResult<Reconciliation>, PromiseSettledResult<T>]> | undefined;
    const held = stores[0].transaction(async (tx) => {
      const members = { company_id: here.companyId, location_id: 'miami', day: DAY, reconciliation_id: run.id };
      // Whoever closes the day has to wait for this line, which is taken back.
      await tx.insertInto('closed_day').values(members).execute();
      const closing = close(here, run);
      await untilWaiting(stores[1]);
      const begun = begin();
      both = Promise.allSettled([closing, begun]);
      await Promise.race([untilWaiting(stores[1], 2), begun.catch(() => undefined)]);
      throw new TakenBack();
    });
    await assert.rejects(held, TakenBack);
    assert.ok(both);
    return both;
  }

  const isClosed = (closing: PromiseSettledResult<Reconciliation>) =>
    assert.equal(closing.status === 'fulfilled' && closing.value.status, 'closed');

  function isRefused(answer: PromiseSettledResult<unknown>, rule: string): void {
    assert.ok(answer.status === 'rejected', 'was let in');
    refusedWith('rule-broken', rule)(answer.reason);
  }

  test('a payment dated into it is refused', async () => {
    const { here, there, run } = await givenComparedDay();
    const late = { date: DAY, duplicateReason: 'second box' };
    const [closing, paid] = await whileClosing(here, run, () => pay(there, late));
    isClosed(closing);
    isRefused(paid, 'date-locked');
    assert.equal(here.booked().length, 1);
  });

  test('R-19: a charge back dated into it is refused', async () => {
    const { here, there, run, payment } = await givenComparedDay();
    const request = { reason: 'Wilted', date: DAY };
    const [closing, back] = await whileClosing(here, run, () =>
      chargeBack(there.deps)(there.actor(), { key: newKey(), paymentId: payment.id, request }),
    );
    isClosed(closing);
    isRefused(back, 'date-locked');
    assert.equal(here.booked().length, 1);
  });

  test('another closing is refused', async () => {
    const { here, there, run } = await givenComparedDay();
    const [closing, other] = await whileClosing(here, run, () => close(there, run));
    isClosed(closing);
    isRefused(other, 'day-closed');
    assert.equal(await countEvents(here.deps, here.companyId, 'day-closed'), 1);
  });

  test('a note that is taken back is kept, and the day is closed with it', async () => {
    const { here, there, payment } = await givenComparedDay();
    await kometHand(stores[0], here.companyId).edit(payment.id, { amountCents: 4_500 });
    const run = await compare(here);
    const [difference] = run.differences;
    assert.ok(difference);
    const explain = ({ deps, actor }: Backend, note: string) =>
      explainDifference(deps)(actor(), { key: newKey(), id: run.id, differenceId: difference.id, note });
    await explain(here, 'Typed wrong; corrected tomorrow');
    const [closing, taken] = await whileClosing(here, run, () => explain(there, ''));
    isClosed(closing);
    isRefused(taken, 'day-closed');
    const kept = await readReconciliation(here.deps)(here.actor(), run.id);
    assert.equal(kept.differences[0]?.note?.text, 'Typed wrong; corrected tomorrow');
  });

  test('another comparison says that the day was closed, and takes nothing away', async () => {
    const { here, there, run } = await givenComparedDay();
    const [closing, compared] = await whileClosing(here, run, () =>
      reconcileDay(there.deps)(there.actor(), newKey(), place),
    );
    isClosed(closing);
    assert.ok(compared.status === 'fulfilled', 'was refused');
    assert.deepEqual([compared.value.run.status, compared.value.run.failure], ['failed', 'day-closed']);
    const { days } = await listDays(here.deps)(here.actor(), { locationId: 'miami', from: DAY, to: DAY });
    assert.deepEqual(
      days.map(({ state, reconciliationId }) => [state, reconciliationId]),
      [['closed', run.id]],
    );
  });

  test('two people opening it again open it once, and one of two closes it again', async () => {
    const { here, there, run } = await givenComparedDay();
    await close(here, run);
    const both = [here, there];
    const opened = await Promise.allSettled(
      both.map(({ deps, actor }) => reopenDay(deps)(actor(), { key: newKey(), id: run.id, reason: 'A check' })),
    );
    const closed = await Promise.allSettled(both.map((replica) => close(replica, run)));
    for (const [answers, rule] of [
      [opened, 'day-not-closed'],
      [closed, 'day-closed'],
    ] as const) {
      const [refused, ...others] = answers.filter(({ status }) => status === 'rejected');
      assert.ok(refused && others.length === 0);
      isRefused(refused, rule);
    }
    const { reopenings, status } = await readReconciliation(here.deps)(here.actor(), run.id);
    assert.deepEqual([status, reopenings.length], ['closed', 1]);
  });

  test('whatever comes at once, a closed day holds what it was closed with', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { here, there, run } = await givenComparedDay();
      const late = (invoiceId: string, amountCents: number) => ({
        date: DAY,
        allocations: [{ invoiceId, amountCents }],
        amountCents,
      });
      const closing = ({ deps, actor }: Backend) =>
        closeDay(deps)(actor(), { key: newKey(), id: run.id, depositCents: 4_000 });
      const answers = await Promise.allSettled([
        pay(there, late('inv-1002', 1_000 + round)),
        closing(here),
        pay(here, late('inv-1003', 2_000 + round)),
        closing(there),
      ]);
      for (const answer of answers) {
        if (answer.status === 'fulfilled') continue;
        assert.ok(answer.reason instanceof ProblemError, String(answer.reason));
        assert.equal(answer.reason.code, 'rule-broken');
      }
      const closings = [answers[1], answers[3]].filter((answer) => answer.status === 'fulfilled');
      assert.ok(closings.length < 2);
      if (closings.length === 1) assert.equal(await paidOn(here.deps, here), 4_000);
    }
  });

  async function paidOn(deps: Deps, { actor }: Backend): Promise<number> {
    const { payments } = await listPayments(deps)(actor(), { from: DAY, to: DAY });
    return payments.reduce((sum, { status, amountCents }) => sum + (status === 'approved' ? amountCents : 0), 0);
  }
});
