/** One sentence of Komet's Quick Start Guide for credit cards, with what shows that it works. */
export interface Sentence {
  readonly chapter: string;
  readonly says: string;
  /** Titles of tests, or the beginnings of them; the page says so where there is none yet. */
  readonly tests: readonly string[];
  /** Stories as `<file>/<export>`, e.g. `receive-payment/TwoInvoices`; the page says so where there is none yet. */
  readonly stories: readonly string[];
}

const SETUP = 'Set up card payments';
const RECEIVE = 'Receive a payment on A/R';
const ORDER = 'Receive a payment in Order Entry';
const REFUND = 'Refund a payment';
const ADJUST = 'Adjust a payment';
const CLOSE = 'Close the day';

export const SENTENCES: readonly Sentence[] = [
  {
    chapter: SETUP,
    says: 'Enable the integration by marking its checkbox in the settings.',
    tests: ['Guide: marking the box enables the integration'],
    stories: ['integration-setup/Enabled'],
  },
  {
    chapter: SETUP,
    says: 'Apply for an account by filling out the credit card information page.',
    tests: ['Guide: the card information page is filled out'],
    stories: ['merchant-application/Draft'],
  },
  {
    chapter: SETUP,
    says: 'Negotiate your own rates.',
    tests: ['Guide: rates are recorded once negotiated'],
    stories: ['integration-setup/Rates'],
  },
  {
    chapter: SETUP,
    says: 'Security keys are obtained for you and activate the account; from then on cards can be charged.',
    tests: [
      'Guide: security keys are put in place by an operator',
      'R-1: no card is charged at a location whose integration is not active',
    ],
    stories: ['integration-setup/Keys'],
  },
  {
    chapter: SETUP,
    says: 'Preload cards of a customer, or save them while processing a payment; several can be stored.',
    tests: [
      'R-12: a customer keeps several cards, also ones saved while paying',
      'Guide: the description of a card is edited in place',
      'Guide: a card is deleted with Yes, Delete',
      'Guide: Send Form mails the customer a link',
      'Guide: a customer types the card that was asked for',
    ],
    stories: ['card-vault/Cards', 'card-vault/Requesting', 'receive-payment/StoredCard'],
  },
  {
    chapter: SETUP,
    says: 'Set up the terminals, for each location its own.',
    tests: ['Guide: terminals are set up for each location', 'R-11: charges the card presented at that terminal'],
    stories: ['terminal-settings/Terminals', 'receive-payment/AtTerminal'],
  },
  {
    chapter: SETUP,
    says: 'Allow to receive payment upon confirmation, location by location.',
    tests: ['Guide: a location allows to receive payment upon confirmation', 'R-3: is refused where neither location'],
    stories: ['payment-settings/Locations', 'pay-confirm/Playground'],
  },
  {
    chapter: SETUP,
    says: 'Require payment upon confirmation of a specific customer.',
    tests: [
      'Guide: payment upon confirmation is required of a specific customer',
      'R-4: a plain confirm is refused by the proxy where the customer has to pay',
    ],
    stories: ['customer-payment-settings/PaymentRequired', 'pay-confirm/PaymentRequired'],
  },
  {
    chapter: RECEIVE,
    says: 'Users with access to A/R receive card payments in the app.',
    tests: ['pays two invoices with a new card, saves it, and pays a third in part with the saved card'],
    stories: ['receive-payment/TwoInvoices', 'receive-payment/Approved'],
  },
  {
    chapter: RECEIVE,
    says: 'Or they use a POS terminal.',
    tests: ['R-11: offers the terminals of the location that are ready'],
    stories: ['receive-payment/AtTerminal'],
  },
  {
    chapter: ORDER,
    says: 'Click Pay & Confirm; whether it is there depends on the settings.',
    tests: [
      'R-3: are Confirm and Pay & Confirm where the location allows it',
      'R-4: are only Pay & Confirm where the customer has to pay',
    ],
    stories: ['pay-confirm/PaymentInformation', 'pay-confirm/ConfirmOnly'],
  },
  {
    chapter: REFUND,
    says: 'Locate the payment in Payment History and select CB in the Actions column.',
    tests: [
      'Guide: locates a payment and offers CB in its Actions column',
      'Guide: says CB, and in full to a screen reader',
    ],
    stories: ['payment-history/Payments', 'payment-history/Search'],
  },
  {
    chapter: REFUND,
    says: 'Follow the prompts.',
    tests: [
      'Example 1: shows what returns and what reopens before anything happens',
      'Example 1: gives back the whole charge',
    ],
    stories: ['chargeback-button/Preview', 'chargeback-button/Done', 'payment-history/ChargedBack'],
  },
  {
    chapter: ADJUST,
    says: 'An authorized transaction can’t be adjusted.',
    tests: ['R-28: an authorised transaction is not replaced before it is charged back'],
    stories: ['payment-adjust/ChargeBack'],
  },
  {
    chapter: ADJUST,
    says: 'Locate the payment and charge it back; then the order can be cut, and a new payment is taken for its invoices.',
    tests: ['Guide: Example 5: leads from the charge back over the changed invoices to one new payment of all of them'],
    stories: ['payment-adjust/ChangeInvoices'],
  },
  {
    chapter: ADJUST,
    says: 'If the payment paid several invoices, all are charged back and belong into the new payment.',
    tests: ['R-17: R-20: all invoices reopen', 'Example 5: R-28: charge back, cut the order, charge all invoices anew'],
    stories: ['payment-adjust/ChargeAnew'],
  },
  {
    chapter: CLOSE,
    says: 'Each day, compare the Payment History Report with the processor’s Batch report of the same days.',
    tests: ['Guide: R-34: both reports match exactly when every payment is in the processor'],
    stories: ['reconcile-report/DayMatches'],
  },
  {
    chapter: CLOSE,
    says: 'They match exactly, and the reconciled value is entered as a deposit.',
    tests: ['Guide: a day in balance is closed with its deposit', 'Example 8: a payment charged back on its day'],
    stories: ['reconcile-report/Closed'],
  },
];
