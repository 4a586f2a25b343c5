import type { Customer } from '../../../contract/customer.js';
import type { IntegrationState, Location } from '../../../contract/location.js';
import type { Permission } from '../../../contract/session.js';
import type { Text } from './text.js';

/** Why nothing can be paid here just now, whatever is picked. */
export type PayStop =
  | { readonly kind: 'read-only' }
  | { readonly kind: 'no-pay-right'; readonly right: Permission }
  | { readonly kind: 'customer-inactive' }
  | { readonly kind: 'not-usd'; readonly currency: string }
  | { readonly kind: 'no-location' }
  | { readonly kind: 'not-ready'; readonly location: string; readonly step: Exclude<IntegrationState, 'ready'> }
  | { readonly kind: 'offline' };

export interface PayConditions {
  readonly readonly: boolean;
  readonly online: boolean;
  readonly permissions: readonly Permission[];
  readonly customer: Pick<Customer, 'active' | 'currency'>;
  readonly location: Pick<Location, 'name' | 'integrationState'> | undefined;
}

/** The first thing that stops a payment, the most lasting first: what the clerk can't change comes before the weather. */
export function payStop(conditions: PayConditions): PayStop | undefined {
  const { customer, location } = conditions;
  if (conditions.readonly) return { kind: 'read-only' };
  if (!conditions.permissions.includes('pay')) return { kind: 'no-pay-right', right: 'pay' };
  if (!customer.active) return { kind: 'customer-inactive' };
  if (customer.currency !== 'USD') return { kind: 'not-usd', currency: customer.currency };
  if (!location) return { kind: 'no-location' };
  if (location.integrationState !== 'ready')
    return { kind: 'not-ready', location: location.name, step: location.integrationState };
  return conditions.online ? undefined : { kind: 'offline' };
}

/** Whether it makes no sense to fill the form in; a lost connection comes back, the rest doesn't change meanwhile. */
export function isLasting(stop: PayStop | undefined): boolean {
  return stop !== undefined && stop.kind !== 'offline';
}

export function stopText(text: Text, stop: PayStop): string {
  if (stop.kind !== 'not-ready') return text.t(`stop.${stop.kind}`, { ...stop });
  return text.t('stop.not-ready', { location: stop.location, step: text.t(`step.${stop.step}`) });
}
