import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { sql } from 'kysely';
import { chargeBack } from '../../../proxy/operations/charge-back/charge-back.js';
import { previewChargeBack } from '../../../proxy/operations/charge-back/preview.js';
import { listPayments } from '../../../proxy/operations/list-payments.js';
import { changeIntegration } from '../../../proxy/operations/integration/integration.js';
import { ProblemError } from '../../../proxy/problem-error.js';
import { closeStore, countEvents, newKey } from '../given.js';
import { refusedWith } from '../refused.js';
import { givenDesk, line, type Desk } from './given.js';

after(closeStore);

const EXAMPLE_1 = { allocations: [line('1001', 10_000), line('1002', 15_000)], amountCents: 25_000 };
const WITH_CREDIT = { allocations: [line('1003', 7_500)], creditIds: ['cr-501'], amountCents: 5_500 };
const OVERPAID = { ...EXAMPLE_1, amountCents: 30_000, overpaymentCents: 5_000 };

const overpaymentOf = async (desk: Desk, paymentId: string): Promise<string> =>
  (await desk.backend.deps.komet.readOverpayment(desk.backend.companyId, paymentId))?.id ?? '';

describe('a charge back', () => {
  test('Example 1: gives back the whole charge and reopens all invoices, and the pair nets to zero', async () => {
    const desk = await givenDesk();
    const payment = await desk.pay(EXAMPLE_1);
    const { status, payment: back } = await desk.chargeBack(payment.id);
    assert.equal(status, 201);
    assert.deepEqual(
      [back.concept, back.status, back.totalCents, back.reversalOfId, back.moneyBack, back.notes],
      ['charge-back', 'approved', -25_000, payment.id, 'void', 'Box was cut'],
    );
    const { 1001: first, 1002: second } = await desk.open();
    assert.deepEqual([first, second], [10_000, 15_000]);
    assert.deepEqual([await desk.booksNet(), desk.gatewayNet()], [0, 0]);
  });

  test('is refused while the location’s set-up is taken away, and leaves everything as it was', async () => {
    const desk = await givenDesk();
    const { deps, actor } = desk.backend;
    const payment = await desk.pay(EXAMPLE_1);
    const before = await desk.open();
    await changeIntegration(deps)(actor(['Setup']), {
      key: newKey(),
      locationId: 'miami',
      change: { enabled: false, confirmation: 'Miami' },
    });
    await assert.rejects(desk.preview(payment.id), refusedWith('not-ready-to-charge'));
    await assert.rejects(desk.chargeBack(payment.id), refusedWith('not-ready-to-charge'));
    assert.equal((await desk.read(payment.id)).status, 'approved');
    assert.deepEqual([await desk.open(), await desk.holds(), desk.gatewayNet()], [before, 0, 25_000]);
  });

  test('R-18: mirrors every amount and leaves the original as it was, marked with who did it and when', async () => {
    const desk = await givenDesk();
    const payment = await desk.pay({ allocations: [line('1001', 9_000, 1_000)], amountCents: 9_000 });
    const { payment: back } = await desk.chargeBack(payment.id);
    assert.deepEqual(
      back.allocations.map((one) => [one.invoiceNumber, one.amountCents, one.discountCents, one.balanceAfterCents]),
      [['1001', -9_000, -1_000, 10_000]],
    );
    const original = await desk.read(payment.id);
    assert.deepEqual(
      [original.status, original.amountCents, original.reversedById, original.reversedBy?.name],
      ['charged-back', 9_000, back.id, 'Cy Vega'],
    );
    assert.equal(original.reversedBy?.at, back.completedAt);
    assert.equal((back.controlNumber ?? 0) - (payment.controlNumber ?? 0), 1);
  });

  test('Example 4: R-21: refunds what the card was charged, never what credits paid, and gives the credits back', async () => {
    const desk = await givenDesk();
    const payment = await desk.pay(WITH_CREDIT);
    assert.equal((await desk.open())['CR-501'], undefined);
    const { payment: back } = await desk.chargeBack(payment.id);
    assert.equal(back.totalCents, -5_500);
    assert.deepEqual(back.credits, [{ creditId: 'cr-501', amountCents: -2_000 }]);
    const open = await desk.open();
    assert.deepEqual([open['1003'], open['CR-501']], [7_500, 2_000]);
    assert.equal(desk.gatewayNet(), 0);
  });

  test('asks nothing of the processor when credits had paid everything', async () => {
    const desk = await givenDesk();
    const payment = await desk.pay({ allocations: [line('1003', 2_000)], creditIds: ['cr-501'], amountCents: 0 });
    const { payment: back } = await desk.chargeBack(payment.id);
    assert.deepEqual([back.status, back.moneyBack], ['approved', 'nothing-charged']);
    assert.equal((await desk.open())['CR-501'], 2_000);
    assert.deepEqual(desk.backend.booked(), []);
  });

  test('R-16: takes the fee back with the payment', async () => {
    const desk = await givenDesk();
    const rule = { company_id: desk.backend.companyId, location_id: 'miami', kind: 'convenience' } as const;
    await desk.backend.deps.store.db
      .insertInto('fee_rule')
      .values({ ...rule, percent_hundredths: 300, flat_cents: 0 })
      .execute();
    const payment = await desk.pay({ feeCents: 300 });
    const preview = await desk.preview(payment.id);
    await desk.closeBatches();
    const { payment: back } = await desk.chargeBack(payment.id);
    assert.deepEqual([preview.returnedCents, back.feeCents, back.totalCents], [10_300, -300, -10_300]);
    assert.equal(desk.gatewayNet(), 0);
  });

  test('Example 3: removes the overpayment the payment had left', async () => {
    const desk = await givenDesk();
    const payment = await desk.pay(OVERPAID);
    const number = `OP-${String(payment.controlNumber)}`;
    assert.equal((await desk.open())[number], 5_000);
    await desk.chargeBack(payment.id);
    const open = await desk.open();
    assert.deepEqual([open['1001'], open['1002'], open[number]], [10_000, 15_000, undefined]);
  });

  test('Example 3: R-23: is refused once the overpayment was used, and names the payment that used it', async () => {
    const desk = await givenDesk();
    const payment = await desk.pay(OVERPAID);
    const credit = await overpaymentOf(desk, payment.id);
    const user = await desk.pay({ allocations: [line('1003', 5_000)], creditIds: [credit], amountCents: 0 });
    await assert.rejects(desk.chargeBack(payment.id), (error: unknown) => {
      refusedWith('rule-broken', 'credit-spent')(error);
      assert.ok(error instanceof ProblemError);
      assert.deepEqual(error.members.items, [{ id: user.id, paymentId: user.id, controlNumber: user.controlNumber }]);
      return true;
    });
    const { refusal } = await desk.preview(payment.id);
    assert.deepEqual(refusal, {
      reason: 'credit-spent',
      spentBy: [{ paymentId: user.id, controlNumber: user.controlNumber, amountCents: 5_000 }],
    });
    assert.deepEqual([desk.gatewayNet(), await desk.holds()], [30_000, 0]);
  });

  test('R-23: is possible again once the payment that used the credit is charged back itself', async () => {
    const desk = await givenDesk();
    const payment = await desk.pay(OVERPAID);
    const credit = await overpaymentOf(desk, payment.id);
    const user = await desk.pay({ allocations: [line('1003', 5_000)], creditIds: [credit], amountCents: 0 });
    await desk.chargeBack(user.id);
    const { status } = await desk.chargeBack(payment.id);
    assert.equal(status, 201);
    assert.deepEqual([desk.gatewayNet(), await desk.booksNet()], [0, 0]);
  });

  test('Example 7: R-19: can’t be dated before its payment, nor after today', async () => {
    const desk = await givenDesk();
    const payment = await desk.pay();
    const dated = (date: string) => desk.chargeBack(payment.id, { date });
    await assert.rejects(dated('2026-11-19'), refusedWith('rule-broken', 'date-before-payment'));
    await assert.rejects(dated('2026-11-21'), refusedWith('rule-broken', 'date-in-future'));
    assert.equal((await desk.preview(payment.id, '2026-11-19')).refusal?.reason, 'date-before-payment');
    desk.backend.passTime(3 * 24 * 3_600_000);
    const { payment: back } = await dated('2026-11-21');
    assert.equal(back.date, '2026-11-21');
  });

  test('is not dated on a day that is closed', async () => {
    const desk = await givenDesk();
    const payment = await desk.pay();
    const { deps, companyId } = desk.backend;
    await sql`insert into reconciliation (company_id, id, location_id, day, last_day, time_zone, status, reopenings, actor_id,
      actor_name, created_at, beat_at) values (${companyId}, 'r1', 'miami', '2026-11-20', '2026-11-20', 'UTC', 'ready', '[]', 'ana', 'Ana', now(), now())`.execute(
      deps.store.db,
    );
    const day = { company_id: companyId, location_id: 'miami', day: '2026-11-20', reconciliation_id: 'r1' };
    await deps.store.db.insertInto('closed_day').values(day).execute();
    await assert.rejects(desk.chargeBack(payment.id), refusedWith('rule-broken', 'date-locked'));
    assert.equal((await desk.preview(payment.id)).refusal?.reason, 'date-locked');
    desk.backend.passTime(24 * 3_600_000);
    assert.equal((await desk.chargeBack(payment.id)).status, 201);
  });

  test('R-16: R-26: is not taken back itself, and a declined payment has nothing to give back', async () => {
    const desk = await givenDesk();
    const payment = await desk.pay();
    const { payment: back } = await desk.chargeBack(payment.id);
    await assert.rejects(desk.chargeBack(back.id), refusedWith('rule-broken', 'payment-not-reversible'));
    const declined = await desk.pay({
      source: { cardToken: await desk.backend.cardToken('4000000000000127') },
      allocations: [line('1002', 15_000)],
      amountCents: 15_000,
    });
    await assert.rejects(desk.chargeBack(declined.id), refusedWith('rule-broken', 'payment-not-reversible'));
    assert.equal((await desk.preview(declined.id)).refusal?.reason, 'not-approved');
  });

  test('moves the books alone when that is asked for, with the reason kept', async () => {
    const desk = await givenDesk();
    const payment = await desk.pay();
    const { payment: back } = await desk.chargeBack(payment.id, { scope: 'books-only', reason: 'Paid back in cash' });
    assert.deepEqual([back.moneyBack, back.notes, desk.gatewayNet()], ['books-only', 'Paid back in cash', 10_000]);
    assert.equal((await desk.open())['1001'], 10_000);
  });

  test('reaches Komet’s books and the audit trail once', async () => {
    const desk = await givenDesk();
    const payment = await desk.pay();
    const { payment: back } = await desk.chargeBack(payment.id);
    assert.equal(back.posting, 'posted');
    const { deps, companyId } = desk.backend;
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from demo_posting where company_id = ${companyId} and reversal_of_key = ${payment.id}`.execute(
      deps.store.db,
    );
    assert.equal(rows[0]?.n, 1);
    assert.equal(await countEvents(deps, companyId, 'payment-charged-back'), 1);
  });
});

describe('who may charge back', () => {
  test('is whoever may refund, within the locations of the session', async () => {
    const desk = await givenDesk();
    const payment = await desk.pay();
    const { deps, actor } = desk.backend;
    const call = { key: newKey(), paymentId: payment.id, request: { reason: 'no' } };
    const sales = actor(['Sales Manager']);
    const bogota = actor(['Cashier'], { locationIds: ['bogota'] });
    const otherCompany = actor(['Cashier'], { companyId: 'another' });
    await assert.rejects(chargeBack(deps)(sales, call), refusedWith('not-permitted'));
    await assert.rejects(previewChargeBack(deps)(sales, { paymentId: payment.id }), refusedWith('not-permitted'));
    for (const stranger of [bogota, otherCompany]) {
      await assert.rejects(chargeBack(deps)(stranger, call), refusedWith('not-found'));
      await assert.rejects(previewChargeBack(deps)(stranger, { paymentId: payment.id }), refusedWith('not-found'));
    }
    assert.equal((await desk.read(payment.id)).status, 'approved');
  });
});

describe('the preview of a charge back', () => {
  test('tells what returns to which card, what reopens and which credits come back, and does nothing', async () => {
    const desk = await givenDesk();
    const payment = await desk.pay(WITH_CREDIT);
    const preview = await desk.preview(payment.id);
    assert.deepEqual(
      [preview.moneyBack, preview.returnedCents, preview.card?.last4, preview.earliestDate, preview.today],
      ['void', 5_500, '1111', '2026-11-20', '2026-11-20'],
    );
    assert.deepEqual(preview.invoices, [
      { invoiceId: 'inv-1003', invoiceNumber: '1003', reopenedCents: 7_500, openAfterCents: 7_500 },
    ]);
    assert.deepEqual(preview.creditsBack, [{ creditId: 'cr-501', number: 'CR-501', amountCents: 2_000 }]);
    assert.equal(preview.refusal, undefined);
    assert.deepEqual([(await desk.read(payment.id)).status, desk.gatewayNet()], ['approved', 5_500]);
  });

  test('says refund once the batch is closed, and which credit disappears', async () => {
    const desk = await givenDesk();
    const payment = await desk.pay(OVERPAID);
    await desk.closeBatches();
    const preview = await desk.preview(payment.id);
    assert.equal(preview.moneyBack, 'refund');
    assert.deepEqual(preview.creditRemoved, { amountCents: 5_000, number: `OP-${String(payment.controlNumber)}` });
  });

  test('of a payment that is charged back shows its charge back', async () => {
    const desk = await givenDesk();
    const payment = await desk.pay();
    const { payment: back } = await desk.chargeBack(payment.id);
    const preview = await desk.preview(payment.id);
    assert.deepEqual([preview.refusal?.reason, preview.chargeBack?.id], ['already-charged-back', back.id]);
  });

  test('leaves open how the money goes back while the processor can’t be asked', async () => {
    const desk = await givenDesk();
    const payment = await desk.pay();
    desk.backend.simulator.faults.add({ match: { method: 'GET' }, kind: 'http-500-before', times: 9 });
    const preview = await desk.preview(payment.id);
    assert.deepEqual([preview.moneyBack, preview.returnedCents], [undefined, 10_000]);
    await assert.rejects(desk.chargeBack(payment.id), refusedWith('gateway-unreachable'));
    assert.equal((await desk.read(payment.id)).status, 'approved');
  });
});

test('the list of payments shows who charged a payment back', async () => {
  const desk = await givenDesk();
  const payment = await desk.pay();
  await desk.chargeBack(payment.id);
  const { payments } = await listPayments(desk.backend.deps)(desk.backend.actor(), { customerId: '25' });
  assert.deepEqual(
    payments.map((one) => [one.concept, one.totalCents, one.reversedBy?.name]).sort(),
    [
      ['charge-back', -10_000, undefined],
      ['payment', 10_000, 'Cy Vega'],
    ].sort(),
  );
});
