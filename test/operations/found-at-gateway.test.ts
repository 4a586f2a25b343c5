import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { GatewayTransaction, PaymentGateway, SearchOutcome } from '../../proxy/gateway/port.js';
import { listInvoices } from '../../proxy/operations/open-items.js';
import { readPayment } from '../../proxy/operations/read-payment.js';
import { adoptOrphans, sweep } from '../../proxy/operations/recover.js';
import { takePayment } from '../../proxy/operations/take-payment.js';
import { closeStore, givenBackend, givenRequest, newKey, type Backend } from './given.js';

after(closeStore);

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const found = (id: string, members: Partial<GatewayTransaction> = {}): GatewayTransaction => ({
  id,
  type: 'sale',
  result: 'approved',
  amountCents: 10_000,
  tipCents: 0,
  feeCents: 0,
  voided: false,
  settled: false,
  pending: false,
  ...members,
});

interface Lost {
  readonly backend: Backend;
  readonly paymentId: string;
  /** How often the gateway was asked. */
  searches(): number;
  /** What a search by the payment's order-id answers from now on. */
  finds(...transactions: GatewayTransaction[]): void;
  cannotSearch(): void;
  look(afterMs: number): Promise<Awaited<ReturnType<ReturnType<typeof readPayment>>>>;
}

/** A payment of 100.00 on invoice 1001 whose answer was lost, and a gateway that finds what the test says. */
async function givenLostAnswer(): Promise<Lost> {
  const backend = await givenBackend();
  let searches = 0;
  let outcome: SearchOutcome = { kind: 'answered', transactions: [] };
  const gateway: PaymentGateway = {
    ...backend.deps.gateway,
    sale: () => Promise.resolve({ kind: 'unknown', reason: 'timeout' }),
    findByOrderId: () => {
      searches += 1;
      return Promise.resolve(outcome);
    },
  };
  const deps = backend.with({ gateway });
  const request = await givenRequest(backend);
  const { payment } = await takePayment(deps)(backend.actor(), { key: newKey(), request });
  return {
    backend,
    paymentId: payment.id,
    searches: () => searches,
    finds: (...transactions) => (outcome = { kind: 'answered', transactions }),
    cannotSearch: () => (outcome = { kind: 'failed' }),
    look: async (afterMs) => {
      backend.passTime(afterMs);
      await sweep(deps);
      return readPayment(deps)(backend.actor(), payment.id);
    },
  };
}

async function isHeld({ backend, paymentId }: Lost): Promise<boolean> {
  const { invoices } = await listInvoices(backend.deps)(backend.actor(), { customerId: '25' });
  return invoices.find((invoice) => invoice.number === '1001')?.heldByPaymentId === paymentId;
}

describe('a sale whose answer was lost', () => {
  test('is declined when the gateway declined it', async () => {
    const lost = await givenLostAnswer();
    lost.finds(found('9', { result: 'declined', cause: 'insufficient-funds', resultCode: '012' }));
    const payment = await lost.look(5_000);
    assert.deepEqual([payment.status, payment.decline], ['declined', { cause: 'insufficient-funds', code: '012' }]);
    assert.equal(await isHeld(lost), false);
  });

  test('is approved when a card was declined and another approved under it', async () => {
    const lost = await givenLostAnswer();
    lost.finds(found('9', { result: 'declined', cause: 'declined' }), found('10'));
    const payment = await lost.look(5_000);
    assert.deepEqual([payment.status, payment.transactionId], ['approved', '10']);
  });

  test('failed when somebody voided it at the gateway', async () => {
    const lost = await givenLostAnswer();
    lost.finds(found('9', { voided: true }));
    assert.equal((await lost.look(5_000)).status, 'failed');
    assert.equal(await isHeld(lost), false);
  });

  for (const [what, transactions] of [
    ['two approved sales are found', [found('9'), found('10')]],
    ['another amount is found', [found('9', { amountCents: 9_999 })]],
    ['a fee is found that was not asked for', [found('9', { amountCents: 9_900, feeCents: 100 })]],
    ['something else than a sale is found', [found('9', { type: 'auth' })]],
  ] as const) {
    test(`waits for a person, still held, when ${what}`, async () => {
      const lost = await givenLostAnswer();
      lost.finds(...transactions);
      const payment = await lost.look(5_000);
      assert.deepEqual([payment.status, payment.needsReview], ['unknown', true]);
      assert.equal(await isHeld(lost), true);
    });
  }

  test('waits for a person when its transaction is booked under another payment', async () => {
    const lost = await givenLostAnswer();
    const { backend } = lost;
    const other = await givenRequest(backend, {
      allocations: [{ invoiceId: 'inv-1002', amountCents: 15_000 }],
      amountCents: 15_000,
    });
    const taken = await takePayment(backend.deps)(backend.actor(), { key: newKey(), request: other });
    lost.finds(found(taken.payment.transactionId ?? ''));
    const payment = await lost.look(5_000);
    assert.deepEqual([payment.status, payment.needsReview], ['unknown', true]);
    assert.equal(await isHeld(lost), true);
  });

  test('is no longer under review once a later search settles it', async () => {
    const lost = await givenLostAnswer();
    lost.cannotSearch();
    assert.equal((await lost.look(25 * HOUR)).needsReview, true);
    lost.finds(found('9'));
    const payment = await lost.look(HOUR);
    assert.deepEqual([payment.status, payment.needsReview], ['approved', false]);
  });

  test('is looked for about once an hour while a person is awaited', async () => {
    const lost = await givenLostAnswer();
    lost.finds(found('9', { amountCents: 1 }));
    await lost.look(5_000);
    const before = lost.searches();
    for (let look = 0; look < 12; look++) await lost.look(10 * MINUTE);
    assert.ok(lost.searches() - before <= 3, `asked ${String(lost.searches() - before)} times in two hours`);
  });

  test('stays with the person when the gateway says at last that it has nothing', async () => {
    const lost = await givenLostAnswer();
    lost.cannotSearch();
    await lost.look(25 * HOUR);
    lost.finds();
    for (let hour = 0; hour < 5; hour++) await lost.look(HOUR);
    const payment = await lost.look(HOUR);
    assert.deepEqual([payment.status, payment.needsReview], ['unknown', true]);
    assert.equal(await isHeld(lost), true);
  });
});

describe('an answer that arrives after recovery has looked', () => {
  async function givenSlowAnswer() {
    const backend = await givenBackend();
    let answer: () => void = () => undefined;
    const answered = new Promise<void>((resolve) => (answer = resolve));
    let sent: () => void = () => undefined;
    const sending = new Promise<void>((resolve) => (sent = resolve));
    const slow: PaymentGateway = {
      ...backend.deps.gateway,
      sale: async (...call) => {
        const outcome = await backend.deps.gateway.sale(...call);
        sent();
        await answered;
        return outcome;
      },
    };
    const request = await givenRequest(backend);
    const taking = takePayment(backend.with({ gateway: slow }))(backend.actor(), { key: newKey(), request });
    await sending;
    return { backend, taking, answer: () => answer() };
  }

  test('is booked although the payment stands as unknown by then', async () => {
    const { backend, taking, answer } = await givenSlowAnswer();
    const cannotSearch: PaymentGateway = {
      ...backend.deps.gateway,
      findByOrderId: () => Promise.resolve({ kind: 'failed' }),
    };
    await adoptOrphans(backend.deps);
    await sweep(backend.with({ gateway: cannotSearch }));
    answer();
    assert.equal((await taking).payment.status, 'approved');
  });

  test('is not booked a second time when recovery has booked it', async () => {
    const { backend, taking, answer } = await givenSlowAnswer();
    await adoptOrphans(backend.deps);
    await sweep(backend.deps);
    answer();
    const { status, payment } = await taking;
    assert.deepEqual([status, payment.status], [201, 'approved']);
    const { db } = backend.deps.store;
    const item = await db
      .selectFrom('item_account')
      .select('used_cents')
      .where('company_id', '=', backend.companyId)
      .where('item_id', '=', 'inv-1001')
      .executeTakeFirst();
    assert.equal(item?.used_cents, 10_000);
    const postings = await db.selectFrom('outbox').where('company_id', '=', backend.companyId).select('id').execute();
    assert.equal(postings.length, 1);
  });
});
