/** Texts of the `Available Credits` window. */
export const creditsEn = {
  'credits.title': 'Available Credits',
  'credits.lead': 'Chosen credits pay before the card does, the oldest first.',
  'credits.close': 'Close',
  'credits.chosen': '{chosen} chosen, {used} used',
  'credits.held': 'In use',
  'credits.kind.customer-credit': 'Customer credit',
  'credits.kind.overpayment': 'Overpayment',
  'credits.kind.transfer': 'Transfer',
  'credits.kind.balance-adjustment': 'Balance adjustment',
} as const;
