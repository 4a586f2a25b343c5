import type { ProviderController } from '../../../controllers/provider.js';
import { stoppedPanel } from './stopped-panel.js';
import type { Text } from './text.js';

/** Why the session lets nobody see the report; undefined when it does. */
export function sessionStop(text: Text, provider: Pick<ProviderController, 'status' | 'error' | 'can'>) {
  const { status, error } = provider;
  if (status === 'not-configured') return stoppedPanel(text, 'not-configured', {});
  if (status === 'failed') return stoppedPanel(text, 'session-failed', { requestId: error?.requestId });
  if (status !== 'ready' || provider.can('reconcile')) return undefined;
  return stoppedPanel(text, 'no-right', { right: 'reconcile' });
}
