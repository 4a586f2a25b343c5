import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { sql } from 'kysely';
import { closeStore } from '../given.js';
import { refusedWith } from '../refused.js';
import { givenDesk, line } from './given.js';

after(closeStore);

describe('adjusting a transaction', () => {
  test('Example 5: R-28: charge back, cut the order, charge all invoices anew, and the two payments are linked', async () => {
    const desk = await givenDesk();
    const { deps, companyId } = desk.backend;
    const payment = await desk.pay({ allocations: [line('1001', 10_000), line('1002', 15_000)], amountCents: 25_000 });
    await desk.chargeBack(payment.id);
    await sql`update demo_invoice set total_cents = 13000, balance_cents = 13000
      where company_id = ${companyId} and id = 'inv-1002'`.execute(deps.store.db);
    const adjusted = await desk.pay({
      allocations: [line('1001', 10_000), line('1002', 13_000)],
      amountCents: 23_000,
      replacesId: payment.id,
    });
    assert.equal(adjusted.status, 'approved');
    const [before, now] = [await desk.read(payment.id), await desk.read(adjusted.id)];
    assert.deepEqual([before.replacedById, now.replacesId], [adjusted.id, payment.id]);
    const open = await desk.open();
    assert.deepEqual([open['1001'], open['1002']], [undefined, undefined]);
    assert.deepEqual([desk.gatewayNet(), await desk.booksNet()], [23_000, 23_000]);
  });

  test('R-28: an authorised transaction is not replaced before it is charged back, nor by another customer’s', async () => {
    const desk = await givenDesk();
    const payment = await desk.pay();
    const replace = (members: object) =>
      desk.pay({ allocations: [line('1003', 7_500)], amountCents: 7_500, replacesId: payment.id, ...members });
    await assert.rejects(replace({}), refusedWith('rule-broken', 'payment-not-charged-back'));
    await desk.chargeBack(payment.id);
    await assert.rejects(replace({ replacesId: 'unknown' }), refusedWith('not-found'));
    assert.equal((await replace({})).status, 'approved');
  });
});
