import { batchReport } from '../sandbox/batch-report.js';
import type { Sandbox } from '../sandbox/sandbox.js';
import { demoMerchants } from '../simulator/demo-merchants.js';
import { todayIn } from '../src/components/ui/today.js';
import type { Payment } from '../src/contract/payment.js';
import { CUSTOMERS, storeCard } from './receive-payment.given.js';

/** The day at Miami: what a story pays is of today, and so is the batch it is settled in. */
export const TODAY = todayIn('America/New_York');

const testCard = `4${'1'.repeat(15)}`;

async function gateway(sandbox: Sandbox, path: string, body: object): Promise<void> {
  const { apiKey } = demoMerchants[0]?.terminals[0] ?? { apiKey: '' };
  const headers = { 'content-type': 'application/json', 'api-key': apiKey };
  const init = { method: 'POST', headers, body: JSON.stringify(body) };
  await sandbox.simulator.fetch(new Request(`https://gateway.invalid${path}`, init));
}

async function pay(sandbox: Sandbox, invoiceId: string, amountCents: number): Promise<Payment> {
  const { cards } = (await sandbox.call('GET', `/v1/customers/${CUSTOMERS.journey}/cards`)) as {
    cards: { id: string }[];
  };
  return (await sandbox.call('POST', '/v1/payments', {
    locationId: 'miami',
    customerId: CUSTOMERS.journey,
    method: 'in-app',
    source: { cardId: cards[0]?.id },
    allocations: [{ invoiceId, amountCents }],
    amountCents,
  })) as Payment;
}

/** Two payments of today, in a batch that is still open. */
export async function openDay(sandbox: Sandbox): Promise<Payment[]> {
  await storeCard(sandbox);
  return [await pay(sandbox, 'inv-1001', 10_000), await pay(sandbox, 'inv-1002', 15_000)];
}

/** The same, and their batch closed at the end of the day. */
export async function balancedDay(sandbox: Sandbox): Promise<void> {
  await openDay(sandbox);
  await gateway(sandbox, '/__sim/clock/advance', { ms: 86_400_000 });
}

/** The same, and a sale that was typed into the Virtual Terminal. */
export async function dayOff(sandbox: Sandbox): Promise<void> {
  const sale = { type: 'SALE', amount: '23.10', card: testCard, 'exp-date': '1230', csc: '999' };
  await gateway(sandbox, '/rest/v2/transactions/sale', {
    ...sale,
    'software-type': 'vt',
    'software-type-version': '1',
  });
  await balancedDay(sandbox);
}

/** The same two payments by a saved report: each in a batch of its own, the second settled with 1.00 more. */
export async function twoBatches(sandbox: Sandbox): Promise<void> {
  const [one, two] = (await openDay(sandbox)).map(({ transactionId = '' }) => transactionId);
  const lines = [`${one},Sale,Approved,100.00,${TODAY},7,`, `${two},Sale,Approved,151.00,${TODAY},8,`];
  await sandbox.call('POST', '/v1/reconciliations', { locationId: 'miami', day: TODAY, upload: batchReport(lines) });
}
