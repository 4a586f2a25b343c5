/** Texts of the card picker and the new card. */
export const cardEn = {
  'card.legend': 'Card',
  'card.new': 'New card',
  'card.primary': 'Primary',
  'card.declined': 'Declined',
  'card.expired': 'Expired {expiry}',
  'card.expires': 'Expires {expiry}',
  'card.name': 'Name on card',
  'card.zip': 'Billing ZIP',
  'card.save': 'Save for future payments',
  'card.consent':
    'The customer agrees that we keep this card with the processor and charge it for later invoices at their request. They can withdraw this at any time.',
  'card.description': 'Description',
  'card.descriptionExample': 'For example: Maria’s office card',
} as const;
