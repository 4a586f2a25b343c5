import assert from 'node:assert/strict';
import { sql } from 'kysely';
import type { ChargeBackRequest } from '../../../src/contract/charge-back.js';
import type { Payment, PaymentRequest } from '../../../src/contract/payment.js';
import { chargeBack } from '../../../proxy/operations/charge-back/charge-back.js';
import { previewChargeBack } from '../../../proxy/operations/charge-back/preview.js';
import { listCredits, listInvoices } from '../../../proxy/operations/open-items.js';
import { deliverDue } from '../../../proxy/operations/outbox.js';
import { readPayment } from '../../../proxy/operations/read-payment.js';
import { sweep } from '../../../proxy/operations/recover.js';
import type { ReversalAnswer } from '../../../proxy/operations/reversal/answer.js';
import { takePayment } from '../../../proxy/operations/take-payment.js';
import type { Deps } from '../../../proxy/deps.js';
import type { Store } from '../../../proxy/store/store.js';
import { miamiApiKey } from '../../../simulator/demo-merchants.js';
import { givenBackend, givenRequest, newKey, type Backend } from '../given.js';

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

/** A company with its journey customer, and what a clerk there does. */
export interface Desk {
  readonly backend: Backend;
  pay(members?: Partial<PaymentRequest>): Promise<Payment>;
  chargeBack(paymentId: string, request?: Partial<ChargeBackRequest>, with_?: Using): Promise<ReversalAnswer>;
  preview(paymentId: string, date?: string): ReturnType<ReturnType<typeof previewChargeBack>>;
  read(paymentId: string): Promise<Payment>;
  /** What is open on the customer's invoices, by number, and on the credits. */
  open(): Promise<Record<string, number>>;
  /** Sales less what was voided and refunded, in cents. */
  gatewayNet(): number;
  /** What the books say the cards paid, in cents. */
  booksNet(): Promise<number>;
  holds(): Promise<number>;
  /** Items whose use in the proxy's books differs from the sum of the payments' lines, or from Komet's own balance. */
  differences(): Promise<unknown[]>;
  sweepAfter(milliseconds: number): Promise<void>;
  closeBatches(): Promise<void>;
  /** Somebody takes a sale back in the processor's own screens. */
  atProcessor(kind: 'void' | 'refund', transactionId: string, amountCents: number): Promise<void>;
}

export interface Using {
  readonly key?: string;
  readonly deps?: Deps;
}

export async function givenDesk(store?: Store): Promise<Desk> {
  const backend = await givenBackend(store);
  const { companyId } = backend;
  return {
    backend,
    pay: async (members) => {
      const request = await givenRequest(backend, members);
      const taken = await takePayment(backend.deps)(backend.actor(), { key: newKey(), request });
      await taken.settled;
      return taken.payment;
    },
    chargeBack: (paymentId, request = {}, { key = newKey(), deps = backend.deps } = {}) =>
      chargeBack(deps)(backend.actor(['Cashier'], { id: 'cy', name: 'Cy Vega' }), {
        key,
        paymentId,
        request: { reason: 'Box was cut', ...request },
      }),
    preview: (paymentId, date) => previewChargeBack(backend.deps)(backend.actor(), { paymentId, date }),
    read: (paymentId) => readPayment(backend.deps)(backend.actor(), paymentId),
    open: () => openItems(backend),
    gatewayNet: () => netOf(backend),
    booksNet: async () => {
      const { rows } = await sql<{ cents: number }>`
        select coalesce(sum(amount_cents + fee_cents), 0)::bigint as cents from payment where company_id = ${companyId}
        and status in ('approved', 'charged-back')`.execute(backend.deps.store.db);
      return rows[0]?.cents ?? 0;
    },
    holds: async () => {
      const { rows } = await sql<{ n: number }>`
        select count(*)::int as n from hold where company_id = ${companyId}`.execute(backend.deps.store.db);
      return rows[0]?.n ?? 0;
    },
    differences: () => differencesOf(backend),
    sweepAfter: async (milliseconds) => {
      backend.passTime(milliseconds);
      await sweep(backend.deps);
      await deliverDue(backend.deps);
    },
    atProcessor: async (kind, transactionId, amountCents) => {
      const outcome = await backend.deps.gateway[kind](
        { apiKey: miamiApiKey },
        { orderId: `vt-${transactionId}`, transactionId, amountCents },
      );
      assert.equal(outcome.kind, 'approved');
    },
    closeBatches: async () => {
      await backend.simulator.fetch(new Request('http://gateway.test/__sim/batches/close', { method: 'POST' }));
    },
  };
}

async function openItems({ deps, actor }: Backend): Promise<Record<string, number>> {
  const { invoices } = await listInvoices(deps)(actor(), { customerId: '25' });
  const { credits } = await listCredits(deps)(actor(), { customerId: '25' });
  return Object.fromEntries([...invoices, ...credits].map((item) => [item.number, item.openCents]));
}

async function differencesOf({ deps, companyId }: Backend): Promise<unknown[]> {
  const { rows } = await sql`
    with line as (
      select 'invoice' as kind, invoice_id as item_id, payment_id, amount_cents + discount_cents as cents
      from payment_allocation where company_id = ${companyId}
      union all select 'credit', credit_id, payment_id, amount_cents from payment_credit where company_id = ${companyId}
      union all select 'credit', 'op-' || reversal_of_id, id, -overpayment_cents from payment
      where company_id = ${companyId} and concept = 'charge-back' and overpayment_cents < 0
    ), used as (
      select kind, item_id, sum(cents) as cents from line join payment on payment.company_id = ${companyId}
      and payment.id = line.payment_id where payment.status in ('approved', 'charged-back') group by kind, item_id
    )
    select kind, item_id, used_cents, cents, balance from (
      select account.kind, account.item_id, account.used_cents, coalesce(used.cents, 0) as cents,
        coalesce(invoice.balance_cents, credit.balance_cents) as balance, account.total_cents
      from item_account account left join used using (kind, item_id)
      left join demo_invoice invoice on invoice.company_id = ${companyId} and invoice.id = account.item_id
      left join demo_credit credit on credit.company_id = ${companyId} and credit.id = account.item_id
      where account.company_id = ${companyId}
    ) as item where used_cents <> cents or total_cents - used_cents <> balance`.execute(deps.store.db);
  return rows;
}

function netOf({ simulator }: Backend): number {
  const { transactions } = simulator.ledger;
  return transactions
    .filter(({ approved, voided, type }) => approved && !voided && (type === 'SALE' || type === 'REFUND'))
    .reduce((net, { type, amount, fee }) => net + (type === 'SALE' ? amount + fee : -amount), 0);
}

export const line = (number: string, amountCents: number, discountCents?: number) => ({
  invoiceId: `inv-${number}`,
  amountCents,
  ...(discountCents !== undefined && { discountCents }),
});
