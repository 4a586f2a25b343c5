import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { ProblemError } from '../../proxy/problem-error.js';
import { listCards } from '../../proxy/operations/cards.js';
import { listCredits, listInvoices } from '../../proxy/operations/open-items.js';
import { takePayment } from '../../proxy/operations/take-payment.js';
import { closeStore, givenBackend, givenRequest, newKey, type Backend } from './given.js';

after(closeStore);

const openCents = async (backend: Backend, number: string): Promise<number> => {
  const { invoices } = await listInvoices(backend.deps)(backend.actor(), { customerId: '25' });
  return invoices.find((invoice) => invoice.number === number)?.openCents ?? 0;
};

const refusedWith = (code: string, rule?: string) => (error: unknown) => {
  assert.ok(error instanceof ProblemError, String(error));
  assert.equal(error.code, code);
  if (rule) assert.equal(error.members.rule, rule);
  return true;
};

describe('taking a payment', () => {
  test('example 1: one card payment settles several invoices', async () => {
    const backend = await givenBackend();
    const request = await givenRequest(backend, {
      allocations: [
        { invoiceId: 'inv-1001', amountCents: 10_000 },
        { invoiceId: 'inv-1002', amountCents: 15_000 },
      ],
      amountCents: 25_000,
    });
    const { status, payment } = await takePayment(backend.deps)(backend.actor(), { key: newKey(), request });
    assert.equal(status, 201);
    assert.equal(payment.totalCents, 25_000);
    assert.equal(payment.posting, 'posted');
    assert.deepEqual(
      payment.allocations.map((line) => line.balanceAfterCents),
      [0, 0],
    );
    assert.equal(await openCents(backend, '1001'), 0);
    assert.deepEqual(backend.booked(), [{ type: 'SALE', amount: '250.00', orderId: payment.id }]);
  });

  test('example 2: a partial payment leaves the rest of the invoice open', async () => {
    const backend = await givenBackend();
    const request = await givenRequest(backend, {
      allocations: [{ invoiceId: 'inv-1001', amountCents: 6_000 }],
      amountCents: 6_000,
    });
    await takePayment(backend.deps)(backend.actor(), { key: newKey(), request });
    assert.equal(await openCents(backend, '1001'), 4_000);
  });

  test('example 3: an overpayment becomes an open credit once it is confirmed', async () => {
    const backend = await givenBackend();
    const lines = { allocations: [{ invoiceId: 'inv-1001', amountCents: 10_000 }], amountCents: 15_000 };
    const take = takePayment(backend.deps);
    const request = await givenRequest(backend, lines);
    await assert.rejects(
      take(backend.actor(), { key: newKey(), request }),
      refusedWith('rule-broken', 'overpayment-not-confirmed'),
    );
    await take(backend.actor(), { key: newKey(), request: { ...request, overpaymentCents: 5_000 } });
    const { credits } = await listCredits(backend.deps)(backend.actor(), { customerId: '25' });
    assert.deepEqual(credits.map((credit) => [credit.kind, credit.openCents]).at(-1), ['overpayment', 5_000]);
  });

  test('example 4: the card pays what a credit does not cover', async () => {
    const backend = await givenBackend();
    const [credit] = (await listCredits(backend.deps)(backend.actor(), { customerId: '25' })).credits;
    const request = await givenRequest(backend, {
      allocations: [{ invoiceId: 'inv-1003', amountCents: 7_500 }],
      creditIds: [credit?.id ?? ''],
      amountCents: 5_500,
    });
    const { payment } = await takePayment(backend.deps)(backend.actor(), { key: newKey(), request });
    assert.equal(payment.creditsAppliedCents, 2_000);
    assert.deepEqual(
      backend.booked().map((entry) => entry.amount),
      ['55.00'],
    );
    assert.deepEqual((await listCredits(backend.deps)(backend.actor(), { customerId: '25' })).credits, []);
  });

  test('asks the gateway for nothing when credits cover everything', async () => {
    const backend = await givenBackend();
    const [credit] = (await listCredits(backend.deps)(backend.actor(), { customerId: '25' })).credits;
    const { status, payment } = await takePayment(backend.deps)(backend.actor(), {
      key: newKey(),
      request: {
        locationId: 'miami',
        customerId: '25',
        method: 'in-app',
        allocations: [{ invoiceId: 'inv-1003', amountCents: 2_000 }],
        creditIds: [credit?.id ?? ''],
        amountCents: 0,
      },
    });
    assert.equal(status, 201);
    assert.equal(payment.totalCents, 0);
    assert.deepEqual(backend.booked(), []);
  });

  test('saves the card while paying and charges it again later', async () => {
    const backend = await givenBackend();
    const request = await givenRequest(backend, {
      source: { cardToken: await backend.cardToken(), saveCard: true, description: 'Office Visa' },
    });
    const { payment } = await takePayment(backend.deps)(backend.actor(), { key: newKey(), request });
    assert.equal(payment.savedCard?.status, 'saved');
    const { cards } = await listCards(backend.deps)(backend.actor(), { customerId: '25', locationId: 'miami' });
    assert.deepEqual(
      cards.map((card) => [card.description, card.last4, card.primary]),
      [['Office Visa', '1111', true]],
    );
    const again = await givenRequest(backend, {
      source: { cardId: cards[0]?.id ?? '' },
      allocations: [{ invoiceId: 'inv-1003', amountCents: 4_000 }],
      amountCents: 4_000,
    });
    const second = await takePayment(backend.deps)(backend.actor(), { key: newKey(), request: again });
    assert.equal(second.status, 201);
    assert.equal(await openCents(backend, '1003'), 3_500);
  });

  test('tells a decline by its cause and leaves the invoice open', async () => {
    const backend = await givenBackend();
    const request = await givenRequest(backend, {
      allocations: [{ invoiceId: 'inv-1001', amountCents: 21 }],
      amountCents: 21,
    });
    const { status, payment } = await takePayment(backend.deps)(backend.actor(), { key: newKey(), request });
    assert.equal(status, 402);
    assert.equal(payment.decline?.cause, 'insufficient-funds');
    assert.equal(await openCents(backend, '1001'), 10_000);
    assert.deepEqual(
      await backend.deps.store.db.selectFrom('hold').selectAll().where('company_id', '=', backend.companyId).execute(),
      [],
    );
  });
});

describe('a repeated request', () => {
  test('charges once when it is sent twice at the same time', async () => {
    const backend = await givenBackend();
    const input = { key: newKey(), request: await givenRequest(backend) };
    const answers = await Promise.allSettled([1, 2, 3].map(() => takePayment(backend.deps)(backend.actor(), input)));
    assert.equal(backend.booked().length, 1);
    assert.ok(answers.some((answer) => answer.status === 'fulfilled' && answer.value.status === 201));
    for (const answer of answers) if (answer.status === 'rejected') refusedWith('request-in-progress')(answer.reason);
  });

  test('gets the first final answer again, word for word', async () => {
    const backend = await givenBackend();
    const input = { key: newKey(), request: await givenRequest(backend) };
    const first = await takePayment(backend.deps)(backend.actor(), input);
    const second = await takePayment(backend.deps)(backend.actor(), input);
    assert.equal(second.replayed, true);
    assert.equal(JSON.stringify(second.payment), JSON.stringify(first.payment));
    assert.equal(backend.booked().length, 1);
  });

  test('is refused when the key comes with another request', async () => {
    const backend = await givenBackend();
    const key = newKey();
    const request = await givenRequest(backend);
    await takePayment(backend.deps)(backend.actor(), { key, request });
    const other = { ...request, notes: 'another' };
    await assert.rejects(
      takePayment(backend.deps)(backend.actor(), { key, request: other }),
      refusedWith('idempotency-key-reused'),
    );
  });

  test('is not answered to somebody who may not see the payment', async () => {
    const backend = await givenBackend();
    const input = { key: newKey(), request: await givenRequest(backend) };
    await takePayment(backend.deps)(backend.actor(), input);
    const stranger = backend.actor(['Customer'], { kind: 'portal', customerId: '100' });
    await assert.rejects(takePayment(backend.deps)(stranger, input), refusedWith('not-found'));
  });
});

describe('what a payment may not do', () => {
  const cases: [string, Parameters<typeof givenRequest>[1], string, string?][] = [
    [
      'take more than is open on an invoice',
      { allocations: [{ invoiceId: 'inv-1001', amountCents: 10_001 }], amountCents: 10_001 },
      'amount-changed',
    ],
    [
      'pay an invoice of another location',
      { allocations: [{ invoiceId: 'inv-1901', amountCents: 100 }], amountCents: 100 },
      'rule-broken',
      'invoice-of-other-location',
    ],
    [
      'pay an unknown invoice',
      { allocations: [{ invoiceId: 'inv-0', amountCents: 100 }], amountCents: 100 },
      'rule-broken',
      'invoice-of-other-customer',
    ],
    ['pay less than it applies', { amountCents: 9_999 }, 'rule-broken', 'allocations-exceed-payment'],
    ['be dated tomorrow', { date: '2026-11-21' }, 'rule-broken', 'date-in-future'],
    ['use a card that is not there', { source: { cardId: 'nobody' } }, 'not-found'],
    ['add a fee that was not agreed', { feeCents: 290 }, 'fee-changed'],
    [
      'be taken where cards are not set up (R-1)',
      { locationId: 'bogota', allocations: [], amountCents: 100, overpaymentCents: 100 },
      'not-ready-to-charge',
    ],
    [
      'be for an inactive customer',
      { customerId: '28', allocations: [], amountCents: 100, overpaymentCents: 100 },
      'rule-broken',
      'customer-inactive',
    ],
    [
      'be for a customer of another currency (R-2)',
      { customerId: '29', allocations: [], amountCents: 100, overpaymentCents: 100 },
      'rule-broken',
      'currency-not-usd',
    ],
    ['use a terminal of nowhere (R-11)', { method: 'pos-terminal', source: { terminalId: 'elsewhere' } }, 'not-found'],
  ];
  for (const [name, members, code, rule] of cases) {
    test(name, async () => {
      const backend = await givenBackend();
      const request = await givenRequest(backend, members);
      await assert.rejects(
        takePayment(backend.deps)(backend.actor(), { key: newKey(), request }),
        refusedWith(code, rule),
      );
      assert.deepEqual(
        await backend.deps.store.db
          .selectFrom('payment')
          .select('id')
          .where('company_id', '=', backend.companyId)
          .execute(),
        [],
      );
      assert.deepEqual(backend.booked(), []);
    });
  }

  test('happen twice within minutes without a reason', async () => {
    const backend = await givenBackend();
    const half = { allocations: [{ invoiceId: 'inv-1001', amountCents: 5_000 }], amountCents: 5_000 };
    await takePayment(backend.deps)(backend.actor(), { key: newKey(), request: await givenRequest(backend, half) });
    const again = await givenRequest(backend, half);
    await assert.rejects(
      takePayment(backend.deps)(backend.actor(), { key: newKey(), request: again }),
      refusedWith('rule-broken', 'suspected-duplicate'),
    );
    const reasoned = { ...again, duplicateReason: 'Second instalment' };
    assert.equal((await takePayment(backend.deps)(backend.actor(), { key: newKey(), request: reasoned })).status, 201);
  });
});
