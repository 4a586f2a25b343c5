import type { CardRequestLink, RequestedCard, RequestedCardSaved } from '../contract/card-request.js';
import * as links from '../contract/card-request-routes.js';
import { createCardFrame, type Route } from '../contract/routes.js';
import type { Answer, CallInput, CallOptions, InputArgs, PayClient, WriteOptions } from './call.js';
import { createClient } from './client.js';

/** Speaks to the proxy for whoever holds a link, without a session. The card frame it opens is the link's own. */
export function createLinkClient(apiBase: string, token: string): PayClient {
  const client = createClient({ apiBase, getToken: () => Promise.resolve('') });
  return {
    ...client,
    async call<R extends Route>(route: R, ...input: InputArgs<R>): Promise<Answer<R>> {
      if ((route as Route) !== createCardFrame) return client.call(route, ...input);
      const { body, signal } = input[0] as CallInput;
      const { locale, colorScheme } = body as LinkFrame;
      const ticket = client.call(links.createLinkCardFrame, {
        params: { token },
        body: { locale, colorScheme },
        signal,
      });
      return (await ticket) as Answer<R>;
    },
  };
}

interface LinkFrame {
  readonly locale: 'en' | 'es';
  readonly colorScheme: 'light' | 'dark';
}

export const readCardRequestLink =
  (client: PayClient) =>
  (token: string, { signal }: CallOptions = {}): Promise<CardRequestLink> =>
    client.call(links.readCardRequestLink, { params: { token }, signal });

export const submitCardRequestLink =
  (client: PayClient) =>
  (token: string, card: RequestedCard, options: WriteOptions): Promise<RequestedCardSaved> =>
    client.call(links.submitCardRequestLink, { params: { token }, body: card, ...options });
