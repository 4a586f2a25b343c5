import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Insertable } from 'kysely';
import type { Dialect } from 'kysely';
import { demoMigrations } from '../../proxy/komet/demo/tables.js';
import { openStore, sqlState, type Store } from '../../proxy/store/store.js';
import type { PaymentTable } from '../../proxy/store/tables.js';

const AT = '2026-11-20T15:00:00.000Z';

const paymentRow = (id: string, members: Partial<Insertable<PaymentTable>> = {}) =>
  ({
    company_id: 'c1',
    id,
    idempotency_key: `key-of-${id}`,
    fingerprint: 'f',
    concept: 'payment',
    status: 'requested',
    location_id: 'miami',
    customer_id: '25',
    customer_name: 'Petal',
    method: 'in-app',
    date: '2026-11-20',
    amount_cents: 10_000,
    fee_cents: 0,
    applied_cents: 0,
    credits_applied_cents: 0,
    discount_cents: 0,
    overpayment_cents: 10_000,
    actor_id: 'ana',
    actor_name: 'Ana',
    created_at: AT,
    ...members,
  }) as Insertable<PaymentTable>;

const attemptRow = (id: string, members: object = {}) => ({
  company_id: 'c1',
  id,
  payment_id: null,
  account_id: 'miami',
  kind: 'sale' as const,
  state: 'approved' as const,
  amount_cents: 10_000,
  fee_cents: 0,
  parent_id: null,
  transaction_id: null,
  reason: null,
  sent_at: AT,
  next_check_at: null,
  ...members,
});

const refusal = (state: string) => (error: unknown) => {
  assert.equal(sqlState(error), state, String(error));
  return true;
};

const UNIQUE = '23505';
const CHECK = '23514';

/** What the store promises, on whichever database; `dialect` opens an empty one each time. */
export function storeSuite(name: string, dialect: () => Promise<Dialect> | Dialect): void {
  describe(`the store on ${name}`, () => {
    let store: Store;
    let ids = 0;
    const newId = () => `p${++ids}`;
    const insert = (members: Partial<Insertable<PaymentTable>> = {}, id = newId()) =>
      store.db.insertInto('payment').values(paymentRow(id, members)).returningAll().executeTakeFirstOrThrow();

    before(async () => {
      store = await openStore(await dialect(), demoMigrations);
    });
    after(() => store.close());

    test('reads cents, days and instants as they were written', async () => {
      const row = await insert({ amount_cents: 9_999_999_999, overpayment_cents: 9_999_999_999 });
      assert.equal(row.amount_cents, 9_999_999_999);
      assert.equal(row.date, '2026-11-20');
      assert.equal(row.created_at, AT);
      assert.equal(row.needs_review, false);
      assert.equal(row.version, 1);
    });

    test('keeps one payment per idempotency key of a company', async () => {
      await insert({ idempotency_key: 'one-key' });
      await assert.rejects(insert({ idempotency_key: 'one-key' }), refusal(UNIQUE));
      await insert({ idempotency_key: 'one-key', company_id: 'c2' });
    });

    test('lets two companies use the same ids', async () => {
      await insert({}, 'same');
      await insert({ company_id: 'c2' }, 'same');
    });

    test('holds an invoice for one payment at a time', async () => {
      const [first, second] = [await insert(), await insert()];
      const hold = (paymentId: string) =>
        store.db
          .insertInto('hold')
          .values({ company_id: 'c1', kind: 'invoice', item_id: 'i1', payment_id: paymentId })
          .execute();
      await hold(first.id);
      await assert.rejects(hold(second.id), refusal(UNIQUE));
    });

    test('refuses to take more from an invoice than its total, or to give back more than was taken', async () => {
      await store.db
        .insertInto('item_account')
        .values({ company_id: 'c1', kind: 'invoice', item_id: 'i2', total_cents: 100, used_cents: 100 })
        .execute();
      const use = (cents: number) =>
        store.db
          .updateTable('item_account')
          .set((eb) => ({ used_cents: eb('used_cents', '+', cents) }))
          .where('item_id', '=', 'i2')
          .execute();
      await assert.rejects(use(1), refusal(CHECK));
      await assert.rejects(use(-101), refusal(CHECK));
    });

    test('books one gateway transaction to one attempt', async () => {
      const add = (id: string, account_id = 'miami') =>
        store.db
          .insertInto('gateway_attempt')
          .values(attemptRow(id, { account_id, transaction_id: '30011901' }))
          .execute();
      await add('a1');
      await assert.rejects(add('a2'), refusal(UNIQUE));
      await add('a3', 'bogota');
    });

    test('allows one live reversal of an attempt', async () => {
      const add = (id: string, state: 'unknown' | 'rejected') =>
        store.db
          .insertInto('gateway_attempt')
          .values(attemptRow(id, { kind: 'void', state, parent_id: 'sale-1' }))
          .execute();
      await add('r1', 'rejected');
      await add('r2', 'unknown');
      await assert.rejects(add('r3', 'unknown'), refusal(UNIQUE));
    });

    test('refuses a status that may not follow the present one', async () => {
      const { id } = await insert();
      const move = (status: 'declined' | 'approved') =>
        store.db
          .updateTable('payment')
          .set({ status, control_number: ids + 50_000 })
          .where('company_id', '=', 'c1')
          .where('id', '=', id)
          .execute();
      await move('declined');
      await assert.rejects(move('approved'), refusal(CHECK));
    });

    test('refuses an approved payment without a control number', async () => {
      const { id } = await insert();
      const approve = store.db
        .updateTable('payment')
        .set({ status: 'approved' })
        .where('company_id', '=', 'c1')
        .where('id', '=', id)
        .execute();
      await assert.rejects(approve, refusal(CHECK));
    });

    test('refuses money that does not add up', async () => {
      await assert.rejects(insert({ overpayment_cents: 9_999 }), refusal(CHECK));
      await assert.rejects(insert({ amount_cents: -1, overpayment_cents: -1 }), refusal(CHECK));
      await assert.rejects(insert({ applied_cents: 10_000, overpayment_cents: 0 }), refusal(CHECK));
    });

    test('never changes or forgets an event', async () => {
      const event = {
        company_id: 'c1',
        seq: 1,
        at: AT,
        actor_id: 'a',
        action: 'x',
        entity_id: 'e',
        members: '{}',
        previous_hash: '',
        hash: 'h',
      };
      await store.db.insertInto('event').values(event).execute();
      await assert.rejects(store.db.updateTable('event').set({ action: 'y' }).execute());
      await assert.rejects(store.db.deleteFrom('event').execute());
    });

    test('undoes a whole transaction when a part of it fails', async () => {
      const id = newId();
      const broken = store.transaction(async (tx) => {
        await tx.insertInto('payment').values(paymentRow(id)).execute();
        throw new Error('stop');
      });
      await assert.rejects(broken, /stop/);
      assert.equal(
        await store.db.selectFrom('payment').select('id').where('id', '=', id).executeTakeFirst(),
        undefined,
      );
    });
  });
}
