import { fixture, html, oneEvent } from '@open-wc/testing';
import { render } from 'lit';
import type { KometPayProvider } from '../../src/components/pay-provider/pay-provider.js';
import '../../src/components/pay-provider/pay-provider.js';
import type { Role } from '../../src/contract/session.js';
import { backend, tokenFor, type Backend } from './given-backend.js';

export { backend, tokenFor, type Backend } from './given-backend.js';

/** A provider around `content`, its session open or refused. Settings are its properties, set before it is in the page. */
export async function givenProvider(
  content: unknown,
  { role, of = backend, ...settings }: Partial<KometPayProvider> & { role?: Role; of?: Backend } = {},
): Promise<KometPayProvider> {
  const place = await fixture<HTMLElement>(html`<div></div>`);
  const provider = document.createElement('komet-pay-provider');
  const defaults = { apiBase: of.proxyUrl, locationId: 'miami', getToken: () => tokenFor(role, of) };
  Object.assign(provider, defaults, settings);
  render(content, provider);
  const settled = Promise.race([oneEvent(provider, 'komet-session-ready'), oneEvent(provider, 'komet-error')]);
  place.append(provider);
  await settled;
  await provider.updateComplete;
  return provider;
}
