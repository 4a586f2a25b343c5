import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { closeOpenBatches } from '../../proxy/operations/reconcile/close-batch.js';
import { closeStore, givenBackend, newKey } from './given.js';
import { pay } from './given-day.js';
import { virtualTerminal } from './virtual-terminal.js';

after(closeStore);

describe('closing the open batch', () => {
  test('counts the payment that opened it, though it was sent a moment before', async () => {
    const backend = await givenBackend();
    const { gateway } = backend.deps;
    const slow: typeof gateway = {
      ...gateway,
      sale: (...call) => {
        backend.passTime(2_000);
        return gateway.sale(...call);
      },
    };
    await pay({ ...backend, deps: backend.with({ gateway: slow }) });
    const { closing } = await closeOpenBatches(backend.deps)(backend.actor(), newKey(), 'miami');
    assert.equal(closing.batches[0]?.outcome, 'closed');
  });

  test('leaves one with other totals than ours open, and tells both', async () => {
    const backend = await givenBackend();
    await pay(backend);
    await (await virtualTerminal(backend)).sale(2_310);
    const { closing } = await closeOpenBatches(backend.deps)(backend.actor(), newKey(), 'miami');
    const [{ outcome, netCents, count, processor } = assert.fail()] = closing.batches;
    assert.deepEqual([outcome, netCents, count, processor], ['differs', 4_000, 1, { netCents: 6_310, count: 2 }]);
  });
});
