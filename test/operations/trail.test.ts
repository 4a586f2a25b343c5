import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, describe, test } from 'node:test';
import { exportCompany } from '../../proxy/operations/export.js';
import { sweep } from '../../proxy/operations/recover.js';
import { takePayment } from '../../proxy/operations/take-payment.js';
import { closeStore, givenBackend, givenRequest, newKey } from './given.js';

after(closeStore);

describe('the audit trail', () => {
  test('chains every event to the one before, so that an edited one shows', async () => {
    const backend = await givenBackend();
    const lines = ['inv-1001', 'inv-1002', 'inv-1003'];
    await Promise.all(
      lines.map(async (invoiceId, index) => {
        const amountCents = 1_000 * (index + 1);
        const request = await givenRequest(backend, { allocations: [{ invoiceId, amountCents }], amountCents });
        await takePayment(backend.deps)(backend.actor(), { key: newKey(), request });
      }),
    );
    const events = await backend.deps.store.db
      .selectFrom('event')
      .selectAll()
      .where('company_id', '=', backend.companyId)
      .orderBy('seq')
      .execute();
    assert.ok(events.length >= 9);
    let previous = '';
    for (const [index, event] of events.entries()) {
      const members = JSON.stringify(sorted(event.members as Record<string, unknown>));
      const text = [previous, event.seq, event.at, event.actor_id, event.action, event.entity_id, members].join('\n');
      assert.equal(event.seq, index + 1);
      assert.equal(event.previous_hash, previous);
      assert.equal(event.hash, createHash('sha256').update(text).digest('hex'));
      previous = event.hash;
    }
  });
});

describe('the export for an outside checker', () => {
  test('accounts for every charge of the gateway, cent by cent', async () => {
    const backend = await givenBackend();
    backend.simulator.faults.add({ match: { type: 'sale' }, kind: 'drop-after-booking' });
    for (const invoiceId of ['inv-1001', 'inv-1002']) {
      const allocations = [{ invoiceId, amountCents: 7_500 }];
      const request = await givenRequest(backend, { allocations, amountCents: 7_500 });
      await takePayment(backend.deps)(backend.actor(), { key: newKey(), request });
    }
    const declined = await givenRequest(backend, {
      allocations: [{ invoiceId: 'inv-1003', amountCents: 7_500 }],
      amountCents: 7_500,
      source: { cardToken: await backend.cardToken('4000000000000234') },
    });
    await takePayment(backend.deps)(backend.actor(), { key: newKey(), request: declined });
    backend.passTime(5_000);
    await sweep(backend.deps);
    const exported = (await exportCompany(backend.deps)(backend.companyId)) as Record<
      string,
      Record<string, unknown>[]
    >;
    const booked = backend.simulator.ledger.transactions.filter(({ approved }) => approved);
    const approved = exported['attempts']?.filter(({ state }) => state === 'approved') ?? [];
    const byId = (a: string[], b: string[]) => String(a[0]).localeCompare(String(b[0]));
    assert.deepEqual(
      approved.map((attempt) => [attempt['transaction_id'], attempt['amount_cents']] as string[]).sort(byId),
      booked.map(({ id, amount }) => [id, amount] as unknown as string[]).sort(byId),
    );
    assert.deepEqual(exported['payments']?.map(({ status }) => status).sort(), ['approved', 'approved', 'declined']);
    assert.deepEqual(exported['holds'], []);
    assert.equal(exported['outbox']?.length, 2);
  });

  test('holds nothing of another company', async () => {
    const [one, two] = [await givenBackend(), await givenBackend()];
    await takePayment(one.deps)(one.actor(), { key: newKey(), request: await givenRequest(one) });
    const exported = await exportCompany(two.deps)(two.companyId);
    assert.ok(!JSON.stringify(exported).includes(`"${one.companyId}"`));
    assert.deepEqual(exported['payments'], []);
  });
});

/** The event's members as they were hashed; these hold no nested objects. */
const sorted = (members: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(members).sort(([a], [b]) => (a < b ? -1 : 1)));
