/** Texts of `<komet-card-request-form>`, which a customer reads. */
export const cardRequestFormEn = {
  'form.title': '{company} asks for your card',
  'form.secured':
    'Type it into the form of our card processor, Clearent. Nobody at {company} sees the number. Nothing is charged now.',
  'form.left': 'This link works once, for {hours} h {minutes} min more.',
  'form.consent':
    'I agree that {company} keeps this card with its card processor and charges it for my invoices at my request. I can withdraw this at any time.',
  'form.save': 'Save Card',
  'form.saving': 'Saving the card…',
  'form.unknown':
    'The answer was lost. We keep asking until it is known; nothing is charged, and the card is saved once.',
  'form.failed': 'The card was not saved. Nothing was charged.',
  'form.loading': 'Opening the form…',
  'form.slow': 'This is taking longer than usual…',
  'form.retry': 'Retry',
  'form.loadFailed': 'The form could not be opened',
  'done.title': 'Your card was saved',
  'done.text': 'You can close this page. Card: {card}.',
  'completed.title': 'A card was saved by this link',
  'completed.text': 'The link works only once. If it was not you, tell the company that wrote to you.',
  'expired.title': 'This link has expired',
  'expired.text': 'Links work for 8 hours. Ask the company that wrote to you for a new one.',
  'revoked.title': 'This link is no longer good',
  'revoked.text': 'It was withdrawn, or a newer one was sent. Look for a later mail, or ask for a new link.',
  'invalid.title': 'This link is not valid',
  'invalid.text': 'Perhaps a part of it was lost. Open it from the mail again, or ask for a new one.',
} as const;
