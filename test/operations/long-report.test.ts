import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { GatewayTransaction, PaymentGateway } from '../../proxy/gateway/port.js';
import { cancelReconciliation, reconcileDay } from '../../proxy/operations/reconcile/reconcile-day.js';
import { readReconciliation } from '../../proxy/operations/reconcile/run-rows.js';
import { closeStore, newKey, type Backend } from './given.js';
import { givenPaidDay, place } from './given-day.js';

after(closeStore);

type Listing = PaymentGateway['listTransactions'];

/** The backend with a gateway whose list of transactions is changed on its way. */
const withListing = (backend: Backend, listTransactions: Listing) =>
  backend.with({ gateway: { ...backend.deps.gateway, listTransactions } });

async function runningId({ deps, companyId }: Backend): Promise<string> {
  const { id } = await deps.store.db
    .selectFrom('reconciliation')
    .select('id')
    .where('company_id', '=', companyId)
    .where('status', '=', 'running')
    .executeTakeFirstOrThrow();
  return id;
}

describe('transactions that come in pages', () => {
  test('one that moved to another page while the list was read counts once, as it was last', async () => {
    const backend = await givenPaidDay();
    const { gateway } = backend.deps;
    const deps = withListing(backend, (account, range, visit) =>
      gateway.listTransactions(account, range, async (transactions, seen) => {
        const asTheyWere = transactions.map((one): GatewayTransaction => ({ ...one, voided: true }));
        await visit(asTheyWere, seen);
        await visit(transactions, seen);
      }),
    );
    const { run } = await reconcileDay(deps)(backend.actor(), newKey(), place);
    assert.deepEqual([run.balanced, run.deposit?.cents, run.groupCount], [true, 4_000, 1]);
  });

  test('tell how many were read, and a run that is stopped asks for no further page', async () => {
    const backend = await givenPaidDay();
    const { gateway } = backend.deps;
    const told: unknown[] = [];
    const deps = withListing(backend, (account, range, visit) =>
      gateway.listTransactions(account, range, async (transactions) => {
        await visit(transactions, { done: 100, total: 300 });
        const id = await runningId(backend);
        told.push((await readReconciliation(backend.deps)(backend.actor(), id)).progress);
        await cancelReconciliation(backend.deps)(backend.actor(), id);
        await visit(transactions, { done: 200, total: 300 });
        told.push('a third page');
      }),
    );
    const { run } = await reconcileDay(deps)(backend.actor(), newKey(), place);
    assert.equal(run.status, 'cancelled');
    assert.deepEqual(told, [{ stage: 'transactions', done: 100, total: 300 }]);
  });

  test('that can not all be read leave the run failed, whatever was read before', async () => {
    const backend = await givenPaidDay();
    const { gateway } = backend.deps;
    const deps = withListing(backend, async (...list) => {
      await gateway.listTransactions(...list);
      return { kind: 'failed' };
    });
    const { run } = await reconcileDay(deps)(backend.actor(), newKey(), place);
    assert.deepEqual([run.status, run.failure, run.deposit], ['failed', 'gateway-unreachable', undefined]);
  });
});
