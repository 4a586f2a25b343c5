import { TokenRequestEvent } from '../events.js';
import { clientError } from '../services/pay-error.js';
import { fetchSessionToken } from '../services/session-url.js';
import type { TokenAnswer } from '../services/token-source.js';

export interface TokenWays {
  /** Asked first. */
  readonly getToken?: (() => TokenAnswer | Promise<TokenAnswer>) | undefined;
  /** An address of the page's own server; asked when there is no `getToken`. */
  readonly sessionUrl?: string | undefined;
}

/** Asks the page for a token by the way it chose; with no way chosen, by an event that bubbles from `target`. */
export async function askForToken({ getToken, sessionUrl }: TokenWays, target: EventTarget): Promise<TokenAnswer> {
  if (getToken) return getToken();
  if (sessionUrl) return fetchSessionToken(sessionUrl);
  const request = new TokenRequestEvent();
  target.dispatchEvent(request);
  return request.answer ?? Promise.reject(clientError('not-configured'));
}
