import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { chargeBack } from '../../proxy/operations/charge-back/charge-back.js';
import { closeOpenBatches } from '../../proxy/operations/reconcile/close-batch.js';
import { listDays } from '../../proxy/operations/reconcile/days.js';
import { explainDifference } from '../../proxy/operations/reconcile/explain.js';
import { listGroups } from '../../proxy/operations/reconcile/list-groups.js';
import { readReportMapping } from '../../proxy/operations/reconcile/mapping.js';
import { reconcileDay } from '../../proxy/operations/reconcile/reconcile-day.js';
import { reopenDay } from '../../proxy/operations/reconcile/reopen-day.js';
import { readReconciliation } from '../../proxy/operations/reconcile/run-rows.js';
import { closeStore, countEvents, givenBackend, newKey } from './given.js';
import { close, compare, compareDay, DAY, givenPaidDay, HOUR, pay, place } from './given-day.js';
import { refusedWith } from './refused.js';
import { virtualTerminal } from './virtual-terminal.js';

after(closeStore);

describe('comparing a day', () => {
  test("Guide: R-34: both reports match exactly when every payment is in the processor's batch", async () => {
    const backend = await givenPaidDay();
    const run = await compare(backend);
    assert.equal(run.status, 'ready');
    assert.equal(run.balanced, true);
    assert.equal(run.deposit?.cents, 4_000);
    assert.deepEqual(run.deposit.byBrand, [{ brand: 'visa', count: 1, cents: 4_000 }]);
    assert.equal(run.cutOffs.processor, '23:59');
    const { groups } = await listGroups(backend.deps)(backend.actor(), run.id, {});
    assert.deepEqual(
      groups.map(({ group, rule }) => [group, rule]),
      [['matched', 'transaction-id']],
    );
  });

  test('a payment made in the small hours counts for the day it was made, its batch open or closed that night', async () => {
    const backend = await givenBackend();
    backend.passTime(Date.parse('2026-11-21T06:55:00Z') - backend.deps.clock());
    await pay(backend);
    const open = await compareDay(backend, '2026-11-21');
    assert.deepEqual([open.balanced, open.differences], [true, []]);
    await closeOpenBatches(backend.deps)(backend.actor(), newKey(), 'miami');
    backend.passTime(HOUR);
    const closed = await compareDay(backend, '2026-11-21');
    assert.deepEqual([closed.balanced, closed.differences], [true, []]);
  });

  test('Example 8: a payment charged back on its day leaves the day in balance', async () => {
    const backend = await givenBackend();
    const taken = await pay(backend);
    const request = { reason: 'Wrong card' };
    await chargeBack(backend.deps)(backend.actor(), { key: newKey(), paymentId: taken.id, request });
    backend.passTime(24 * HOUR);
    const run = await compare(backend);
    assert.deepEqual(run.differences, []);
    assert.equal(run.deposit?.cents, 0);
    const nothingElse = { netCents: 0, byKind: [], byBrand: [] };
    assert.deepEqual(run.totals, {
      komet: { ...nothingElse, count: 2, voidedPairs: { count: 2, cents: 0 } },
      processor: { ...nothingElse, count: 2, voidedPairs: { count: 2, cents: 0 } },
    });
  });

  test('a sale keyed at the virtual terminal is missing in Komet, with its cents and cause', async () => {
    const backend = await givenBackend();
    await pay(backend);
    await (await virtualTerminal(backend)).sale(4_200);
    backend.passTime(24 * HOUR);
    const run = await compare(backend);
    assert.equal(run.offCents, -4_200);
    assert.deepEqual(
      run.differences.map(({ kind, cause, cents, processor }) => [kind, cause, cents, processor.length]),
      [['missing-in-komet', 'keyed-at-virtual-terminal', -4_200, 1]],
    );
  });

  test('a payment dated into an earlier day is found where its batch is', async () => {
    const backend = await givenBackend();
    await pay(backend, { date: '2026-11-10' });
    backend.passTime(24 * HOUR);
    const { run } = await reconcileDay(backend.deps)(backend.actor(), newKey(), { ...place, day: '2026-11-10' });
    assert.deepEqual(
      run.differences.map(({ kind, cause }) => [kind, cause]),
      [['cut-off', 'settled-after-cut-off']],
    );
  });

  test('the same request again answers with the same run', async () => {
    const backend = await givenPaidDay();
    const key = newKey();
    const first = await reconcileDay(backend.deps)(backend.actor(), key, place);
    const again = await reconcileDay(backend.deps)(backend.actor(), key, place);
    assert.equal(again.replayed, true);
    assert.equal(again.run.id, first.run.id);
  });

  test('a processor that can not be reached is told, and no balance is claimed', async () => {
    const backend = await givenPaidDay();
    const gateway = { ...backend.deps.gateway, listBatches: async () => ({ kind: 'failed' as const }) };
    const { run } = await reconcileDay(backend.with({ gateway }))(backend.actor(), newKey(), place);
    assert.equal(run.status, 'failed');
    assert.equal(run.failure, 'gateway-unreachable');
    assert.equal(run.balanced, undefined);
  });

  test('days the processor no longer keeps are told from days in balance', async () => {
    const backend = await givenPaidDay();
    const { run } = await reconcileDay(backend.deps)(backend.actor(), newKey(), { ...place, day: '2026-08-01' });
    assert.equal(run.failure, 'report-too-old');
  });

  test('who may not reconcile, or not here, is refused', async () => {
    const backend = await givenPaidDay();
    await assert.rejects(
      reconcileDay(backend.deps)(backend.actor(['Sales']), newKey(), place),
      refusedWith('not-permitted'),
    );
    const elsewhere = backend.actor(['Administrator'], { locationIds: ['bogota'] });
    await assert.rejects(reconcileDay(backend.deps)(elsewhere, newKey(), place), refusedWith('not-found'));
  });
});

describe('closing a day', () => {
  test('Guide: a day in balance is closed with its deposit, and nothing can be dated into it', async () => {
    const backend = await givenPaidDay();
    const run = await close(backend, await compare(backend));
    assert.equal(run.status, 'closed');
    assert.match(run.closing?.kometFingerprint ?? '', /^[0-9a-f]{64}$/);
    assert.equal(await countEvents(backend.deps, backend.companyId, 'day-closed'), 1);
    const late = { date: DAY, duplicateReason: 'second box' };
    await assert.rejects(pay(backend, late), (error: Error) => {
      assert.match(error.message, /next open day is 2026-11-21/);
      return refusedWith('rule-broken', 'date-locked')(error);
    });
    const { days } = await listDays(backend.deps)(backend.actor(), {
      locationId: 'miami',
      from: DAY,
      to: '2026-11-21',
    });
    assert.deepEqual(
      days.map(({ state, depositCents }) => [state, depositCents]),
      [
        ['closed', 4_000],
        ['none', undefined],
      ],
    );
  });

  test('a charge back dated into a closed day is refused, one of today is not', async () => {
    const backend = await givenBackend();
    const taken = await pay(backend);
    backend.passTime(24 * HOUR);
    await close(backend, await compare(backend));
    const charge = (date?: string) =>
      chargeBack(backend.deps)(backend.actor(), {
        key: newKey(),
        paymentId: taken.id,
        request: { reason: 'Wilted', ...(date && { date }) },
      });
    await assert.rejects(charge(DAY), refusedWith('rule-broken', 'date-locked'));
    assert.equal((await charge()).status, 201);
  });

  test('a day that is off is closed only when each difference is explained by a person', async () => {
    const backend = await givenPaidDay();
    await backend.deps.store.db
      .updateTable('payment')
      .set({ transaction_id: 'T-999' })
      .where('company_id', '=', backend.companyId)
      .execute();
    const off = await compare(backend, {
      fileName: 'batch.csv',
      csv: 'Transaction ID,Type,Amount,Date\n77,SALE,"$1,000.50",11/20/2026\n',
      columns: { transactionId: 'Transaction ID', type: 'Type', amount: 'Amount', date: 'Date' },
    });
    assert.equal(off.differences.length, 2);
    assert.equal(off.deposit?.cents, 100_050);
    await assert.rejects(close(backend, off), refusedWith('rule-broken', 'difference-unexplained'));
    for (const { id: differenceId } of off.differences) {
      const explanation = { key: newKey(), id: off.id, differenceId, note: 'Told to the bank' };
      await explainDifference(backend.deps)(backend.actor(), explanation);
    }
    const run = await close(backend, off);
    assert.deepEqual(run.differences[0]?.note?.by, { id: 'ana', name: 'Ana Ruiz' });
    assert.deepEqual((await readReportMapping(backend.deps)(backend.actor())).columns?.amount, 'Amount');
  });

  test('a payment that came in since the comparison asks for a new one', async () => {
    const backend = await givenPaidDay();
    const run = await compare(backend);
    await pay(backend, { date: DAY, duplicateReason: 'second box' });
    await assert.rejects(close(backend, run), refusedWith('rule-broken', 'report-changed'));
  });

  test('a payment begun before the closing and not yet decided keeps the day open until it is', async () => {
    const backend = await givenPaidDay();
    const run = await compare(backend);
    let answer = (): void => undefined;
    const asked = new Promise<void>((seen) => {
      const gateway = {
        ...backend.deps.gateway,
        sale: async (...call: Parameters<typeof backend.deps.gateway.sale>) => {
          const held = new Promise<void>((resolve) => (answer = resolve));
          seen();
          await held;
          return backend.deps.gateway.sale(...call);
        },
      };
      void pay({ ...backend, deps: backend.with({ gateway }) }, { date: DAY, duplicateReason: 'second box' }).then(() =>
        finish(),
      );
    });
    let finish = (): void => undefined;
    const finished = new Promise<void>((resolve) => (finish = resolve));
    await asked;
    await assert.rejects(close(backend, run), refusedWith('rule-broken', 'payments-under-way'));
    assert.equal((await readReconciliation(backend.deps)(backend.actor(), run.id)).unsettled.length, 1);
    answer();
    await finished;
    await assert.rejects(close(backend, run), refusedWith('rule-broken', 'report-changed'));
  });

  test('a batch that is still open keeps its day open', async () => {
    const backend = await givenBackend();
    await pay(backend);
    await assert.rejects(close(backend, await compare(backend)), refusedWith('rule-broken', 'batch-not-closed'));
    const { closing } = await closeOpenBatches(backend.deps)(backend.actor(), newKey(), 'miami');
    assert.deepEqual(
      closing.batches.map(({ outcome }) => outcome),
      ['closed', 'no-open-batch'],
    );
    assert.equal((await close(backend, await compare(backend))).status, 'closed');
  });

  test('two people closing a day at once close it once', async () => {
    const backend = await givenPaidDay();
    const run = await compare(backend);
    const results = await Promise.allSettled([close(backend, run), close(backend, run)]);
    assert.deepEqual(results.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    assert.equal(await countEvents(backend.deps, backend.companyId, 'day-closed'), 1);
  });

  test('a deposit that is not the one the clerk saw is not closed', async () => {
    const backend = await givenPaidDay();
    const run = await compare(backend);
    await assert.rejects(close(backend, run, 3_999), refusedWith('rule-broken', 'report-changed'));
  });
});

describe('opening a closed day again', () => {
  test('takes a right of its own and leaves who did it and why', async () => {
    const backend = await givenPaidDay();
    const run = await close(backend, await compare(backend));
    const reopening = { key: newKey(), id: run.id, reason: 'A check was forgotten' };
    const clerk = backend.actor(['Accounts Receivables']);
    await assert.rejects(reopenDay(backend.deps)(clerk, reopening), refusedWith('not-permitted'));
    const { run: opened } = await reopenDay(backend.deps)(backend.actor(), reopening);
    assert.equal(opened.status, 'ready');
    assert.deepEqual(
      opened.reopenings.map(({ by, reason }) => [by.name, reason]),
      [['Ana Ruiz', 'A check was forgotten']],
    );
    assert.equal(await countEvents(backend.deps, backend.companyId, 'day-reopened'), 1);
    assert.equal((await pay(backend, { date: DAY, duplicateReason: 'second box' })).status, 'approved');
  });
});
