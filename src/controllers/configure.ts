import type { LanguageOptions } from '../context/keys.js';
import { Provision } from '../context/provision.js';
import { attachContextRoot } from '../context/root.js';
import { PayErrorEvent, SessionReadyEvent } from '../events.js';
import type { SessionState } from '../services/session-keeper.js';
import { askForToken, type TokenWays } from './ask-for-token.js';

export interface PageOptions extends TokenWays, LanguageOptions {
  /** Where the proxy is, e.g. `/komet-pay`. */
  readonly apiBase: string;
  readonly locationId?: string;
}

const PROVISION = Symbol.for('komet-payment-widgets/page/1');

/**
 * Serves every widget of the page that stands in no provider. Called again, it takes the new settings. Resolves once the
 * session is open or has failed; `komet-session-ready` and `komet-error` are dispatched on the page's root element.
 */
export async function configure({
  apiBase,
  locationId,
  getToken,
  sessionUrl,
  ...language
}: PageOptions): Promise<void> {
  const page = globalThis as { [PROVISION]?: Provision | undefined };
  const root = document.documentElement;
  const provision = (page[PROVISION] ??= newProvision(root));
  provision.speak(language);
  provision.workAt(locationId);
  await provision.open({ apiBase, askForToken: () => askForToken({ getToken, sessionUrl }, root) });
}

function newProvision(root: HTMLElement): Provision {
  attachContextRoot();
  const provision = new Provision(root, (state) => tellOfSession(root, state));
  provision.announce();
  return provision;
}

export function tellOfSession(target: EventTarget, state: SessionState): void {
  if (state.status === 'ready') target.dispatchEvent(new SessionReadyEvent(state.session));
  if (state.status === 'failed') target.dispatchEvent(new PayErrorEvent(state.error));
}
