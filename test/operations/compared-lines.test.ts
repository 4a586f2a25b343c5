import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { batchReport } from '../../sandbox/batch-report.js';
import type { GroupQuery } from '../../src/contract/reconciliation.js';
import type { Payment } from '../../src/contract/payment.js';
import { listGroups } from '../../proxy/operations/reconcile/list-groups.js';
import { listReconciledBatches } from '../../proxy/operations/reconcile/run-batches.js';
import { closeStore, givenBackend, type Backend } from './given.js';
import { compare, DAY, pay } from './given-day.js';

after(closeStore);

describe('the lines of a comparison', () => {
  let backend: Backend;
  let runId: string;
  let batchOfKomet: string;

  /** Four payments: two agree in batches of one number at two terminals, one is missing, one is off by 1.00; a stranger is in no batch. */
  before(async () => {
    backend = await givenBackend();
    const paid: Payment[] = [];
    for (let at = 0; at < 4; at++) {
      const amountCents = 1_000 + at;
      const allocations = [{ invoiceId: 'inv-1001', amountCents }];
      paid.push(await pay(backend, { allocations, amountCents, duplicateReason: `Box ${at}` }));
    }
    const [one, two, , four] = paid.map(({ transactionId = '' }) => transactionId);
    batchOfKomet = paid[2]?.batchId ?? '';
    const lines = [
      `${one},Sale,Approved,10.00,${DAY},7,T1`,
      `${two},Sale,Approved,10.01,${DAY},7,T2`,
      `${four},Sale,Approved,11.03,${DAY},8,T1`,
      `777,Sale,Approved,23.10,${DAY},,T1`,
    ];
    const run = await compare(backend, batchReport(lines));
    assert.equal(run.offCents, 1_002 - 100 - 2_310);
    runId = run.id;
  });

  const list = async (query: GroupQuery) => {
    const { groups, total } = await listGroups(backend.deps)(backend.actor(), runId, query);
    assert.equal(groups.length <= total, true);
    return { total, amounts: groups.map(({ komet, processor }) => (komet ?? processor)?.amountCents) };
  };

  test('come a page at a time, from any place on', async () => {
    assert.deepEqual(await list({}), { total: 5, amounts: [1_000, 1_001, 1_002, 1_003, 2_310] });
    assert.deepEqual(await list({ offset: '2', limit: '2' }), { total: 5, amounts: [1_002, 1_003] });
    assert.deepEqual(await list({ only: 'differences', offset: '1', limit: '1' }), { total: 3, amounts: [1_003] });
    assert.deepEqual(await list({ offset: '9' }), { total: 5, amounts: [] });
  });

  test('are found by what either side says, amounts as they are written', async () => {
    assert.deepEqual(await list({ search: '777' }), { total: 1, amounts: [2_310] });
    assert.deepEqual(await list({ search: '$11.03' }), { total: 1, amounts: [1_003] });
    assert.deepEqual(await list({ search: '10.0', only: 'differences' }), { total: 2, amounts: [1_002, 1_003] });
    assert.deepEqual(await list({ search: '%' }), { total: 0, amounts: [] });
  });

  test('stand in the batches they were settled in, whose sums are those of the day', async () => {
    const { batches } = await listReconciledBatches(backend.deps)(backend.actor(), runId);
    assert.deepEqual(batches, [
      { batchId: '7', terminalId: 'T1', count: 1, kometCents: 1_000, processorCents: 1_000 },
      { batchId: '7', terminalId: 'T2', count: 1, kometCents: 1_001, processorCents: 1_001 },
      { batchId: '8', terminalId: 'T1', count: 1, kometCents: 1_003, processorCents: 1_103 },
      { batchId: batchOfKomet, count: 1, kometCents: 1_002, processorCents: 0 },
      { count: 1, kometCents: 0, processorCents: 2_310 },
    ]);
    assert.deepEqual(await list({ batchId: '7', terminalId: 'T2' }), { total: 1, amounts: [1_001] });
    assert.deepEqual(await list({ batchId: batchOfKomet }), { total: 1, amounts: [1_002] });
    assert.deepEqual(await list({ batchId: '' }), { total: 1, amounts: [2_310] });
  });
});
