/** Texts around the processor's card form; the form's own words belong to the card frame. */
export const cardFrameEn = {
  'frame.title': 'Card details',
  'frame.loading': 'Loading the card form…',
  'frame.failed': 'The card form could not be loaded. Nothing was charged.',
  'frame.retry': 'Retry',
  'fault.card-number-invalid': 'The card number is not right.',
  'fault.expiry-invalid': 'The expiry is not right; type it as MMYY.',
  'fault.card-expired': 'The card has expired.',
  'fault.security-code-invalid': 'The security code is not right.',
  'fault.other': 'Check the card’s details.',
} as const;
