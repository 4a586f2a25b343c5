import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { cardChange } from '../../src/contract/card.js';
import type { PaymentRequest } from '../../src/contract/payment.js';
import { listCards, storeCard } from '../../proxy/operations/cards.js';
import { listCredits } from '../../proxy/operations/open-items.js';
import { takePayment } from '../../proxy/operations/take-payment.js';
import { givenDesk } from './charge-back/given.js';
import { closeStore, givenBackend, givenRequest, newKey, type Backend } from './given.js';
import { refusedWith } from './refused.js';

after(closeStore);

const take = async (backend: Backend, members: Partial<PaymentRequest> = {}) =>
  takePayment(backend.deps)(backend.actor(), { key: newKey(), request: await givenRequest(backend, members) });

describe('Komet’s rules of a card payment', () => {
  test('R-1: no card is charged at a location whose integration is not active', async () => {
    const backend = await givenBackend();
    await assert.rejects(take(backend, { locationId: 'bogota' }), refusedWith('not-ready-to-charge'));
    assert.deepEqual(backend.booked(), []);
  });

  test('R-2: customer and company must both use US dollars', async () => {
    const backend = await givenBackend();
    await assert.rejects(take(backend, { customerId: '29' }), refusedWith('rule-broken', 'currency-not-usd'));
  });

  test('Example 2: a part of an invoice may be paid on A/R', async () => {
    const desk = await givenDesk();
    await desk.pay({ allocations: [{ invoiceId: 'inv-1001', amountCents: 6_000 }], amountCents: 6_000 });
    assert.equal((await desk.open())['1001'], 4_000);
  });

  test('R-9: a payment is at least what it is applied to', async () => {
    const backend = await givenBackend();
    await assert.rejects(
      take(backend, { amountCents: 9_999 }),
      refusedWith('rule-broken', 'allocations-exceed-payment'),
    );
  });

  test('R-10: an overpayment is an open credit that pays a later invoice', async () => {
    const desk = await givenDesk();
    const { backend } = desk;
    const first = await desk.pay({ amountCents: 15_000, overpaymentCents: 5_000 });
    const { credits } = await listCredits(backend.deps)(backend.actor(), { customerId: '25' });
    const credit = credits.find(({ sourcePaymentId }) => sourcePaymentId === first.id);
    assert.equal(credit?.openCents, 5_000);
    const second = await desk.pay({
      allocations: [{ invoiceId: 'inv-1003', amountCents: 7_500 }],
      creditIds: [credit.id],
      amountCents: 2_500,
    });
    assert.deepEqual([second.totalCents, second.creditsAppliedCents], [2_500, 5_000]);
  });

  test('R-12: a customer keeps several cards, also ones saved while paying', async () => {
    const backend = await givenBackend();
    const creation = { locationId: 'miami', cardToken: await backend.cardToken('5499740000000057') };
    await storeCard(backend.deps)(backend.actor(), { key: newKey(), customerId: '25', creation });
    await take(backend, { source: { cardToken: await backend.cardToken(), saveCard: true } });
    const { cards } = await listCards(backend.deps)(backend.actor(), { customerId: '25' });
    assert.deepEqual(cards.map(({ last4 }) => last4).sort(), ['0057', '1111']);
  });

  test('R-13: nothing of a stored card can be changed but its description and whether it is the primary one', () => {
    assert.deepEqual(Object.keys(cardChange.def.shape).sort(), ['description', 'primary']);
  });

  test('R-35: who does not receive payments for the company can’t date them otherwise', async () => {
    const backend = await givenBackend();
    const buyer = backend.actor(['Customer'], { kind: 'portal', customerId: '25' });
    const request = await givenRequest(backend, { date: '2026-11-19' });
    await assert.rejects(
      takePayment(backend.deps)(buyer, { key: newKey(), request }),
      refusedWith('rule-broken', 'date-locked'),
    );
  });
});

describe('Komet’s rules of taking a payment back', () => {
  test('R-17: R-20: all invoices reopen and the whole amount goes back to the card', async () => {
    const desk = await givenDesk();
    const before = await desk.open();
    const payment = await desk.pay({
      allocations: [
        { invoiceId: 'inv-1001', amountCents: 10_000 },
        { invoiceId: 'inv-1002', amountCents: 15_000 },
      ],
      amountCents: 25_000,
    });
    await desk.chargeBack(payment.id);
    assert.deepEqual(await desk.open(), before);
    assert.equal(desk.gatewayNet(), 0);
  });

  test('R-21: R-22: a credit the payment used is open again and never cancelled with it', async () => {
    const desk = await givenDesk();
    const { backend } = desk;
    const { credits } = await listCredits(backend.deps)(backend.actor(), { customerId: '25' });
    const [credit] = credits;
    const payment = await desk.pay({
      allocations: [{ invoiceId: 'inv-1003', amountCents: 7_500 }],
      creditIds: [credit?.id ?? ''],
      amountCents: 5_500,
    });
    await desk.chargeBack(payment.id);
    const after = await listCredits(backend.deps)(backend.actor(), { customerId: '25' });
    assert.deepEqual(
      after.credits.map(({ id, openCents }) => [id, openCents]),
      credits.map(({ id, openCents }) => [id, openCents]),
    );
  });

  test('R-25: on its day a payment is voided, after settlement it is refunded, both times whole', async () => {
    const sameDay = await givenDesk();
    await sameDay.chargeBack((await sameDay.pay()).id);
    assert.deepEqual(
      sameDay.backend.booked().map(({ type }) => type),
      ['SALE', 'VOID'],
    );
    const later = await givenDesk();
    const payment = await later.pay();
    await later.closeBatches();
    await later.chargeBack(payment.id);
    assert.deepEqual(
      later.backend.booked().map(({ type, amount }) => [type, amount]),
      [
        ['SALE', '100.00'],
        ['REFUND', '100.00'],
      ],
    );
  });

  test('R-31: a credit of the customer is offered for the next payment, and lowers no invoice by itself', async () => {
    const desk = await givenDesk();
    const open = await desk.open();
    const { credits } = await listCredits(desk.backend.deps)(desk.backend.actor(), { customerId: '25' });
    assert.equal(credits[0]?.openCents, 2_000);
    assert.equal(open['1001'], 10_000);
  });

  test('R-32: a charge back adds no fee of its own', async () => {
    const desk = await givenDesk();
    const payment = await desk.pay();
    const { payment: reversal } = await desk.chargeBack(payment.id);
    assert.equal(reversal.totalCents, -payment.totalCents);
  });
});
