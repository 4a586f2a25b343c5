import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { orderButtons, type OrderConditions } from '../../src/domain/order-buttons.js';

const NOTHING_ASKED = {
  requirePaymentUponConfirmation: false,
  requireCreditCardPayment: false,
  restrictCreditCardPayment: false,
};

const buttons = (allowed: boolean, required: boolean, state: OrderConditions['integrationState'], asked = {}) =>
  orderButtons({
    location: { allowPaymentUponConfirmation: allowed },
    customer: { ...NOTHING_ASKED, requirePaymentUponConfirmation: required, ...asked },
    integrationState: state,
  });

const shown = (...conditions: Parameters<typeof buttons>) =>
  Object.entries(buttons(...conditions))
    .filter(([, button]) => button.shown)
    .map(([name]) => name);

describe('the buttons of an order', () => {
  test('R-3: nothing but Confirm without either setting', () => {
    assert.deepEqual(shown(false, false, 'ready'), ['confirm']);
    assert.equal(buttons(false, false, 'ready').payAndConfirm.reason, 'location-does-not-allow-payment');
  });

  test('R-3: both buttons where the location allows payment', () => {
    assert.deepEqual(shown(true, false, 'ready'), ['confirm', 'payAndConfirm', 'cardMethods', 'otherMethods']);
  });

  test('R-4: Pay & Confirm alone where the customer has to pay, whatever the location allows', () => {
    for (const allowed of [true, false]) {
      assert.deepEqual(shown(allowed, true, 'ready'), ['payAndConfirm', 'cardMethods', 'otherMethods']);
      assert.equal(buttons(allowed, true, 'ready').confirm.reason, 'customer-requires-payment');
    }
  });

  test('R-1: other methods than cards until the integration is ready', () => {
    assert.deepEqual(shown(true, false, 'keys-pending'), ['confirm', 'payAndConfirm', 'otherMethods']);
    assert.deepEqual(shown(false, true, 'not-enabled'), ['payAndConfirm', 'otherMethods']);
    assert.equal(buttons(false, true, 'not-enabled').cardMethods.reason, 'integration-not-ready');
  });

  test('no cards for a customer who is kept from them, cards alone for one who has to use them', () => {
    const kept = shown(true, false, 'ready', { restrictCreditCardPayment: true });
    assert.deepEqual(kept, ['confirm', 'payAndConfirm', 'otherMethods']);
    const bound = shown(true, false, 'ready', { requireCreditCardPayment: true });
    assert.deepEqual(bound, ['confirm', 'payAndConfirm', 'cardMethods']);
  });
});
