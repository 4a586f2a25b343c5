import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import type { Deps } from '../../proxy/deps.js';
import type { PaymentGateway } from '../../proxy/gateway/port.js';
import { keepCard } from '../../proxy/operations/card-rows.js';
import { listCards } from '../../proxy/operations/cards.js';
import { listPayments } from '../../proxy/operations/list-payments.js';
import { sweep } from '../../proxy/operations/recover.js';
import { takePayment } from '../../proxy/operations/take-payment.js';
import { deleteTerminal } from '../../proxy/operations/terminals/terminals.js';
import { ProblemError } from '../../proxy/problem-error.js';
import { postgresDialect } from '../../proxy/store/postgres.js';
import type { Store } from '../../proxy/store/store.js';
import { createDatabase } from '../store/database.js';
import { givenBackend, givenRequest, holdReader, newKey, openStoreOn } from './given.js';
import { refusedWith } from './refused.js';
import { untilWaiting } from './until-waiting.js';

describe('two replicas on one PostgreSQL', () => {
  let stores: Store[] = [];
  before(async () => {
    const url = await createDatabase();
    stores = [await openStoreOn(postgresDialect(url)), await openStoreOn(postgresDialect(url))];
  });
  after(() => Promise.all(stores.map((store) => store.close())));

  const replicasOf = (deps: Deps): Deps[] => stores.map((store) => ({ ...deps, store }));

  test('charge once when many clerks pay the same invoice at once', async () => {
    const backend = await givenBackend(stores[0]);
    const replicas = replicasOf(backend.deps);
    const requests = await Promise.all(Array.from({ length: 24 }, () => givenRequest(backend)));
    const answers = await Promise.allSettled(
      requests.map((request, index) =>
        takePayment(replicas[index % 2] as Deps)(backend.actor(), { key: newKey(), request }),
      ),
    );
    const approved = answers.filter((answer) => answer.status === 'fulfilled' && answer.value.status === 201);
    assert.equal(approved.length, 1);
    assert.equal(backend.booked().length, 1);
    for (const answer of answers) {
      if (answer.status === 'rejected') assert.ok(answer.reason instanceof ProblemError, String(answer.reason));
    }
  });

  test('take no terminal away between the check of a payment and its charge', async () => {
    for (let round = 0; round < 6; round += 1) {
      const backend = await givenBackend(stores[0]);
      await holdReader(backend);
      const [one, two] = replicasOf(backend.deps) as [Deps, Deps];
      const request = await givenRequest(backend, { method: 'pos-terminal', source: { terminalId: 'counter' } });
      const paid = takePayment(one)(backend.actor(), { key: newKey(), request });
      const [payment, removal] = await Promise.allSettled([
        paid,
        deleteTerminal(two)(backend.actor(['Setup']), { key: newKey(), terminalId: 'counter' }),
      ]);
      // Gone before the payment looked for it, or between that look and the charge.
      if (payment.status === 'rejected') {
        const { code } = payment.reason as ProblemError;
        assert.ok(['not-found', 'not-ready-to-charge'].includes(code), code);
      }
      if (removal.status === 'rejected') refusedWith('rule-broken', 'terminal-in-use')(removal.reason);
      assert.notEqual(payment.status, removal.status, `round ${round}`);
    }
  });

  test('charge once when one decision reaches both of them', async () => {
    const backend = await givenBackend(stores[0]);
    const input = { key: newKey(), request: await givenRequest(backend) };
    const answers = await Promise.allSettled(
      [0, 1, 0, 1, 0, 1].map((replica) =>
        takePayment(replicasOf(backend.deps)[replica] as Deps)(backend.actor(), input),
      ),
    );
    assert.equal(backend.booked().length, 1);
    for (const answer of answers) {
      if (answer.status === 'rejected') refusedWith('request-in-progress')(answer.reason);
      else assert.equal(answer.value.payment.status, 'approved');
    }
  });

  test('book a payment whose card becomes the first one at the same moment as another', async () => {
    const backend = await givenBackend(stores[0]);
    const [one, two] = stores as [Store, Store];
    const request = await givenRequest(backend, {
      source: { cardToken: await backend.cardToken('5499740000000057'), saveCard: true },
    });
    const vaultCard = { vaultId: '1111', brand: 'visa', last4: '1111' } as const;
    const place = { companyId: backend.companyId, customerId: '25', locationId: 'miami', accountId: 'miami' };
    const made = { description: '', createdAt: '2026-11-20T15:00:00.000Z', createdBy: 'ana' };
    const taking = await one.transaction(async (tx) => {
      await keepCard(tx, { ...place, ...made, id: 'c1', vaultCard });
      const deps = { ...backend.deps, store: two };
      const running = takePayment(deps)(backend.actor(), { key: newKey(), request });
      await untilWaiting(two);
      return { running };
    });
    const { status, payment } = await taking.running;
    assert.deepEqual([status, payment.savedCard?.status], [201, 'saved']);
    const { cards } = await listCards(backend.deps)(backend.actor(), { customerId: '25' });
    assert.deepEqual(
      cards.map((card) => [card.last4, card.primary]),
      [
        ['1111', true],
        ['0057', false],
      ],
    );
  });

  test('look up each lost answer once', async () => {
    const backend = await givenBackend(stores[0]);
    backend.simulator.faults.add({ match: { type: 'sale' }, kind: 'drop-after-booking' });
    await takePayment(backend.deps)(backend.actor(), { key: newKey(), request: await givenRequest(backend) });
    let searches = 0;
    const gateway: PaymentGateway = {
      ...backend.deps.gateway,
      findByOrderId: (...call) => {
        searches += 1;
        return backend.deps.gateway.findByOrderId(...call);
      },
    };
    backend.passTime(5_000);
    await Promise.all(replicasOf(backend.deps).map((deps) => sweep({ ...deps, gateway })));
    assert.equal(searches, 1);
    const { payments } = await listPayments(backend.deps)(backend.actor(), {});
    assert.deepEqual(
      payments.map((payment) => payment.status),
      ['approved'],
    );
  });

  test('never put more on an invoice than is open, whatever overlaps', async () => {
    const invoiceIds = ['inv-1001', 'inv-1002', 'inv-1003', 'inv-1004'];
    const line = fc.record({
      invoiceId: fc.constantFrom(...invoiceIds),
      amountCents: fc.integer({ min: 100, max: 20_000 }),
    });
    const decision = fc.uniqueArray(line, { minLength: 1, maxLength: 4, selector: (one) => one.invoiceId });
    await fc.assert(
      fc.asyncProperty(fc.array(decision, { minLength: 2, maxLength: 10 }), async (decisions) => {
        const backend = await givenBackend(stores[0]);
        const replicas = replicasOf(backend.deps);
        const requests = await Promise.all(
          decisions.map((allocations) =>
            givenRequest(backend, {
              allocations,
              amountCents: allocations.reduce((sum, one) => sum + one.amountCents, 0),
              duplicateReason: 'test',
            }),
          ),
        );
        await Promise.allSettled(
          requests.map((request, index) =>
            takePayment(replicas[index % 2] as Deps)(backend.actor(), { key: newKey(), request }),
          ),
        );
        const { db } = backend.deps.store;
        const items = await db
          .selectFrom('item_account')
          .selectAll()
          .where('company_id', '=', backend.companyId)
          .execute();
        const lines = await db
          .selectFrom('payment_allocation as line')
          .innerJoin('payment', (join) =>
            join.onRef('payment.company_id', '=', 'line.company_id').onRef('payment.id', '=', 'line.payment_id'),
          )
          .select(['line.invoice_id', 'line.amount_cents'])
          .where('line.company_id', '=', backend.companyId)
          .where('payment.status', '=', 'approved')
          .execute();
        for (const item of items) {
          const captured = lines
            .filter((one) => one.invoice_id === item.item_id)
            .reduce((sum, one) => sum + one.amount_cents, 0);
          assert.equal(captured, item.used_cents);
          assert.ok(captured <= item.total_cents);
        }
        const booked = backend.booked().reduce((sum, entry) => sum + Math.round(Number(entry.amount) * 100), 0);
        assert.equal(
          booked,
          lines.reduce((sum, one) => sum + one.amount_cents, 0),
        );
        assert.deepEqual(
          await db.selectFrom('hold').selectAll().where('company_id', '=', backend.companyId).execute(),
          [],
        );
      }),
      { numRuns: 15 },
    );
  });
});
