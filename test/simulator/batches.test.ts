import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bogotaApiKey, miamiCounterApiKey } from '../../simulator/demo-merchants.js';
import { givenGateway } from './given.js';

const open = '/rest/v2/batches/open';

describe('batches', () => {
  it('closes in balance and settles its transactions', async () => {
    const gateway = givenGateway();
    await gateway.sale('10.00');
    await gateway.sale('5.05');
    const wrong = await gateway.call('PUT', open, { 'total-count': '2', 'net-amount': '15.00' });
    assert.deepEqual([wrong.status, wrong.body.payload.error['result-code']], [402, '039']);
    const closed = await gateway.call('PUT', open, { 'total-count': '2', 'net-amount': '15.05' });
    const { batch } = closed.body.payload;
    assert.deepEqual([batch.id, batch.status, batch['total-count']], ['00214', 'CLOSED', '2']);
    assert.equal(batch.settled, '2025-11-20T12:00:00.000Z');
    const { body } = await gateway.call('GET', '/rest/v2/transactions');
    const rows: { settled: string }[] = body.payload.transactions.transaction;
    assert.deepEqual(
      rows.map(({ settled }) => settled),
      ['true', 'true'],
    );
    assert.equal((await gateway.call('PUT', open, {})).body.payload.error['result-code'], '040');
  });

  it('closes by itself at the terminal hour, and not where that is switched off', async () => {
    const gateway = givenGateway();
    const bogota = { 'api-key': bogotaApiKey };
    await gateway.call('PUT', '/rest/v2/settings/terminal', { 'enable-auto-close-batch': 'false' }, bogota);
    const sale = { card: '4111111111111111', 'exp-date': '1229', amount: '4.00' };
    await gateway.sale('10.00');
    await gateway.call('POST', '/rest/v2/transactions/sale', sale, bogota);
    gateway.pass(17 * 3_600_000);
    const { body } = await gateway.call('GET', '/rest/v2/batches?status=closed');
    assert.equal(body.payload.batches.batch[0].settled, '2025-11-21T04:59:00.000Z');
    assert.equal((await gateway.call('GET', open, undefined, bogota)).body.payload.batch.status, 'OPEN');
  });

  it('lists by level and range', async () => {
    const gateway = givenGateway();
    await gateway.sale('10.00');
    await gateway.call('PUT', open, {});
    const count = async (query: string) =>
      (await gateway.call('GET', `/rest/v2/batches?${query}`, undefined, { 'api-key': miamiCounterApiKey })).body
        .payload.batches.batch.length;
    assert.equal(await count(''), 0);
    assert.equal(await count('level=merchant'), 1);
    assert.equal(await count('level=merchant&start-date=2025-11-20 13:00 UTC'), 0);
  });

  it('can stay pending, when nothing of it can be voided, and then closes', async () => {
    const gateway = givenGateway();
    const sale = await gateway.sale('10.00');
    gateway.simulator.faults.add({ kind: 'batch-pending' });
    assert.equal((await gateway.call('PUT', open, {})).body.payload.batch.status, 'PENDING');
    assert.equal((await gateway.call('GET', open)).body.payload.batch.status, 'PENDING');
    const { id } = sale.body.payload.transaction;
    assert.equal((await gateway.call('POST', '/rest/v2/transactions/void', { id })).status, 402);
    gateway.pass(60_000);
    assert.equal((await gateway.call('GET', '/rest/v2/batches')).body.payload.batches.batch[0].status, 'CLOSED');
  });

  it('can fail and be submitted again', async () => {
    const gateway = givenGateway();
    await gateway.sale('10.00');
    gateway.simulator.faults.add({ kind: 'batch-failed' });
    assert.equal((await gateway.call('PUT', open, {})).status, 500);
    assert.equal((await gateway.call('GET', '/rest/v2/batches')).body.payload.batches.batch[0].status, 'FAILED');
    assert.equal((await gateway.call('PUT', open, {})).body.payload.batch.status, 'CLOSED');
  });
});
