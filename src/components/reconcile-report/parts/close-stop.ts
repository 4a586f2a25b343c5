import type { Permission } from '../../../contract/session.js';
import type { Reconciliation } from '../../../contract/reconciliation.js';
import type { Text } from './text.js';

export interface CloseFacts {
  readonly readonly: boolean;
  readonly online: boolean;
  readonly can: (permission: Permission) => boolean;
}

/** Why nothing can be written at this page now; undefined when it can. */
export function writeStop({ t }: Text, { readonly, online, can }: CloseFacts, right: Permission): string | undefined {
  if (readonly) return t('stop.readonly');
  if (!can(right)) return t('stop.right', { right });
  return online ? undefined : t('stop.offline');
}

/** Why the day can't be closed now, in words; undefined when it can. */
export function closeStop(text: Text, run: Reconciliation, facts: CloseFacts): string | undefined {
  const stop = writeStop(text, facts, 'reconcile');
  if (stop !== undefined) return stop;
  const [open] = run.unsettled;
  if (open) return text.t(open.waitsFor === 'komet' ? 'stop.unposted' : 'stop.unsettled');
  if (run.hasOpenBatch) return text.t('stop.openBatch');
  const count = run.differences.filter(({ note }) => !note).length;
  return count > 0 ? text.t('stop.unexplained', { count }) : undefined;
}
