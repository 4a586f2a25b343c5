import type { PayError } from '../../../services/pay-error.js';

/** Why the widget has nothing to work on. */
export type Blocked =
  | { readonly kind: 'not-configured' }
  | { readonly kind: 'session-failed'; readonly requestId: string | undefined }
  | { readonly kind: 'no-right'; readonly right: string }
  | { readonly kind: 'customer-not-found' }
  | { readonly kind: 'load-failed'; readonly requestId: string | undefined };

export interface Readiness {
  readonly provider: 'loading' | 'ready' | 'failed' | 'not-configured';
  readonly sessionError: PayError | undefined;
  /** Whether the session may at least look at payments. */
  readonly mayLook: boolean;
  readonly loadError: PayError | undefined;
}

/** What keeps the account from being shown, or undefined when nothing does. */
export function blockedOf({ provider, sessionError, mayLook, loadError }: Readiness): Blocked | undefined {
  if (provider === 'not-configured') return { kind: 'not-configured' };
  if (provider === 'failed') return { kind: 'session-failed', requestId: sessionError?.requestId };
  if (provider === 'loading') return undefined;
  if (!mayLook) return { kind: 'no-right', right: 'pay' };
  return loadError && blockedLoad(loadError);
}

function blockedLoad(loadError: PayError): Blocked {
  if (loadError.code === 'not-found') return { kind: 'customer-not-found' };
  if (loadError.code === 'not-permitted') return { kind: 'no-right', right: loadError.problem?.permission ?? 'pay' };
  return { kind: 'load-failed', requestId: loadError.requestId };
}
