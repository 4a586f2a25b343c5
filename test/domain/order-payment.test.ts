import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Order } from '../../src/contract/order.js';
import { orderRequest, reviewOrder } from '../../src/domain/order-payment.js';

const order: Order = {
  id: 'ord-3001',
  number: '3001',
  customerId: '25',
  customerName: 'Petal & Stem Florist',
  locationId: 'miami',
  status: 'pending',
  shipDate: '2026-11-21',
  totalCents: 8_450,
  openCents: 8_450,
  confirmation: 'none',
  conditions: {
    location: { allowPaymentUponConfirmation: true },
    customer: {
      requirePaymentUponConfirmation: false,
      requireCreditCardPayment: false,
      restrictCreditCardPayment: false,
    },
    integrationState: 'ready',
  },
};
const credit = (openCents: number) => ({ openCents });
const details = { creditIds: [], source: { cardId: 'card-1' }, duplicateReason: '' };

describe('what an order comes to', () => {
  test('R-5: is the whole order, with the fee on its own line', () => {
    const review = reviewOrder(order, [], { kind: 'convenience', percentHundredths: 300 });
    assert.deepEqual([review.amountCents, review.feeCents, review.totalCents], [8_450, 254, 8_704]);
  });

  test('R-8: is less by the credits, and nothing once they cover it', () => {
    assert.equal(reviewOrder(order, [credit(2_000)], undefined).totalCents, 6_450);
    const covered = reviewOrder(order, [credit(9_000)], undefined);
    assert.deepEqual([covered.totalCents, covered.changeCents], [0, 550]);
  });

  test('R-7: received less order is the change, which the fee is no part of', () => {
    const review = reviewOrder(order, [], { kind: 'surcharge', flatCents: 100 });
    assert.deepEqual([review.receivedCents, review.orderCents, review.changeCents], [8_450, 8_450, 0]);
  });
});

describe('the request that pays an order', () => {
  test('confirms a pending order and not a confirmed one', () => {
    const review = reviewOrder(order, [], undefined);
    assert.equal(orderRequest(order, { ...details, review }).confirmOrder, true);
    assert.equal(orderRequest({ ...order, status: 'confirmed' }, { ...details, review }).confirmOrder, false);
  });

  test('R-6: names no date, so that it is today at the proxy', () => {
    const request = orderRequest(order, { ...details, review: reviewOrder(order, [], undefined) });
    assert.equal('date' in request, false);
  });

  test('says the method by what pays', () => {
    const review = reviewOrder(order, [], undefined);
    const methods = [{ cardId: 'card-1' }, { terminalId: 'counter' }].map(
      (source) => orderRequest(order, { ...details, review, source }).method,
    );
    assert.deepEqual(methods, ['in-app', 'pos-terminal']);
  });
});
