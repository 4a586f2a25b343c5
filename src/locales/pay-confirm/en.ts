import { paymentEn } from '../payment/en.js';

/** Texts of `<komet-pay-confirm>`. Buttons and window titles are Komet's own words. */
export const payConfirmEn = {
  ...paymentEn,
  'blocked.no-right.title': 'You can’t work on orders',
  'blocked.load-failed.title': 'The order could not be loaded',
  'blocked.load-failed.text': 'Nothing was charged or confirmed. Check the connection and try again.',
  'blocked.customer-not-found.title': 'This order can’t be found',
  'loading.account': 'Loading the order…',

  'order.title': 'Order {number}',
  'order.ships': 'Ships {date}',
  'order.total': 'Order Amount',
  'order.status.pending': 'Pending',
  'order.status.confirmed': 'Confirmed',
  'order.status.draft': 'Draft',
  'order.status.voided': 'Voided',
  'order.paid': 'Paid in full.',
  'order.nothingToDo': 'Nothing can be confirmed or paid on this order.',

  'action.confirm': 'Confirm',
  'action.payAndConfirm': 'Pay & Confirm',
  'action.pay': 'Pay',
  'action.confirming': 'Confirming…',
  'action.confirmUnknown': 'The answer was lost. Asking Komet again; this page updates by itself.',
  'action.reload': 'Reload',

  'reason.customer-requires-payment': 'This customer pays when an order is confirmed.',
  'reason.location-allows-payment': 'This location takes payments upon confirmation.',
  'reason.location-does-not-allow-payment': 'This location takes no payments upon confirmation.',
  'reason.integration-not-ready': 'Cards can’t be charged at {location} yet. Take cash, check or ACH in Komet.',
  'reason.customer-restricts-cards': 'This customer does not pay by card. Take cash, check or ACH in Komet.',
  'reason.no-right': 'Your user lacks the right “{right}”.',
  'reason.offline': 'You are offline. Paying and confirming wait until the connection is back; nothing is queued.',
  'reason.read-only': 'Read-only view',

  'held.title': 'A payment of this order is under way',
  'held.text': 'Another clerk or window is taking it. Nothing can be charged here meanwhile.',
  'confirmation.pending': 'The order is paid. Komet has not confirmed it yet; that is repeated by itself.',
  'confirmation.refused':
    'The order is paid, but Komet refuses to confirm it. The payment is kept; ask whoever looks after the order.',
  'confirmation.failed': 'The order was not confirmed',

  'window.title': 'Payment Information',
  'window.close': 'Close',
  'window.received': 'Amount Received',
  'window.order': 'Order Amount',
  'window.change': 'Change',
  'window.kept': '{amount} of the credits is kept as open credit.',
  'window.charged': 'Charged to the card',
  'window.apply': 'Apply Payment',
} as const;
