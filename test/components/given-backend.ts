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
