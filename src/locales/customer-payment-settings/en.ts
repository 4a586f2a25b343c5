/** Texts of what is asked of a customer when an order is confirmed. The settings are called as in Komet. */
export const customerPaymentSettingsEn = {
  title: 'Payment of orders',
  'require-payment': 'Require Payment Upon Confirmation',
  'require-payment.hint':
    'An order of this customer can’t be confirmed without its payment: only Pay & Confirm is there.',
  'require-card': 'Require Credit Card Payment',
  'require-card.hint': 'This customer pays by card alone.',
  'restrict-card': 'Restrict Credit Card Payment',
  'restrict-card.hint': 'This customer doesn’t pay by card.',
  'stop.customer': 'Choose a customer first.',
} as const;
