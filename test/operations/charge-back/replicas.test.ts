import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { refundCredit } from '../../../proxy/operations/credit-refund/refund-credit.js';
import { sweep } from '../../../proxy/operations/recover.js';
import { postgresDialect } from '../../../proxy/store/postgres.js';
import type { Store } from '../../../proxy/store/store.js';
import { createDatabase } from '../../store/database.js';
import { newKey, openStoreOn } from '../given.js';
import { givenDesk, line, MINUTE, type Desk } from './given.js';

describe('two replicas on one PostgreSQL', () => {
  let stores: Store[] = [];
  before(async () => {
    const url = await createDatabase();
    stores = [await openStoreOn(postgresDialect(url)), await openStoreOn(postgresDialect(url))];
  });
  after(() => Promise.all(stores.map((store) => store.close())));

  const replica = (desk: Desk, index: number) => desk.backend.with({ store: stores[index % 2] as Store });

  test('Example 6: make one charge back of a payment that many clerks charge back at once', async () => {
    const desk = await givenDesk(stores[0]);
    const payment = await desk.pay({ amountCents: 12_000, overpaymentCents: 2_000 });
    const key = newKey();
    const answers = await Promise.all(
      Array.from({ length: 16 }, (_, index) =>
        desk.chargeBack(payment.id, {}, { deps: replica(desk, index), ...(index % 4 === 0 && { key }) }),
      ),
    );
    assert.equal(new Set(answers.map((answer) => answer.payment.id)).size, 1);
    assert.deepEqual([desk.gatewayNet(), await desk.booksNet()], [0, 0]);
    assert.deepEqual(
      desk.backend.booked().map(({ type }) => type),
      ['SALE', 'VOID'],
    );
  });

  test('refund a credit once, however often the same refund is asked for at once', async () => {
    const desk = await givenDesk(stores[0]);
    const payment = await desk.pay({ amountCents: 12_000, overpaymentCents: 2_000 });
    const credit = await desk.backend.deps.komet.readOverpayment(desk.backend.companyId, payment.id);
    const request = { locationId: 'miami', customerId: '25', creditId: credit?.id ?? '', amountCents: 1_500 };
    const key = newKey();
    const answers = await Promise.all(
      Array.from({ length: 16 }, (_, index) =>
        refundCredit(replica(desk, index))(desk.backend.actor(), { key, request }),
      ),
    );
    assert.equal(new Set(answers.map((answer) => answer.payment.id)).size, 1);
    assert.equal(await desk.booksNet(), 10_500);
  });

  test('R-23: never take back a credit that is spent, refunded or charged back at the same moment', async () => {
    for (let round = 0; round < 4; round++) {
      const desk = await givenDesk(stores[0]);
      const payment = await desk.pay({ amountCents: 12_000, overpaymentCents: 2_000 });
      const credit = await desk.backend.deps.komet.readOverpayment(desk.backend.companyId, payment.id);
      const creditId = credit?.id ?? '';
      const request = { locationId: 'miami', customerId: '25', creditId, amountCents: 1_500 };
      await Promise.allSettled([
        desk.chargeBack(payment.id, {}, { deps: replica(desk, round) }),
        refundCredit(replica(desk, 1))(desk.backend.actor(), { key: newKey(), request }),
        desk.pay({ allocations: [line('1002', 2_000)], creditIds: [creditId], amountCents: 0 }),
      ]);
      await Promise.all([0, 1].map((index) => sweep(replica(desk, index))));
      await desk.sweepAfter(MINUTE);
      assert.equal(desk.gatewayNet(), await desk.booksNet());
      assert.deepEqual([await desk.differences(), await desk.holds()], [[], 0]);
    }
  });
});
