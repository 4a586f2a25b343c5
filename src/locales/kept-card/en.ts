/** Texts of a card that is typed to be kept. */
export const keptCardEn = {
  'kept.name': 'Name on card',
  'kept.street': 'Billing street',
  'kept.zip': 'Billing ZIP',
  'kept.description': 'Description',
  'kept.descriptionExample': 'For example: Maria’s office card',
  'kept.consentMissing': 'Without this consent the card can’t be kept.',
} as const;
