import { html } from 'lit';
import '../../../src/components/integration-setup/integration-setup.js';
import type { Role } from '../../../src/contract/session.js';
import { givenProvider, tokenFor, type Backend } from '../given-provider.js';
import { WindowScreen } from '../window-screen.js';
import { APPLICATION } from './application.js';

/** Calls a route of Miami as a user with this role. */
export async function setUp(of: Backend, role: Role, method: string, path: string, body?: object): Promise<void> {
  const response = await fetch(`${of.proxyUrl}/v1/locations/miami/${path}`, {
    method,
    headers: {
      authorization: `Bearer ${await tokenFor(role, of)}`,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
}

export const turnOff = (of: Backend): Promise<void> =>
  setUp(of, 'Setup', 'PATCH', 'integration', { enabled: false, confirmation: 'Miami' });

/** Miami with its box marked and nothing else done. */
export async function givenEnabled(of: Backend): Promise<void> {
  await turnOff(of);
  await setUp(of, 'Operator', 'PATCH', 'integration', { enabled: true });
}

export async function givenSubmitted(of: Backend): Promise<void> {
  await givenEnabled(of);
  await setUp(of, 'Setup', 'PUT', 'application', APPLICATION);
  await setUp(of, 'Setup', 'POST', 'application/submit');
}

export async function givenSetup(settings: Parameters<typeof givenProvider>[1] = {}) {
  const provider = await givenProvider(html`<komet-integration-setup></komet-integration-setup>`, settings);
  const tag = provider.querySelector('komet-integration-setup')!;
  return { tag, screen: new WindowScreen(tag) };
}
