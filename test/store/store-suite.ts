import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql, type Dialect } from 'kysely';
import { demoMigrations } from '../../proxy/komet/demo/tables.js';
import { openStore, sqlState, type Store } from '../../proxy/store/store.js';
import { attempt, insert, payment, takenPayment } from './rows.js';

const CHECK = '23514';
const UNIQUE = '23505';

/** What the store promises, on whichever database; `dialect` opens an empty one. */
export function storeSuite(name: string, dialect: () => Promise<Dialect>): void {
  let store: Store;
  let companies = 0;
  const newCompany = (): string => `${name}-${String(++companies)}`;

  const refuses = (state: string, run: () => Promise<unknown>): Promise<void> =>
    assert.rejects(run, (error) => sqlState(error) === state);

  describe(`the store on ${name}`, () => {
    before(async () => {
      store = await openStore(await dialect(), demoMigrations);
    });
    after(() => store.close());

    test('leads every table with its company', async () => {
      const { rows } = await sql<{ name: string; leader: string }>`
        select c.relname as name, a.attname as leader from pg_index i
        join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
        where i.indisprimary and n.nspname = 'public' and c.relname not like 'kysely%'`.execute(store.db);
      assert.ok(rows.length >= 15, `saw ${String(rows.length)} tables`);
      assert.deepEqual(
        rows.filter(({ leader }) => leader !== 'company_id'),
        [],
      );
    });

    describe('reads', () => {
      test('cents, days, instants and documents back as they were written', async () => {
        const company = newCompany();
        const written = payment(company, 'p1', {
          amount_cents: 9_007_199_254_740_991,
          overpayment_cents: 9_007_199_254_740_991,
          date: '2024-02-29',
          created_at: '2025-11-02T05:59:59.007Z',
        });
        await insert(store, written);
        await store.db
          .insertInto('idempotency')
          .values({
            company_id: company,
            operation: 'store-card',
            key: 'k',
            fingerprint: 'f',
            state: 'done',
            answer: JSON.stringify({ value: ['a', 1] }),
            created_at: '2025-11-02T05:59:59.000Z',
          })
          .execute();
        const row = await store.db
          .selectFrom('payment')
          .select(['amount_cents', 'date', 'created_at', 'needs_review', 'completed_at'])
          .where('company_id', '=', company)
          .executeTakeFirstOrThrow();
        assert.deepEqual(row, {
          amount_cents: 9_007_199_254_740_991,
          date: '2024-02-29',
          created_at: '2025-11-02T05:59:59.007Z',
          needs_review: false,
          completed_at: null,
        });
        const { answer } = await store.db
          .selectFrom('idempotency')
          .select('answer')
          .where('company_id', '=', company)
          .executeTakeFirstOrThrow();
        assert.deepEqual(answer, { value: ['a', 1] });
      });

      test('no number that would have to be rounded', async () => {
        await assert.rejects(sql`select 9007199254740993::bigint as cents`.execute(store.db), /exact integer/);
      });

      test('bytes as bytes', async () => {
        const company = newCompany();
        const place = { company_id: company, id: 'miami', location_id: 'miami', terminal_id: null };
        const nothing = { public_key: null, merchant_id: null, merchant_terminal_id: null, merchant_name: null };
        const sealed_key = new Uint8Array([0, 255, 128, 7]);
        await store.db
          .insertInto('merchant_account')
          .values({ ...place, ...nothing, state: 'ready', sealed_key, verified_at: null })
          .execute();
        const row = await store.db
          .selectFrom('merchant_account')
          .select('sealed_key')
          .where('company_id', '=', company)
          .executeTakeFirstOrThrow();
        assert.deepEqual([...(row.sealed_key ?? [])], [0, 255, 128, 7]);
      });
    });

    describe('a transaction', () => {
      test('that fails leaves nothing behind', async () => {
        const company = newCompany();
        const failing = store.transaction(async (tx) => {
          await tx.insertInto('payment').values(payment(company, 'p1')).execute();
          throw new Error('half way');
        });
        await assert.rejects(failing, /half way/);
        assert.deepEqual(await store.db.selectFrom('payment').where('company_id', '=', company).execute(), []);
      });

      test('does not let others read or write through it', async () => {
        const company = newCompany();
        const { outside } = await store.transaction(async (tx) => {
          await tx.insertInto('payment').values(payment(company, 'p1')).execute();
          const outside = store.db.selectFrom('payment').select('id').where('company_id', '=', company).execute();
          await tx.insertInto('payment').values(payment(company, 'p2')).execute();
          return { outside };
        });
        assert.notEqual((await outside).length, 1, 'half a transaction was seen');
      });
    });

    describe('money', () => {
      test('must add up within a payment', async () => {
        const company = newCompany();
        await refuses(CHECK, () => insert(store, payment(company, 'p1', { amount_cents: 100 })));
      });

      test('is never negative in a payment nor positive in its reversal', async () => {
        const company = newCompany();
        const negative = { amount_cents: -1, overpayment_cents: -1 };
        await refuses(CHECK, () => insert(store, payment(company, 'p1', negative)));
        await takenPayment(store, company, 'p2');
        const positive = {
          amount_cents: 1,
          overpayment_cents: 1,
          concept: 'charge-back',
          reversal_of_id: 'p2',
        } as const;
        await refuses(CHECK, () => insert(store, payment(company, 'p3', positive)));
      });

      test('is allocated to the cent by the time it is committed', async () => {
        const company = newCompany();
        const applied = payment(company, 'p1', { amount_cents: 500, applied_cents: 500 });
        await refuses(CHECK, () => insert(store, applied));
        await takenPayment(store, company, 'p2', { amount_cents: 500, applied_cents: 500 });
        const more = { company_id: company, payment_id: 'p2', invoice_id: 'i9', invoice_number: '9' };
        await refuses(CHECK, () =>
          store.db
            .insertInto('payment_allocation')
            .values({ ...more, amount_cents: 1, discount_cents: 0, balance_after_cents: 0 })
            .execute(),
        );
        await refuses(CHECK, () =>
          store.db
            .updateTable('payment_allocation')
            .set({ amount_cents: 499 })
            .where('company_id', '=', company)
            .execute(),
        );
      });

      test('put on an invoice stays between nothing and its total', async () => {
        const account = { company_id: newCompany(), kind: 'invoice', item_id: 'i1', total_cents: 100 } as const;
        await store.db.insertInto('item_account').values(account).execute();
        const use = (used_cents: number) =>
          store.db
            .updateTable('item_account')
            .set({ used_cents })
            .where('company_id', '=', account.company_id)
            .executeTakeFirst();
        await use(100);
        await refuses(CHECK, () => use(101));
        await refuses(CHECK, () => use(-1));
      });
    });

    describe('a payment', () => {
      test('is found under one key and one control number only', async () => {
        const company = newCompany();
        await insert(store, payment(company, 'p1', { idempotency_key: 'k', control_number: 1 }));
        await refuses(UNIQUE, () => insert(store, payment(company, 'p2', { idempotency_key: 'k' })));
        await refuses(UNIQUE, () => insert(store, payment(company, 'p3', { control_number: 1 })));
        await insert(store, payment(newCompany(), 'p1', { idempotency_key: 'k', control_number: 1 }));
      });

      for (const [from, to] of [
        ['approved', 'declined'],
        ['approved', 'requested'],
        ['declined', 'approved'],
        ['failed', 'approved'],
        ['cancelled', 'unknown'],
        ['charged-back', 'approved'],
        ['unknown', 'requested'],
      ] as const) {
        test(`never goes from ${from} to ${to}`, async () => {
          const company = newCompany();
          await insert(store, payment(company, 'p1', { status: from, control_number: 1 }));
          const move = () =>
            store.db.updateTable('payment').set({ status: to }).where('company_id', '=', company).executeTakeFirst();
          await refuses(CHECK, move);
        });
      }

      test('goes from unknown to approved, with a control number', async () => {
        const company = newCompany();
        await insert(store, payment(company, 'p1', { status: 'unknown' }));
        const approve = (members: { control_number?: number }) =>
          store.db
            .updateTable('payment')
            .set({ status: 'approved', ...members })
            .where('company_id', '=', company)
            .executeTakeFirst();
        await refuses(CHECK, () => approve({}));
        assert.equal((await approve({ control_number: 7 })).numUpdatedRows, 1n);
      });

      test('is taken back once', async () => {
        const company = newCompany();
        await takenPayment(store, company, 'p1');
        const back = { concept: 'charge-back', reversal_of_id: 'p1' } as const;
        await insert(store, payment(company, 'r1', { ...back, status: 'failed' }));
        await insert(store, payment(company, 'r2', back));
        await refuses(UNIQUE, () => insert(store, payment(company, 'r3', back)));
      });

      test('holds an invoice alone', async () => {
        const company = newCompany();
        await takenPayment(store, company, 'p1');
        await takenPayment(store, company, 'p2');
        const hold = { company_id: company, kind: 'invoice', item_id: 'i1' } as const;
        await store.db
          .insertInto('hold')
          .values({ ...hold, payment_id: 'p1' })
          .execute();
        await refuses(UNIQUE, () =>
          store.db
            .insertInto('hold')
            .values({ ...hold, payment_id: 'p2' })
            .execute(),
        );
      });
    });

    describe('a call to the gateway', () => {
      test('is the only one that a transaction is booked under, whichever account it came through', async () => {
        const company = newCompany();
        await store.db
          .insertInto('gateway_attempt')
          .values(attempt(company, 'a1', { transaction_id: 't1' }))
          .execute();
        const other = attempt(company, 'a2', { transaction_id: 't1', account_id: 'counter' });
        await refuses(UNIQUE, () => store.db.insertInto('gateway_attempt').values(other).execute());
      });

      test('is the only sale of its payment', async () => {
        const company = newCompany();
        await takenPayment(store, company, 'p1');
        await store.db
          .insertInto('gateway_attempt')
          .values(attempt(company, 'a1', { payment_id: 'p1' }))
          .execute();
        const second = attempt(company, 'a2', { payment_id: 'p1' });
        await refuses(UNIQUE, () => store.db.insertInto('gateway_attempt').values(second).execute());
      });

      test('is reversed by one live attempt at a time', async () => {
        const company = newCompany();
        const reversal = { kind: 'void', parent_id: 'a1' } as const;
        const add = (id: string, state: 'rejected' | 'sending') =>
          store.db
            .insertInto('gateway_attempt')
            .values(attempt(company, id, { ...reversal, state }))
            .execute();
        await add('v1', 'rejected');
        await add('v2', 'sending');
        await refuses(UNIQUE, () => add('v3', 'sending'));
      });
    });

    describe('the audit trail', () => {
      test('is only ever added to', async () => {
        const company = newCompany();
        const event = { company_id: company, seq: 1, at: '2025-11-20T12:00:00.000Z', actor_id: 'ana', entity_id: 'p1' };
        await store.db
          .insertInto('event')
          .values({ ...event, action: 'payment-approved', members: '{}', previous_hash: '', hash: 'h' })
          .execute();
        const own = store.db.updateTable('event').set({ action: 'x' }).where('company_id', '=', company);
        await assert.rejects(own.execute(), /append-only/);
        await assert.rejects(store.db.deleteFrom('event').where('company_id', '=', company).execute(), /append-only/);
        await assert.rejects(sql`truncate event`.execute(store.db), /append-only/);
      });
    });
  });
}
