import type { Page } from 'playwright-core';
import type { Backend } from '../../scripts/backend.js';

export async function chooseCustomer(page: Page, name: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Customer' }).fill(name);
  await page.getByRole('option', { name }).click();
}

export interface BookedTransaction {
  readonly type: string;
  readonly amount: string;
  readonly orderId: string;
}

export async function bookedAtGateway(backend: Backend): Promise<BookedTransaction[]> {
  const response = await fetch(`${backend.simulatorUrl}/__sim/journal`);
  const entries = (await response.json()) as (BookedTransaction & { booked: boolean })[];
  return entries.filter((entry) => entry.booked && entry.amount !== '0.00');
}

export async function orderFault(backend: Backend, fault: object): Promise<void> {
  await fetch(`${backend.simulatorUrl}/__sim/faults`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(fault),
  });
}

/** The company's books as an outside checker sees them. */
export async function exported(backend: Backend): Promise<Record<string, Record<string, unknown>[]>> {
  const headers = { Authorization: `Bearer ${backend.integratorSecret}` };
  const response = await fetch(`${backend.proxyUrl}/v1/export`, { headers });
  return (await response.json()) as Record<string, Record<string, unknown>[]>;
}
