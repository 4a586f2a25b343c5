import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { listRefundableCredits } from '../../../proxy/operations/credit-refund/list-refundable.js';
import { refundCredit } from '../../../proxy/operations/credit-refund/refund-credit.js';
import { ProblemError } from '../../../proxy/problem-error.js';
import { closeStore, countEvents, newKey } from '../given.js';
import { refusedWith } from '../refused.js';
import { givenDesk, HOUR, line, SECOND, type Desk } from './given.js';

after(closeStore);

/** 1001 is paid with 150.00, so that 50.00 are left over as a credit. */
async function givenCredit() {
  const desk = await givenDesk();
  const payment = await desk.pay({ amountCents: 15_000, overpaymentCents: 5_000 });
  await desk.closeBatches();
  const creditId = (await desk.backend.deps.komet.readOverpayment(desk.backend.companyId, payment.id))?.id ?? '';
  return { desk, payment, creditId, number: `OP-${String(payment.controlNumber)}` };
}

const refund = (desk: Desk, creditId: string, amountCents: number, members: object = {}, key = newKey()) =>
  refundCredit(desk.backend.deps)(desk.backend.actor(['Cashier']), {
    key,
    request: { locationId: 'miami', customerId: '25', creditId, amountCents, ...members },
  });

const refundable = (desk: Desk) =>
  listRefundableCredits(desk.backend.deps)(desk.backend.actor(), { customerId: '25', locationId: 'miami' });

describe('refunding an open credit', () => {
  test('returns a part of it to the card it came from, as a negative payment', async () => {
    const { desk, payment, creditId, number } = await givenCredit();
    const { status, payment: back } = await refund(desk, creditId, 2_000);
    assert.equal(status, 201);
    assert.deepEqual(
      [back.concept, back.status, back.totalCents, back.reversalOfId, back.card?.last4, back.posting],
      ['refund', 'approved', -2_000, payment.id, '1111', 'posted'],
    );
    assert.equal((await desk.open())[number], 3_000);
    assert.deepEqual([desk.gatewayNet(), await desk.booksNet()], [13_000, 13_000]);
    assert.equal((await desk.read(payment.id)).status, 'approved');
  });

  test('goes on until nothing is left, and never further', async () => {
    const { desk, creditId, number } = await givenCredit();
    await refund(desk, creditId, 2_000);
    await assert.rejects(refund(desk, creditId, 3_001), (error: unknown) => {
      refusedWith('amount-changed')(error);
      assert.ok(error instanceof ProblemError);
      assert.equal(error.members.items?.[0]?.openCents, 3_000);
      return true;
    });
    await refund(desk, creditId, 3_000);
    assert.equal((await desk.open())[number], undefined);
    await assert.rejects(refund(desk, creditId, 1), refusedWith('amount-changed'));
    assert.equal(desk.gatewayNet(), 10_000);
  });

  test('leaves the invoices of the payment paid', async () => {
    const { desk, creditId } = await givenCredit();
    await refund(desk, creditId, 5_000);
    assert.equal((await desk.open())['1001'], undefined);
  });

  test('R-29: is for credits of card payments of that location alone', async () => {
    const { desk, creditId } = await givenCredit();
    await assert.rejects(refund(desk, 'cr-501', 100), refusedWith('rule-broken', 'credit-not-refundable'));
    const elsewhere = refund(desk, creditId, 100, { locationId: 'bogota' });
    await assert.rejects(elsewhere, refusedWith('rule-broken', 'credit-not-open'));
    const ofAnother = refund(desk, creditId, 100, { customerId: '26' });
    await assert.rejects(ofAnother, refusedWith('rule-broken', 'credit-not-open'));
    const { credits } = await refundable(desk);
    assert.deepEqual(
      credits.map((credit) => [credit.creditId, credit.refundableCents, credit.card?.last4]),
      [[creditId, 5_000, '1111']],
    );
  });

  test('R-30: that fails leaves the credit on the customer’s balance', async () => {
    const { desk, creditId, number } = await givenCredit();
    desk.backend.simulator.faults.add({ match: { type: 'refund' }, kind: 'drop-before-booking' });
    const { status, payment } = await refund(desk, creditId, 5_000);
    assert.equal(status, 202);
    await assert.rejects(refund(desk, creditId, 100), refusedWith('credit-busy'));
    await desk.pay({ allocations: [line('1002', 15_000)], amountCents: 15_000 });
    for (let hours = 0; hours < 60; hours += 2) await desk.sweepAfter(2 * HOUR);
    assert.equal((await desk.read(payment.id)).failure, 'not-found-at-gateway');
    assert.deepEqual([(await desk.open())[number], await desk.holds()], [5_000, 0]);
    assert.equal(await countEvents(desk.backend.deps, desk.backend.companyId, 'refund-failed'), 1);
  });

  test('that the processor makes only after settlement is refused until then, and says so', async () => {
    const { desk } = await givenCredit();
    await desk.backend.simulator.fetch(
      new Request('http://gateway.test/__sim/behaviour', {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ refundUnsettled: false }),
      }),
    );
    const payment = await desk.pay({
      allocations: [line('1002', 15_000)],
      amountCents: 16_000,
      overpaymentCents: 1_000,
    });
    const credit = await desk.backend.deps.komet.readOverpayment(desk.backend.companyId, payment.id);
    await assert.rejects(refund(desk, credit?.id ?? '', 500), (error: unknown) => {
      refusedWith('reversal-failed')(error);
      return error instanceof ProblemError && error.members.payment?.failure === 'not-settled-yet';
    });
    await desk.closeBatches();
    assert.equal((await refund(desk, credit?.id ?? '', 500)).status, 201);
  });

  test('whose answer is lost is found, not sent again', async () => {
    const { desk, creditId } = await givenCredit();
    desk.backend.simulator.faults.add({ match: { type: 'refund' }, kind: 'drop-after-booking' });
    const key = newKey();
    const { payment } = await refund(desk, creditId, 4_000, {}, key);
    assert.equal(payment.status, 'unknown');
    desk.backend.passTime(3 * SECOND);
    const again = await refund(desk, creditId, 4_000, {}, key);
    assert.deepEqual([again.status, again.payment.id], [201, payment.id]);
    assert.equal(desk.gatewayNet(), 11_000);
  });

  test('asked for many times at once under one key is made once', async () => {
    const { desk, creditId } = await givenCredit();
    const key = newKey();
    await Promise.all(Array.from({ length: 6 }, () => refund(desk, creditId, 5_000, {}, key)));
    assert.equal(desk.gatewayNet(), 10_000);
    const others = await Promise.allSettled([1, 2, 3].map(() => refund(desk, creditId, 5_000)));
    assert.ok(others.every((one) => one.status === 'rejected'));
    assert.equal(desk.gatewayNet(), 10_000);
  });

  test('needs the right to refund', async () => {
    const { desk, creditId } = await givenCredit();
    const { deps, actor } = desk.backend;
    const request = { locationId: 'miami', customerId: '25', creditId, amountCents: 100 };
    const call = { key: newKey(), request };
    await assert.rejects(refundCredit(deps)(actor(['Sales']), call), refusedWith('not-permitted'));
    const buyer = actor(['Cashier'], { customerId: '26' });
    await assert.rejects(refundCredit(deps)(buyer, call), refusedWith('not-found'));
  });

  test('R-23: keeps its payment from being charged back, and is named as the reason', async () => {
    const { desk, payment, creditId } = await givenCredit();
    const { payment: back } = await refund(desk, creditId, 1_000);
    await assert.rejects(desk.chargeBack(payment.id), refusedWith('rule-broken', 'credit-spent'));
    const { refusal } = await desk.preview(payment.id);
    assert.deepEqual(refusal?.spentBy, [{ paymentId: back.id, controlNumber: back.controlNumber, amountCents: 1_000 }]);
  });

  test('is impossible once its payment is charged back, and while that is under way', async () => {
    const { desk, payment, creditId } = await givenCredit();
    desk.backend.simulator.faults.add({ match: { type: 'refund' }, kind: 'drop-after-booking' });
    await desk.chargeBack(payment.id);
    await assert.rejects(refund(desk, creditId, 100), refusedWith('rule-broken', 'credit-not-refundable'));
    assert.deepEqual((await refundable(desk)).credits, []);
    await desk.sweepAfter(5 * SECOND);
    await assert.rejects(refund(desk, creditId, 100), refusedWith('rule-broken', 'credit-not-refundable'));
    assert.equal(desk.gatewayNet(), 0);
  });
});
