import type { Reconciliation } from '../../../contract/reconciliation.js';
import type { Text } from './text.js';

/** `Nov 21, 2026`, or both ends of several days. */
export const daysName = ({ t, date }: Text, { day, to }: Pick<Reconciliation, 'day' | 'to'>): string =>
  to === undefined ? date(day) : t('days.name', { from: date(day), to: date(to) });
