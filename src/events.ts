import type {
  OrderConfirmedEvent,
  PaymentApprovedEvent,
  PaymentCancelledEvent,
  PaymentDeclinedEvent,
  PaymentFailedEvent,
  PaymentSubmittingEvent,
  PaymentUnknownEvent,
} from './events/payment-events.js';
import type {
  AdjustmentRequestedEvent,
  CreditRefundedEvent,
  PaymentChargedBackEvent,
} from './events/reversal-events.js';
import type { DayReconciledEvent } from './events/day-events.js';
import type { ApplicationSubmittedEvent, IntegrationChangedEvent } from './events/setup-events.js';
import type { CardChangedEvent, CardDeletedEvent, CardSavedEvent } from './events/card-events.js';
import type { SettingsChangedEvent } from './events/setting-events.js';
import type { PayErrorEvent, SessionReadyEvent, TokenRequestEvent } from './events/session-events.js';

export * from './events/payment-events.js';
export * from './events/reversal-events.js';
export * from './events/day-events.js';
export * from './events/card-events.js';
export * from './events/setting-events.js';
export * from './events/setup-events.js';
export * from './events/session-events.js';

declare global {
  interface HTMLElementEventMap {
    'komet-payment-submitting': PaymentSubmittingEvent;
    'komet-payment-approved': PaymentApprovedEvent;
    'komet-payment-declined': PaymentDeclinedEvent;
    'komet-payment-failed': PaymentFailedEvent;
    'komet-payment-unknown': PaymentUnknownEvent;
    'komet-payment-cancelled': PaymentCancelledEvent;
    'komet-payment-charged-back': PaymentChargedBackEvent;
    'komet-credit-refunded': CreditRefundedEvent;
    'komet-order-confirmed': OrderConfirmedEvent;
    'komet-adjustment-requested': AdjustmentRequestedEvent;
    'komet-card-saved': CardSavedEvent;
    'komet-card-changed': CardChangedEvent;
    'komet-card-deleted': CardDeletedEvent;
    'komet-integration-changed': IntegrationChangedEvent;
    'komet-application-submitted': ApplicationSubmittedEvent;
    'komet-day-reconciled': DayReconciledEvent;
    'komet-settings-changed': SettingsChangedEvent;
    'komet-token-request': TokenRequestEvent;
    'komet-session-ready': SessionReadyEvent;
    'komet-error': PayErrorEvent;
  }
}
