import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { Kysely } from 'kysely';
import type { PaymentRequest } from '../../src/contract/payment.js';
import type { Actor } from '../../proxy/deps.js';
import type { DemoTables } from '../../proxy/komet/demo/tables.js';
import type { Komet } from '../../proxy/komet/port.js';
import { listCredits, listInvoices } from '../../proxy/operations/open-items.js';
import { deliverDue } from '../../proxy/operations/outbox.js';
import { takePayment } from '../../proxy/operations/take-payment.js';
import { closeStore, givenBackend, givenRequest, newKey, type Backend } from './given.js';
import { givenLocationAllows } from './given-orders.js';
import { refusedWith } from './refused.js';

after(closeStore);

const DAY = 86_400_000;

const take = (backend: Backend, request: PaymentRequest, actor: Actor = backend.actor()) =>
  takePayment(backend.deps)(actor, { key: newKey(), request });

const openCents = async (backend: Backend, number: string): Promise<number> => {
  const { invoices } = await listInvoices(backend.deps)(backend.actor(), { customerId: '25' });
  return invoices.find((invoice) => invoice.number === number)?.openCents ?? 0;
};

const charged = (backend: Backend): string[] => backend.booked().map((entry) => entry.amount);

/** What Komet says is left of invoice 1001, of 100.00. */
async function setBalance({ deps, companyId }: Backend, balance_cents: number): Promise<void> {
  const demo = deps.store.db as unknown as Kysely<DemoTables>;
  await demo
    .updateTable('demo_invoice')
    .set({ balance_cents })
    .where('company_id', '=', companyId)
    .where('number', '=', '1001')
    .execute();
}

/** Komet that cannot be reached when postings are due. */
const unreachable = (komet: Komet): Komet => ({
  ...komet,
  post: () => Promise.resolve({ kind: 'retry', message: 'down' }),
});

describe('the fee of a location', () => {
  async function givenFee(): Promise<Backend> {
    const backend = await givenBackend();
    const rule = { kind: 'convenience', percent_hundredths: 290, flat_cents: 30 } as const;
    await backend.deps.store.db
      .insertInto('fee_rule')
      .values({ company_id: backend.companyId, location_id: 'miami', ...rule })
      .execute();
    return backend;
  }

  test('is charged on top and is not put on an invoice', async () => {
    const backend = await givenFee();
    const { payment } = await take(backend, await givenRequest(backend, { feeCents: 320 }));
    assert.deepEqual([payment.amountCents, payment.feeCents, payment.totalCents], [10_000, 320, 10_320]);
    assert.equal(payment.appliedCents, 10_000);
    const [sale] = backend.simulator.ledger.transactions;
    assert.deepEqual([sale?.amount, sale?.fee], [10_000, 320]);
  });

  test('must be the one the clerk agreed to', async () => {
    const backend = await givenFee();
    await assert.rejects(take(backend, await givenRequest(backend)), refusedWith('fee-changed'));
    assert.deepEqual(charged(backend), []);
  });
});

describe('a discount', () => {
  const discounted = { allocations: [{ invoiceId: 'inv-1001', amountCents: 9_000, discountCents: 1_000 }] };

  test('closes an invoice without being charged', async () => {
    const backend = await givenBackend();
    const { payment } = await take(backend, await givenRequest(backend, { ...discounted, amountCents: 9_000 }));
    assert.deepEqual([payment.discountCents, payment.allocations[0]?.balanceAfterCents], [1_000, 0]);
    assert.equal(await openCents(backend, '1001'), 0);
    assert.deepEqual(charged(backend), ['90.00']);
  });

  test('is never a buyer’s to give, nor a salesperson’s', async () => {
    const backend = await givenBackend();
    await givenLocationAllows(backend);
    const request = await givenRequest(backend, { ...discounted, amountCents: 9_000, orderId: 'inv-1001' });
    const buyer = backend.actor(['Customer'], { kind: 'portal', customerId: '25' });
    await assert.rejects(take(backend, request, buyer), refusedWith('not-permitted'));
    await assert.rejects(take(backend, request, backend.actor(['Sales'])), refusedWith('not-permitted'));
    assert.deepEqual(charged(backend), []);
  });
});

describe('who pays at the confirmation of an order', () => {
  const sales = (backend: Backend) => backend.actor(['Sales']);

  test('pays it in full, today', async () => {
    const backend = await givenBackend();
    await givenLocationAllows(backend);
    const { payment } = await take(backend, await givenRequest(backend, { orderId: 'inv-1001' }), sales(backend));
    assert.deepEqual([payment.status, payment.orderId, payment.date], ['approved', 'inv-1001', '2026-11-20']);
  });

  test('cannot pay a part of it (R-5)', async () => {
    const backend = await givenBackend();
    await givenLocationAllows(backend);
    const part = {
      allocations: [{ invoiceId: 'inv-1001', amountCents: 9_999 }],
      amountCents: 9_999,
      orderId: 'inv-1001',
    };
    const request = await givenRequest(backend, part);
    await assert.rejects(take(backend, request, sales(backend)), refusedWith('rule-broken', 'partial-not-allowed'));
  });

  test('cannot date it otherwise (R-6)', async () => {
    const backend = await givenBackend();
    await givenLocationAllows(backend);
    const request = await givenRequest(backend, { orderId: 'inv-1001', date: '2026-11-19' });
    await assert.rejects(take(backend, request, sales(backend)), refusedWith('rule-broken', 'date-not-today'));
  });

  test('cannot pay invoices without an order', async () => {
    const backend = await givenBackend();
    await assert.rejects(take(backend, await givenRequest(backend), sales(backend)), refusedWith('not-permitted'));
  });
});

describe('what is open', () => {
  test('counts payments that Komet does not know yet', async () => {
    const backend = await givenBackend();
    await setBalance(backend, 5_000);
    const part = { allocations: [{ invoiceId: 'inv-1001', amountCents: 3_000 }], amountCents: 3_000 };
    const offline = { ...backend, deps: backend.with({ komet: unreachable(backend.deps.komet) }) };
    const first = await take(offline, await givenRequest(backend, part));
    assert.equal(first.payment.posting, 'pending');
    assert.equal(await openCents(backend, '1001'), 2_000);
    const more = { ...(await givenRequest(backend, part)), duplicateReason: 'second part' };
    await assert.rejects(take(backend, more), refusedWith('amount-changed'));
    backend.passTime(DAY);
    await deliverDue(backend.deps);
    assert.equal(await openCents(backend, '1001'), 2_000);
  });

  test('is read again when a posting reaches Komet between reading and locking', async () => {
    const backend = await givenBackend();
    const half = { allocations: [{ invoiceId: 'inv-1001', amountCents: 6_000 }], amountCents: 6_000 };
    const offline = { ...backend, deps: backend.with({ komet: unreachable(backend.deps.komet) }) };
    await take(offline, await givenRequest(backend, half));
    let reads = 0;
    const racing: Komet = {
      ...backend.deps.komet,
      readInvoices: async (companyId, ids) => {
        const read = await backend.deps.komet.readInvoices(companyId, ids);
        backend.passTime(60_000);
        if (++reads === 1) await deliverDue(backend.deps);
        return read;
      },
    };
    const full = { ...(await givenRequest(backend)), duplicateReason: 'the rest' };
    const deps = backend.with({ komet: racing });
    await assert.rejects(takePayment(deps)(backend.actor(), { key: newKey(), request: full }), (error) => {
      assert.deepEqual((error as { members?: { items?: unknown } }).members?.items, [
        { id: 'inv-1001', openCents: 4_000 },
      ]);
      return refusedWith('amount-changed')(error);
    });
    assert.equal(reads, 2);
    assert.deepEqual(charged(backend), ['60.00']);
  });

  test('is nothing on an invoice that was paid here and reopened by somebody else', async () => {
    const backend = await givenBackend();
    await take(backend, await givenRequest(backend));
    await setBalance(backend, 10_000);
    assert.equal(await openCents(backend, '1001'), 0);
    const again = { ...(await givenRequest(backend)), duplicateReason: 'reopened' };
    await assert.rejects(take(backend, again), refusedWith('amount-changed'));
    assert.deepEqual(charged(backend), ['100.00']);
  });
});

describe('open credits', () => {
  test('are used oldest first and keep what is left', async () => {
    const backend = await givenBackend();
    const [credit] = (await listCredits(backend.deps)(backend.actor(), { customerId: '25' })).credits;
    const part = { allocations: [{ invoiceId: 'inv-1001', amountCents: 500 }], amountCents: 0 };
    const { source: _, ...request } = await givenRequest(backend, { ...part, creditIds: [credit?.id ?? ''] });
    await take(backend, request);
    const { credits } = await listCredits(backend.deps)(backend.actor(), { customerId: '25' });
    assert.deepEqual(
      credits.map((left) => left.openCents),
      [1_500],
    );
  });

  test('are held while a payment with them is under way', async () => {
    const backend = await givenBackend();
    const [credit] = (await listCredits(backend.deps)(backend.actor(), { customerId: '25' })).credits;
    const creditIds = [credit?.id ?? ''];
    backend.simulator.faults.add({ match: { type: 'sale' }, kind: 'drop-before-booking' });
    const held = await take(backend, await givenRequest(backend, { creditIds, amountCents: 8_000 }));
    const { credits } = await listCredits(backend.deps)(backend.actor(), { customerId: '25' });
    assert.equal(credits[0]?.heldByPaymentId, held.payment.id);
    const other = { allocations: [{ invoiceId: 'inv-1002', amountCents: 15_000 }], amountCents: 13_000, creditIds };
    await assert.rejects(take(backend, await givenRequest(backend, other)), refusedWith('credit-busy'));
  });
});
