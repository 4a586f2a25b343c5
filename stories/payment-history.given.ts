import type { Sandbox } from '../sandbox/sandbox.js';
import { CUSTOMERS, storeCard } from './receive-payment.given.js';

export { CUSTOMERS } from './receive-payment.given.js';

const PAYMENTS = [
  [
    ['inv-1001', 10_000],
    ['inv-1002', 15_000],
  ],
  [['inv-1003', 4_000]],
  [['inv-1004', 41_250]],
] as const;

/** Three payments with a stored card; the last was charged back. */
export async function givenPayments(sandbox: Sandbox): Promise<void> {
  await storeCard(sandbox);
  const customerId = CUSTOMERS.journey;
  const { cards } = (await sandbox.call('GET', `/v1/customers/${customerId}/cards`)) as { cards: { id: string }[] };
  let last = '';
  for (const lines of PAYMENTS) {
    const allocations = lines.map(([invoiceId, amountCents]) => ({ invoiceId, amountCents }));
    const payment = (await sandbox.call('POST', '/v1/payments', {
      locationId: 'miami',
      customerId,
      method: 'in-app',
      source: { cardId: cards[0]?.id },
      allocations,
      amountCents: allocations.reduce((sum, line) => sum + line.amountCents, 0),
    })) as { id: string };
    last = payment.id;
  }
  await sandbox.call('POST', `/v1/payments/${last}/charge-back`, { reason: 'The box never arrived' });
}
