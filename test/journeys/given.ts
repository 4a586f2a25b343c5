import assert from 'node:assert/strict';
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

/** What counts as booked in Komet: a payment that was charged back stays, and its reversal stands beside it. */
const BOOKED = ['approved', 'charge-back-requested', 'charged-back'];

/** Every charge and every reversal stands in the books and at the gateway, once, with the same amount; no invoice is left held. */
export async function booksAgreeWithGateway(backend: Backend): Promise<void> {
  const { payments, attempts, holds } = await exported(backend);
  const made = attempts?.filter(({ state, kind }) => state === 'approved' && kind !== 'store-card') ?? [];
  const booked = await bookedAtGateway(backend);
  assert.deepEqual(
    made.map(({ id, amount_cents: cents }) => `${String(id)} ${String(cents)}`).sort(),
    booked.map(({ orderId, amount }) => `${orderId} ${Math.round(Number(amount) * 100)}`).sort(),
  );
  const inBooks = payments?.filter(({ status }) => BOOKED.includes(status as string)) ?? [];
  assert.equal(
    inBooks.reduce((sum, { amount_cents: cents }) => sum + Number(cents), 0),
    booked.reduce((sum, { type, amount }) => sum + Math.round(Number(amount) * 100) * (type === 'SALE' ? 1 : -1), 0),
  );
  assert.deepEqual(holds, []);
}

/** Presses Tab until the focus is on what has this accessible name, as somebody without a mouse does. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  const met = new Set<string>();
  for (let step = 0; step < 120; step++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(nameOfFocus);
    if (name.test(focused)) return;
    met.add(focused);
  }
  throw new Error(`Tab never reaches ${String(name)}, only ${[...met].join(', ')}`);
}

/** Charges a payment back with its CB button, from wherever the focus is. */
export async function chargeBackByKeyboard(page: Page): Promise<void> {
  await tabTo(page, /^(CB|Charge back)/);
  await page.keyboard.press('Enter');
  await page.getByText('Returns to the card').waitFor();
  await tabTo(page, /^Reason/);
  await page.keyboard.type('A box was cut');
  await tabTo(page, /^Continue$/);
  await page.keyboard.press('Enter');
}

function nameOfFocus(): string {
  let root: Document | ShadowRoot = document;
  while (root.activeElement?.shadowRoot?.activeElement) root = root.activeElement.shadowRoot;
  const element = root.activeElement as HTMLInputElement | null;
  if (!element) return '';
  const names = [element.ariaLabel, element.labels?.[0]?.innerText, element.innerText];
  return names.find((name) => name)?.trim() ?? '';
}
