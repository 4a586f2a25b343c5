import type { IntegrationState } from '../contract/location.js';
import type { CustomerSettings, LocationSettings } from '../contract/setting.js';

export interface OrderConditions {
  readonly location: Pick<LocationSettings, 'allowPaymentUponConfirmation'>;
  readonly customer: CustomerSettings;
  readonly integrationState: IntegrationState;
}

/** Why something is there or not; texts are the widgets'. */
export type OrderButtonReason =
  | 'payment-not-required'
  | 'customer-requires-payment'
  | 'location-allows-payment'
  | 'location-does-not-allow-payment'
  | 'integration-ready'
  | 'integration-not-ready'
  | 'customer-requires-card'
  | 'customer-restricts-cards'
  | 'any-method';

export interface OrderButton {
  readonly shown: boolean;
  readonly reason: OrderButtonReason;
}

/** What an order that is not confirmed yet shows, and which methods its payment window offers. */
export interface OrderButtons {
  readonly confirm: OrderButton;
  readonly payAndConfirm: OrderButton;
  /** In-app and terminal. */
  readonly cardMethods: OrderButton;
  /** Cash, check, ACH. */
  readonly otherMethods: OrderButton;
}

/**
 * The buttons of an order. The setting of the location or that of the customer is enough for `Pay & Confirm` (rule R-3); the
 * customer's makes paying mandatory (rule R-4). Cards need the integration to be ready (rule R-1).
 */
export function orderButtons(conditions: OrderConditions): OrderButtons {
  const payAndConfirm = payButton(conditions);
  return {
    confirm: confirmButton(conditions),
    payAndConfirm,
    cardMethods: payAndConfirm.shown ? cardMethods(conditions) : payAndConfirm,
    otherMethods: payAndConfirm.shown ? otherMethods(conditions) : payAndConfirm,
  };
}

const shown = (reason: OrderButtonReason): OrderButton => ({ shown: true, reason });
const hidden = (reason: OrderButtonReason): OrderButton => ({ shown: false, reason });

function confirmButton({ customer }: OrderConditions): OrderButton {
  return customer.requirePaymentUponConfirmation ? hidden('customer-requires-payment') : shown('payment-not-required');
}

function payButton({ location, customer }: OrderConditions): OrderButton {
  if (customer.requirePaymentUponConfirmation) return shown('customer-requires-payment');
  if (location.allowPaymentUponConfirmation) return shown('location-allows-payment');
  return hidden('location-does-not-allow-payment');
}

function cardMethods({ customer, integrationState }: OrderConditions): OrderButton {
  if (customer.restrictCreditCardPayment) return hidden('customer-restricts-cards');
  return integrationState === 'ready' ? shown('integration-ready') : hidden('integration-not-ready');
}

function otherMethods({ customer }: OrderConditions): OrderButton {
  return customer.requireCreditCardPayment ? hidden('customer-requires-card') : shown('any-method');
}
