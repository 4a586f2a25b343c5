import { fixture, html, oneEvent } from '@open-wc/testing';
import { render } from 'lit';
import type { KometPayProvider } from '../../src/components/pay-provider/pay-provider.js';
import '../../src/components/pay-provider/pay-provider.js';
import type { Role } from '../../src/contract/session.js';

/** The proxy and gateway behind this test file, a company of its own. */
export interface Backend {
  readonly companyId: string;
  readonly proxyUrl: string;
  readonly simulatorUrl: string;
  readonly integratorSecret: string;
  /** One that no other test has touched. */
  company(name: string): Backend;
}

export const backend = (globalThis as unknown as { __backend: Backend }).__backend;

/** A session token of the demo wholesaler's clerk, as the page's server would fetch it. */
export async function tokenFor(role: Role = 'Administrator', of: Backend = backend): Promise<string> {
  const response = await fetch(`${of.proxyUrl}/v1/sessions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${of.integratorSecret}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      actor: { id: 'clerk-7', name: 'Ana Paz', kind: 'staff' },
      roles: [role],
      origin: location.origin,
    }),
  });
  if (!response.ok) throw new Error(`No session: ${response.status} ${await response.text()}`);
  const { token } = (await response.json()) as { token: string };
  return token;
}

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
