import type { Location } from '../../../contract/location.js';
import type { Permission } from '../../../contract/session.js';
import type { Text } from './text.js';

export interface ManageConditions {
  readonly readonly: boolean;
  readonly online: boolean;
  readonly permissions: readonly Permission[];
  readonly location: Location | undefined;
}

/**
 * Why cards can't be added, changed or deleted here, in a sentence; undefined when nothing keeps from it. Salespeople may where
 * the location lets them (rule R-15).
 */
export function manageStop(
  text: Text,
  { readonly, online, permissions, location }: ManageConditions,
  right: 'card:save' | 'card:delete',
): string | undefined {
  if (readonly) return text.t('stop.read-only');
  if (!location) return text.t('stop.no-location');
  if (!permissions.includes(right)) {
    if (!permissions.includes('card:sales')) return text.t('stop.right', { right });
    if (!location.allowSalespeopleToManageCards) return text.t('stop.sales', { location: location.name });
  }
  return online ? undefined : text.t('stop.offline');
}

/** The same for what needs the processor as well. */
export function addStop(text: Text, conditions: ManageConditions): string | undefined {
  const { location } = conditions;
  const stop = manageStop(text, conditions, 'card:save');
  if (stop || !location || location.integrationState === 'ready') return stop;
  return text.t('stop.not-ready', { location: location.name });
}
