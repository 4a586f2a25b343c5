import type { Reconciliation } from '../../../contract/reconciliation.js';
import type { Text } from './text.js';

/** Who closed the day and when, and the beginnings of both fingerprints. */
export function lockedLines(
  { t, date }: Text,
  { by, at, kometFingerprint, processorFingerprint }: NonNullable<Reconciliation['closing']>,
) {
  const short = (print: string) => print.slice(0, 8);
  const prints = { komet: short(kometFingerprint), processor: short(processorFingerprint) };
  return [t('locked.title', { name: by.name, at: date(at) }), t('locked.prints', prints)] as const;
}
