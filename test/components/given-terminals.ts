import { miamiCounterApiKey, miamiWarehouseApiKey } from '../../simulator/demo-merchants.js';
import type { Backend } from './given-backend.js';
import { call } from './receive-payment/given.js';

/** Card terminals of Miami, by the simulator's name of their reader. */
const READERS = { 'miami-counter': miamiCounterApiKey, 'miami-warehouse': miamiWarehouseApiKey } as const;
type Reader = keyof typeof READERS;

/** A terminal that is ready to be charged at. */
export async function givenTerminal(of: Backend, name: string, reader: Reader = 'miami-counter'): Promise<string> {
  const { id } = await call<{ id: string }>(of, 'POST', '/v1/locations/miami/terminals', { name });
  await operate(of, 'PUT', '/v1/locations/miami/keys', { terminalId: id, apiKey: READERS[reader] });
  await operate(of, 'POST', '/v1/locations/miami/verify', { terminalId: id });
  return id;
}

/** The reader shows the amount and waits for somebody to present a card. */
export const givenWaitingReader = (of: Backend, reader: Reader = 'miami-counter'): Promise<unknown> =>
  simulate(of, 'PUT', `terminals/${reader}`, { interactive: true });

/** What the customer does at the reader that waits. */
export const present = (
  of: Backend,
  action: 'approve' | 'decline' | 'cancel',
  reader: Reader = 'miami-counter',
): Promise<unknown> => simulate(of, 'POST', `terminals/${reader}/respond`, { action });

async function simulate(of: Backend, method: string, path: string, body: object): Promise<void> {
  const response = await fetch(`${of.simulatorUrl}/__sim/${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
}

async function operate(of: Backend, method: string, path: string, body: object): Promise<void> {
  const response = await fetch(`${of.proxyUrl}${path}`, {
    method,
    headers: { authorization: `Bearer ${of.integratorSecret}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
}
