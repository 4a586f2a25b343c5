import type { Sandbox } from '../sandbox/sandbox.js';
import type { Payment } from '../src/contract/payment.js';
import { WindowScreen } from '../test/components/window-screen.js';
import { CUSTOMERS, storeCard } from './receive-payment.given.js';

export { CUSTOMERS } from './receive-payment.given.js';

type Fault = Parameters<Sandbox['simulator']['faults']['add']>[0];

const EXAMPLE = {
  allocations: [
    { invoiceId: 'inv-1001', amountCents: 10_000 },
    { invoiceId: 'inv-1002', amountCents: 15_000 },
  ],
  amountCents: 25_000,
};

/** Both invoices and 50.00 that are kept as open credit. */
export const OVERPAID = { ...EXAMPLE, amountCents: 30_000, overpaymentCents: 5_000 };

/** Invoices 1001 and 1002 paid with a stored card, unless told otherwise. */
export async function pay(sandbox: Sandbox, members: object = {}): Promise<Payment> {
  await storeCard(sandbox);
  const path = `/v1/customers/${CUSTOMERS.journey}/cards`;
  const { cards } = (await sandbox.call('GET', path)) as { cards: { id: string }[] };
  return (await sandbox.call('POST', '/v1/payments', {
    locationId: 'miami',
    customerId: CUSTOMERS.journey,
    method: 'in-app',
    source: { cardId: cards[0]?.id },
    ...EXAMPLE,
    ...members,
  })) as Payment;
}

export async function chargeBack(sandbox: Sandbox, { id }: Payment): Promise<void> {
  await sandbox.call('POST', `/v1/payments/${id}/charge-back`, { reason: 'A box was cut' });
}

/** The next void or refund goes wrong at the gateway in this way. */
export function addFault({ simulator }: Sandbox, type: 'void' | 'refund', kind: Fault['kind']): void {
  simulator.faults.add({ kind, match: { type } });
}

/** The newest payment of the company, which a story's tag is about. */
export async function newestPayment(sandbox: Sandbox, concept: Payment['concept'] = 'payment'): Promise<Payment> {
  const { payments } = (await sandbox.call('GET', '/v1/payments')) as { payments: Payment[] };
  const found = payments.find((payment) => payment.concept === concept);
  if (!found) throw new Error(`The story has no ${concept}`);
  return found;
}

export function screenOf(canvas: HTMLElement, tag: string): WindowScreen {
  const element = canvas.querySelector<HTMLElement & { updateComplete: Promise<unknown> }>(tag);
  if (!element) throw new Error(`The story shows no <${tag}>`);
  return new WindowScreen(element);
}
