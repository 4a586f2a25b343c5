import { html } from 'lit';
import '../../../src/components/reconcile-report/reconcile-report.js';
import { todayIn } from '../../../src/components/ui/today.js';
import { batchReport } from '../../../sandbox/batch-report.js';
import { demoMerchants } from '../../../simulator/demo-merchants.js';
import { givenProvider, type Backend } from '../given-provider.js';
import { givenPayment } from '../chargeback-button/given.js';
import { call } from '../receive-payment/given.js';
import { WindowScreen } from '../window-screen.js';

/** The day at Miami: what is paid in a test is of today, and so is a batch closed in it. */
export const TODAY = todayIn('America/New_York');

/** Put together, so that no file but the simulator's holds a card number. */
const TEST_CARD = `4${'1'.repeat(15)}`;

type Settings = Parameters<typeof givenProvider>[1] & { readonly?: boolean; day?: string; to?: string };

/** The report of a day, today unless told. */
export async function givenReport({ day = TODAY, to, readonly = false, ...settings }: Settings = {}) {
  const provider = await givenProvider(
    html`<komet-reconcile-report .day=${day} .to=${to} .readonly=${readonly}></komet-reconcile-report>`,
    settings,
  );
  return new WindowScreen(provider.querySelector('komet-reconcile-report')!);
}

/** Lets the processor close the open batch at the end of this day. */
export const givenClosedBatches = (of: Backend): Promise<void> => sim(of, '/clock/advance', { ms: 86_400_000 });

/** The processor takes long, once, to list its transactions. */
export const givenSlowLists = (of: Backend): Promise<void> =>
  sim(of, '/faults', { kind: 'delay', ms: 6_000, match: { method: 'GET', path: '/rest/v2/transactions' } });

/** A sale typed directly into the processor's own terminal. */
export async function givenKeyedSale(of: Backend, amount: string): Promise<void> {
  const { apiKey } = demoMerchants[0]!.terminals[0]!;
  await fetch(`${of.simulatorUrl}/rest/v2/transactions/sale`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'api-key': apiKey },
    body: JSON.stringify({
      type: 'SALE',
      amount,
      card: TEST_CARD,
      'exp-date': '1230',
      csc: '999',
      'software-type': 'vt',
      'software-type-version': '1',
    }),
  });
}

async function sim(of: Backend, path: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  await fetch(`${of.simulatorUrl}/__sim${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
}

/** Today, compared with a saved report: a payment of 250.00 in batch 7, and a sale of 23.10 in batch 8 that Komet doesn't have. */
export async function givenUploadedDay(of: Backend): Promise<void> {
  const { transactionId = '' } = await givenPayment(of);
  const lines = [`${transactionId},Sale,Approved,250.00,${TODAY},7,T1`, `777,Sale,Approved,23.10,${TODAY},8,T1`];
  await call(of, 'POST', '/v1/reconciliations', { locationId: 'miami', day: TODAY, upload: batchReport(lines) });
}
