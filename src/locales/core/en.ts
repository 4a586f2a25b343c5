/** What went wrong, for every kind and code an error can have. The codes of `code.` are said where more is known than the kind. */
export const coreEn = {
  'kind.declined': 'The card was declined. Nothing was charged; use another card.',
  'kind.refused': 'This was refused. Nothing was charged; reload the page and try again.',
  'kind.unreachable': 'The payment service could not be reached. Nothing was charged; try again.',
  'kind.offline': 'You are offline. Nothing was sent; try again when the connection is back.',
  'kind.unknown-outcome': 'The answer was lost, so the card may have been charged. Do not pay again.',
  'kind.bad-response':
    'The payment service gave an answer that can’t be read. Look in Payment History before you pay again, and tell Komet’s support.',
  'kind.not-configured': 'Payments are not connected on this page. Tell Komet’s support.',
  'kind.session-expired': 'Your session has ended. Sign in again.',

  'code.invalid-request': 'Something in this form is not right. Nothing was charged. Look it over and try again.',
  'code.card-number-not-allowed':
    'A card number stands in one of the fields. Nothing was sent on or kept; remove it and type it into the card form only.',
  'code.payment-failed': 'The payment could not be made. Nothing was charged; look it over and try again.',
  'code.not-permitted': 'Your user lacks the right to do this. Nothing was charged; an administrator can grant it.',
  'code.origin-not-allowed': 'This page is not allowed to take payments. Nothing was charged; tell Komet’s support.',
  'code.not-found': 'This can’t be found any more. Nothing was charged; reload the page.',
  'code.request-in-progress': 'The same payment is still being made. Wait for its outcome.',
  'code.invoice-busy':
    'Another payment of one of these invoices is under way. Nothing was charged; wait for it to end, then look at what is open.',
  'code.credit-busy':
    'Another payment is using one of these credits. Nothing was charged; wait for it to end, then look at what is left.',
  'code.amount-changed': 'A balance changed meanwhile. Nothing was charged; look the amounts over and pay again.',
  'code.fee-changed': 'The fee changed meanwhile. Nothing was charged; look the total over and pay again.',
  'code.card-in-use': 'A payment with this card is under way. Nothing was changed. Try again when it is done.',
  'code.reversal-failed':
    'The money could not be given back. No money moved; look at the payment’s details, then try again.',
  'code.not-ready-to-charge':
    'Cards can’t be charged at this location yet. Nothing was charged; an administrator can set it up.',
  'code.card-not-saved': 'The processor did not accept the card. Nothing was charged; check the card and try again.',
  'rule.card-request-completed': 'The customer has saved a card by this request already.',
  'code.mail-not-configured': 'E-mail isn’t set up, so nothing was sent. Ask Komet’s support to set it up.',
  'code.too-many-requests': 'Too many attempts. Nothing was charged. Wait a moment and try again.',
  'code.gateway-unreachable': 'The card processor could not be reached. Nothing was charged; try again.',
  'code.komet-unreachable': 'Komet could not be reached. Nothing was charged; try again.',
  'code.busy-elsewhere':
    'The same payment is being made in another window. Nothing was sent from here; wait for its outcome there.',
  'code.stopped-by-page': 'The page stopped this before anything was charged. See what it says, then try again.',
  'code.card-frame-invalid': 'Check the card’s number, expiry and security code.',
  'code.card-frame-unavailable': 'The card could not be read by the processor. Nothing was charged; try again.',

  'rule.allocations-exceed-payment': 'More is applied than is paid.',
  'rule.overpayment-not-confirmed': 'Confirm that the rest is kept as open credit.',
  'rule.credit-not-open': 'One of the credits is spent already.',
  'rule.currency-not-usd': 'Card payments are taken in US dollars only.',
  'rule.customer-inactive': 'The customer is inactive.',
  'rule.date-in-future': 'The payment date is in the future.',
  'rule.date-locked': 'The books of that day are closed. Choose a later date.',
  'rule.discount-exceeds-balance': 'A discount is more than what is open on its invoice.',
  'rule.duplicate-invoice': 'An invoice is named twice.',
  'rule.fee-above-cap': 'The fee is above what is allowed.',
  'rule.invoice-not-open': 'One of the invoices is not open any more.',
  'rule.invoice-of-other-customer': 'One of the invoices belongs to another customer.',
  'rule.invoice-of-other-location': 'One of the invoices belongs to another location.',
  'rule.nothing-to-pay': 'There is nothing to pay.',
  'rule.partial-not-allowed': 'This has to be paid in full.',
  'rule.method-not-fitting': 'The card does not fit the payment method.',
  'rule.payment-not-reversible': 'This payment can’t be charged back.',
  'rule.suspected-duplicate': 'This looks like a payment taken a moment ago.',
  'rule.date-before-payment': 'The date is before that of the payment.',
  'rule.credit-spent': 'A credit of this payment is spent already.',
  'rule.date-not-today':
    'An order is always paid with the date of today. Nothing was charged; reload the order and try again.',
  'rule.payment-required':
    'This customer pays when an order is confirmed, so it was not confirmed. Use “Pay & Confirm”.',
  'rule.payment-not-offered':
    'Paying at confirmation is not turned on for this location or customer. Nothing was charged; use “Confirm”.',
  'rule.order-not-pending': 'The order is not waiting to be confirmed any more. Nothing was charged; reload it.',
  'rule.order-not-confirmable':
    'Komet does not let this order be confirmed from here. Nothing was charged; confirm it in Komet, then pay it.',
  'rule.cancel-at-terminal':
    'Press the red key on the terminal to cancel. Nothing is charged until the card is presented.',
  'rule.payment-not-cancellable':
    'A card payment can’t be cancelled once the card is charged, or may be. Charge it back in Payment History.',
  'rule.credit-not-refundable': 'This credit did not come from a card payment, so no card can get it back.',
  'rule.refund-exceeds-charge': 'This is more than what is left of the card payment the credit came from.',
  'rule.payment-not-charged-back': 'The payment this one is to replace is not charged back yet.',
  'rule.settings-conflict': 'A customer can’t be both required to pay by card and kept from it. Nothing was changed.',
  'rule.terminal-in-use': 'A payment at this terminal is under way. Nothing was changed; try again when it is done.',
  'rule.terminal-name-taken': 'Another terminal of this location has that name. Choose another name.',
  'rule.confirmation-differs': 'What was typed is not the name of the location. Nothing was changed.',
  'rule.payments-under-way':
    'The outcome of a payment here is not known yet. Nothing was changed; try again when it is settled.',
  'rule.posting-under-way':
    'A payment of this day is still on its way into Komet’s books. Nothing was changed; try again in a few minutes.',
  'rule.other-merchant': 'The key belongs to another merchant than that of the location. It can’t be used here.',
  'rule.application-locked': 'The application was submitted and can’t be changed any more.',
  'rule.application-incomplete': 'The application is not complete. Nothing was submitted; look at the marked fields.',
  'rule.difference-unexplained': 'Some differences have no explanation yet. Explain each of them, then close the day.',
  'rule.report-changed': 'The payments of this day changed since they were compared. Compare the day again.',
  'rule.day-closed': 'This day is closed already.',
  'rule.day-not-closed': 'This day is not closed.',
  'rule.batch-not-closed':
    'A batch of this day is still open at the processor. Close it, compare the day again, then close the day.',
  'rule.report-too-old': 'The processor keeps 90 days. Compare this day with a Batch report that was saved then.',
  'rule.report-too-long': 'There are too many transactions to compare at once. Compare fewer days.',
  'rule.range-not-closable': 'Days are closed one by one. Compare each day by itself, then close it.',

  'decline.insufficient-funds': 'The card does not have enough funds. Use another card, or pay less now.',
  'decline.expired-card': 'The card has expired. Ask for the new card and type it as a new card.',
  'decline.invalid-card-number': 'The bank does not know this card number. Check the number and type it again.',
  'decline.invalid-security-code': 'The security code does not match. Check the code on the card and type it again.',
  'decline.address-mismatch':
    'The billing ZIP does not match the card. Ask for the ZIP on the card’s statement and try again.',
  'decline.limit-exceeded': 'The amount is above the card’s limit. Use another card, or split the payment.',
  'decline.call-issuer':
    'The bank wants to speak to the card’s owner. Ask the customer to call the number on the card, or use another card.',
  'decline.card-not-active': 'The card is not active. Use another card; the customer can ask the bank about this one.',
  'decline.not-permitted': 'The bank does not allow this kind of payment on the card. Use another card.',
  'decline.try-again-later': 'The bank could not answer just now. Wait a minute and try again, or use another card.',
  'decline.declined':
    'The bank refused without giving a reason. Use another card, or ask the customer to call the bank.',

  'failure.not-sent': 'The request never reached the processor.',
  'failure.refused-by-gateway': 'The processor refused the request.',
  'failure.card-token-expired': 'The typed card was held too long. Type it again.',
  'failure.terminal-unreachable': 'The terminal could not be reached.',
  'failure.terminal-busy': 'The terminal is busy with another payment.',
  'failure.not-found-at-gateway': 'The processor has no record of it.',
  'failure.late-charge-reversed': 'The charge came too late and was given back.',
  'failure.not-settled-yet':
    'The charge has not settled yet, and the processor gives back a part of it only then. Try again tomorrow.',
} as const;
