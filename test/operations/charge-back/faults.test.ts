import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { PaymentGateway } from '../../../proxy/gateway/port.js';
import { closeStore, countEvents, newKey } from '../given.js';
import { refusedWith } from '../refused.js';
import { givenDesk, HOUR, line, MINUTE, SECOND } from './given.js';

after(closeStore);

const typesOf = (desk: Awaited<ReturnType<typeof givenDesk>>) => desk.backend.booked().map(({ type }) => type);
const DAY = 24 * HOUR;

describe('how the money goes back', () => {
  test('by a refund once the batch is closed, also after a terminal payment', async () => {
    const desk = await givenDesk();
    const payment = await desk.pay({ method: 'pos-terminal', source: { terminalId: 'counter' } });
    const { status } = await desk.read(payment.id);
    assert.equal(status, 'approved');
    await desk.closeBatches();
    const { payment: back } = await desk.chargeBack(payment.id);
    assert.deepEqual([back.moneyBack, back.terminalId, desk.gatewayNet()], ['refund', 'counter', 0]);
  });

  test('by a refund when the batch closes between the look and the void', async () => {
    const desk = await givenDesk();
    const payment = await desk.pay();
    const { gateway } = desk.backend.deps;
    const closing: PaymentGateway = {
      ...gateway,
      void: async (...call) => {
        await desk.closeBatches();
        return gateway.void(...call);
      },
    };
    const deps = desk.backend.with({ gateway: closing });
    const { payment: back } = await desk.chargeBack(payment.id, {}, { deps });
    assert.deepEqual([back.status, back.moneyBack], ['approved', 'refund']);
    assert.deepEqual(typesOf(desk), ['SALE', 'REFUND']);
  });

  const elsewhere = async (kind: 'void' | 'refund', amountCents = 10_000) => {
    const desk = await givenDesk();
    const payment = await desk.pay();
    if (kind === 'refund') await desk.closeBatches();
    await desk.atProcessor(kind, payment.transactionId ?? '', amountCents);
    return { desk, payment };
  };

  for (const kind of ['void', 'refund'] as const) {
    test(`R-24: a ${kind} made at the processor gets its entry in the books, which says so`, async () => {
      const { desk, payment } = await elsewhere(kind);
      const { payment: back } = await desk.chargeBack(payment.id);
      assert.deepEqual([back.status, back.moneyBack], ['approved', 'already-returned']);
      assert.deepEqual([desk.gatewayNet(), await desk.booksNet()], [0, 0]);
      assert.equal((await desk.open())['1001'], 10_000);
    });
  }

  test('R-24: a void made at the processor a moment before ours counts as well', async () => {
    const desk = await givenDesk();
    const payment = await desk.pay();
    const { gateway } = desk.backend.deps;
    const racing: PaymentGateway = {
      ...gateway,
      void: async (...call) => {
        await desk.atProcessor('void', payment.transactionId ?? '', 10_000);
        return gateway.void(...call);
      },
    };
    const deps = desk.backend.with({ gateway: racing });
    const { payment: back } = await desk.chargeBack(payment.id, {}, { deps });
    assert.deepEqual([back.moneyBack, desk.gatewayNet()], ['already-returned', 0]);
  });

  test('not at all when a part was refunded at the processor: the payment stands and the clerk is told', async () => {
    const { desk, payment } = await elsewhere('refund', 4_000);
    await assert.rejects(desk.chargeBack(payment.id), refusedWith('reversal-failed'));
    assert.equal((await desk.read(payment.id)).status, 'approved');
    assert.deepEqual([desk.gatewayNet(), await desk.holds()], [6_000, 0]);
  });

  test('not at all when the processor refuses, and it can be tried again', async () => {
    const desk = await givenDesk();
    const payment = await desk.pay();
    const { gateway } = desk.backend.deps;
    const refusing: PaymentGateway = {
      ...gateway,
      void: () => Promise.resolve({ kind: 'rejected', reason: 'unauthorized' }),
    };
    const key = newKey();
    const deps = desk.backend.with({ gateway: refusing });
    await assert.rejects(desk.chargeBack(payment.id, {}, { deps, key }), refusedWith('reversal-failed'));
    await assert.rejects(desk.chargeBack(payment.id, {}, { key }), refusedWith('reversal-failed'));
    assert.equal((await desk.read(payment.id)).status, 'approved');
    assert.equal((await desk.open())['1001'], undefined);
    assert.equal((await desk.chargeBack(payment.id)).status, 201);
  });
});

describe('when the answer to a charge back is lost', () => {
  for (const settled of [false, true]) {
    const kind = settled ? 'refund' : 'void';
    for (const fault of ['drop-after-booking', 'http-500-after', 'truncate-json', 'empty-body'] as const) {
      test(`${fault}: the ${kind} is unknown, then found, and made once`, async () => {
        const desk = await givenDesk();
        const payment = await desk.pay();
        if (settled) await desk.closeBatches();
        desk.backend.simulator.faults.add({ match: { type: kind }, kind: fault });
        const { status, payment: unknown } = await desk.chargeBack(payment.id);
        assert.deepEqual([status, unknown.status], [202, 'unknown']);
        assert.equal((await desk.preview(payment.id)).refusal?.reason, 'under-way');
        desk.backend.passTime(3 * SECOND);
        const { chargeBack } = await desk.preview(payment.id);
        assert.deepEqual([chargeBack?.status, chargeBack?.moneyBack], ['approved', kind]);
        assert.deepEqual([desk.gatewayNet(), await desk.booksNet()], [0, 0]);
        assert.equal((await desk.open())['1001'], 10_000);
      });
    }

    test(`a ${kind} that never arrived is given up only when it can’t arrive any more; then the payment stands`, async () => {
      const desk = await givenDesk();
      const payment = await desk.pay({ amountCents: 12_000, overpaymentCents: 2_000 });
      if (settled) await desk.closeBatches();
      desk.backend.simulator.faults.add({ match: { type: kind }, kind: 'drop-before-booking' });
      const { payment: unknown } = await desk.chargeBack(payment.id);
      for (const wait of [5, 60, 600]) {
        await desk.sweepAfter(wait * SECOND);
        assert.equal((await desk.read(unknown.id)).status, 'unknown');
      }
      assert.equal(await desk.holds(), 1);
      // A refund is given up a day after the next batch closed; a batch needs something in it to be closed.
      await desk.pay({ allocations: [line('1002', 15_000)], amountCents: 15_000 });
      for (let hours = 0; hours < 60; hours += 2) await desk.sweepAfter(2 * HOUR);
      const back = await desk.read(unknown.id);
      assert.deepEqual([back.status, back.failure, back.needsReview], ['failed', 'not-found-at-gateway', false]);
      assert.deepEqual([(await desk.read(payment.id)).status, await desk.holds()], ['approved', 0]);
      assert.equal(await countEvents(desk.backend.deps, desk.backend.companyId, 'charge-back-failed'), 1);
      assert.equal((await desk.chargeBack(payment.id)).status, 201);
      assert.equal(desk.gatewayNet(), 15_000);
    });
  }

  test('nothing is sent again, however often the clerk asks', async () => {
    const desk = await givenDesk();
    const payment = await desk.pay();
    desk.backend.simulator.faults.add({ match: { type: 'void' }, kind: 'drop-before-booking' });
    const key = newKey();
    const { payment: unknown } = await desk.chargeBack(payment.id, {}, { key });
    for (let asked = 0; asked < 5; asked++) {
      desk.backend.passTime(MINUTE);
      const again = await desk.chargeBack(payment.id, {}, { key });
      const other = await desk.chargeBack(payment.id, { reason: 'Other clerk' });
      assert.deepEqual([again.status, again.payment.id, other.payment.id], [202, unknown.id, unknown.id]);
    }
    assert.deepEqual(typesOf(desk), ['SALE']);
  });

  test('a search that fails proves nothing', async () => {
    const desk = await givenDesk();
    const payment = await desk.pay();
    desk.backend.simulator.faults.add({ match: { type: 'void' }, kind: 'drop-after-booking' });
    await desk.chargeBack(payment.id);
    desk.backend.simulator.faults.add({ match: { method: 'GET' }, kind: 'http-500-before', times: 500 });
    for (let hours = 0; hours < 4; hours++) await desk.sweepAfter(HOUR);
    assert.equal((await desk.read(payment.id)).status, 'charge-back-requested');
    desk.backend.simulator.faults.clear();
    await desk.sweepAfter(HOUR);
    assert.equal((await desk.read(payment.id)).status, 'charged-back');
  });

  test('what can’t be settled in a day asks for a person, and still settles itself when the gateway answers', async () => {
    const desk = await givenDesk();
    const payment = await desk.pay();
    desk.backend.simulator.faults.add({ match: { type: 'void' }, kind: 'drop-after-booking' });
    const { payment: unknown } = await desk.chargeBack(payment.id);
    desk.backend.simulator.faults.add({ match: { method: 'GET' }, kind: 'http-500-before', times: 5_000 });
    for (let hours = 0; hours < 26; hours++) await desk.sweepAfter(HOUR);
    assert.equal((await desk.read(unknown.id)).needsReview, true);
    desk.backend.simulator.faults.clear();
    await desk.sweepAfter(DAY);
    const back = await desk.read(unknown.id);
    assert.deepEqual([back.status, back.needsReview], ['approved', false]);
  });

  test('the overpayment can’t be spent meanwhile', async () => {
    const desk = await givenDesk();
    const payment = await desk.pay({ amountCents: 12_000, overpaymentCents: 2_000 });
    desk.backend.simulator.faults.add({ match: { type: 'void' }, kind: 'drop-after-booking' });
    await desk.chargeBack(payment.id);
    const credit = await desk.backend.deps.komet.readOverpayment(desk.backend.companyId, payment.id);
    const spend = () => desk.pay({ allocations: [line('1002', 2_000)], creditIds: [credit?.id ?? ''], amountCents: 0 });
    await assert.rejects(spend(), refusedWith('credit-busy'));
    await desk.sweepAfter(5 * SECOND);
    await assert.rejects(spend());
    assert.equal((await desk.read(payment.id)).status, 'charged-back');
  });
});

describe('Example 6: two charge backs of one payment', () => {
  test('one key sent many times at once makes one, and every answer is that one', async () => {
    const desk = await givenDesk();
    const payment = await desk.pay();
    const key = newKey();
    const answers = await Promise.all(Array.from({ length: 8 }, () => desk.chargeBack(payment.id, {}, { key })));
    assert.equal(new Set(answers.map((answer) => answer.payment.id)).size, 1);
    assert.deepEqual(typesOf(desk), ['SALE', 'VOID']);
  });

  test('two clerks at once make one, and the second gets the first’s', async () => {
    const desk = await givenDesk();
    const payment = await desk.pay({ amountCents: 12_000, overpaymentCents: 2_000 });
    const answers = await Promise.all([1, 2, 3, 4].map((n) => desk.chargeBack(payment.id, { reason: `Clerk ${n}` })));
    assert.equal(new Set(answers.map((answer) => answer.payment.id)).size, 1);
    assert.equal((await desk.read(payment.id)).status, 'charged-back');
    assert.deepEqual(typesOf(desk), ['SALE', 'VOID']);
    assert.equal((await desk.open())['1001'], 10_000);
  });

  test('a later one gets the first’s result, byte for byte under the same key', async () => {
    const desk = await givenDesk();
    const payment = await desk.pay();
    const key = newKey();
    const first = await desk.chargeBack(payment.id, {}, { key });
    desk.backend.passTime(DAY);
    const again = await desk.chargeBack(payment.id, {}, { key });
    assert.equal(JSON.stringify(again.payment), JSON.stringify(first.payment));
    assert.deepEqual([again.replayed, again.status], [true, 201]);
    await assert.rejects(
      desk.chargeBack(payment.id, { reason: 'Another' }, { key }),
      refusedWith('idempotency-key-reused'),
    );
  });
});
