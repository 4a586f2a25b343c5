import type { Payment } from '../contract/payment.js';
import {
  CardSavedEvent,
  PayErrorEvent,
  PaymentApprovedEvent,
  PaymentCancelledEvent,
  PaymentDeclinedEvent,
  PaymentFailedEvent,
  PaymentUnknownEvent,
} from '../events.js';
import type { OperationState } from './operation-state.js';

/** The events by which the page learns of a state; none while nothing is decided. */
export function eventsOf(state: OperationState): Event[] {
  switch (state.status) {
    case 'idle':
    case 'running':
    case 'waiting':
      return [];
    case 'unknown':
      return [new PaymentUnknownEvent(state.paymentId)];
    case 'done':
      return [new PaymentApprovedEvent(state.payment), ...savedCard(state.payment)];
    case 'failed':
      return [...(state.payment ? [failure(state.payment)] : []), new PayErrorEvent(state.error)];
  }
}

function savedCard({ savedCard, customerId, locationId }: Payment): Event[] {
  if (savedCard?.status !== 'saved' || savedCard.cardId === undefined) return [];
  return [new CardSavedEvent({ cardId: savedCard.cardId, customerId, locationId })];
}

function failure(payment: Payment): Event {
  if (payment.status === 'declined') return new PaymentDeclinedEvent(payment);
  return payment.status === 'cancelled' ? new PaymentCancelledEvent(payment) : new PaymentFailedEvent(payment);
}
