import type { Sandbox } from '../sandbox/sandbox.js';
import type { Role } from '../src/contract/session.js';
import { APPLICATION } from '../test/components/integration-setup/application.js';

/** Calls a route of Miami as a user with this role. */
async function setUp(sandbox: Sandbox, role: Role, method: string, path: string, body?: object): Promise<void> {
  const request = new Request(`${location.origin}/v1/locations/miami/${path}`, {
    method,
    headers: {
      authorization: `Bearer ${await sandbox.token(role)}`,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const response = await sandbox.fetch(request);
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
}

export const turnOff = (sandbox: Sandbox): Promise<void> =>
  setUp(sandbox, 'Setup', 'PATCH', 'integration', { enabled: false, confirmation: 'Miami' });

/** Miami with its box marked and nothing else done. */
export async function enable(sandbox: Sandbox): Promise<void> {
  await turnOff(sandbox);
  await setUp(sandbox, 'Operator', 'PATCH', 'integration', { enabled: true });
}

export async function draft(sandbox: Sandbox): Promise<void> {
  await enable(sandbox);
  await setUp(sandbox, 'Setup', 'PUT', 'application', { ...APPLICATION, contact: {} });
}

export async function submit(sandbox: Sandbox): Promise<void> {
  await enable(sandbox);
  await setUp(sandbox, 'Setup', 'PUT', 'application', APPLICATION);
  await setUp(sandbox, 'Setup', 'POST', 'application/submit');
}

export async function recordRates(sandbox: Sandbox): Promise<void> {
  await submit(sandbox);
  await setUp(sandbox, 'Setup', 'PUT', 'rates', { percentHundredths: 290, perPaymentCents: 30, monthlyCents: 1_500 });
}
