import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { StoredCard } from '../../src/contract/card.js';
import type { PaymentGateway } from '../../proxy/gateway/port.js';
import { changeCard, deleteCard, listCards, purgeDeletedCards, storeCard } from '../../proxy/operations/cards.js';
import { takePayment } from '../../proxy/operations/take-payment.js';
import { closeStore, givenBackend, givenRequest, newKey, type Backend } from './given.js';
import { refusedWith } from './refused.js';

after(closeStore);

const CARDS = { visa: '4111111111111111', mastercard: '5499740000000057' } as const;

const creationOf = async (backend: Backend, number: string, description?: string) => ({
  locationId: 'miami',
  cardToken: await backend.cardToken(number),
  ...(description !== undefined && { description }),
});

async function store(backend: Backend, number: string = CARDS.visa, description?: string): Promise<StoredCard> {
  const creation = await creationOf(backend, number, description);
  return (await storeCard(backend.deps)(backend.actor(), { key: newKey(), customerId: '25', creation })).card;
}

const list = async (backend: Backend): Promise<StoredCard[]> =>
  (await listCards(backend.deps)(backend.actor(), { customerId: '25' })).cards;

const remove = (backend: Backend, cardId: string, gateway = backend.deps.gateway) =>
  deleteCard(backend.with({ gateway }))(backend.actor(), { key: newKey(), cardId });

/** What the vault still holds, by last four. */
const vault = (backend: Backend): string[] =>
  backend.simulator.ledger.tokens.filter((token) => token.status !== 'Deleted').map((token) => token.card.lastFour);

describe('a card put into the vault', () => {
  test('is kept without a charge, the first one as primary', async () => {
    const backend = await givenBackend();
    const first = await store(backend, CARDS.visa, 'Office');
    const second = await store(backend, CARDS.mastercard);
    assert.deepEqual([first.brand, first.last4, first.description, first.primary], ['visa', '1111', 'Office', true]);
    assert.deepEqual([second.brand, second.primary], ['mastercard', false]);
    assert.deepEqual(
      backend.simulator.ledger.transactions.filter(({ amount }) => amount > 0),
      [],
    );
  });

  test('is one card however often the request is sent', async () => {
    const backend = await givenBackend();
    const input = { key: newKey(), customerId: '25', creation: await creationOf(backend, CARDS.visa) };
    const first = await storeCard(backend.deps)(backend.actor(), input);
    const second = await storeCard(backend.deps)(backend.actor(), input);
    assert.deepEqual([second.replayed, second.card], [true, first.card]);
    assert.equal((await list(backend)).length, 1);
  });

  test('may be tried again with another card after a refusal', async () => {
    const backend = await givenBackend();
    const refused = { key: newKey(), customerId: '25', creation: await creationOf(backend, '4000000000000036') };
    await assert.rejects(storeCard(backend.deps)(backend.actor(), refused), refusedWith('card-not-saved'));
    assert.deepEqual(await list(backend), []);
    const better = { ...refused, creation: await creationOf(backend, CARDS.visa) };
    assert.equal((await storeCard(backend.deps)(backend.actor(), better)).replayed, false);
  });

  test('is told as lost, not as still running, once the process that stored it is long gone', async () => {
    const backend = await givenBackend();
    const dying: PaymentGateway = { ...backend.deps.gateway, storeCard: () => new Promise(() => undefined) };
    const input = { key: newKey(), customerId: '25', creation: await creationOf(backend, CARDS.visa) };
    void storeCard(backend.with({ gateway: dying }))(backend.actor(), input);
    await claimed(backend);
    await assert.rejects(storeCard(backend.deps)(backend.actor(), input), refusedWith('request-in-progress'));
    backend.passTime(10 * 60_000);
    await assert.rejects(storeCard(backend.deps)(backend.actor(), input), refusedWith('outcome-unknown'));
  });

  test('is not for those without the right to save cards (R-15)', async () => {
    const backend = await givenBackend();
    const input = { key: newKey(), customerId: '25', creation: await creationOf(backend, CARDS.visa) };
    await assert.rejects(storeCard(backend.deps)(backend.actor(['Sales']), input), refusedWith('not-permitted'));
  });
});

describe('a stored card', () => {
  test('can be described anew and made primary in place of the other', async () => {
    const backend = await givenBackend();
    const [first, second] = [await store(backend), await store(backend, CARDS.mastercard)];
    const change = { description: 'Truck', primary: true } as const;
    await changeCard(backend.deps)(backend.actor(), { key: newKey(), cardId: second.id, change });
    assert.deepEqual(
      (await list(backend)).map((card) => [card.id, card.description, card.primary]),
      [
        [second.id, 'Truck', true],
        [first.id, '', false],
      ],
    );
  });

  test('is charged for its own customer only', async () => {
    const backend = await givenBackend();
    const { id } = await store(backend);
    const deposit = { allocations: [], amountCents: 5_000, overpaymentCents: 5_000, source: { cardId: id } };
    const request = await givenRequest(backend, { ...deposit, customerId: '100' });
    await assert.rejects(
      takePayment(backend.deps)(backend.actor(), { key: newKey(), request }),
      refusedWith('not-found'),
    );
  });

  test('is not found by somebody else’s customer', async () => {
    const backend = await givenBackend();
    const { id } = await store(backend);
    const stranger = backend.actor(['Customer'], { kind: 'portal', customerId: '100' });
    const input = { key: newKey(), cardId: id };
    await assert.rejects(deleteCard(backend.deps)(stranger, input), refusedWith('not-found'));
    await assert.rejects(changeCard(backend.deps)(stranger, { ...input, change: {} }), refusedWith('not-found'));
    await assert.rejects(listCards(backend.deps)(stranger, { customerId: '25' }), refusedWith('not-found'));
  });
});

describe('deleting a card', () => {
  test('takes it out of the vault and out of use', async () => {
    const backend = await givenBackend();
    const { id } = await store(backend);
    await remove(backend, id);
    assert.deepEqual([await list(backend), vault(backend)], [[], []]);
    const request = await givenRequest(backend, { source: { cardId: id } });
    await assert.rejects(
      takePayment(backend.deps)(backend.actor(), { key: newKey(), request }),
      refusedWith('not-found'),
    );
  });

  test('takes it out of use at once though the vault does not answer, and out of the vault later', async () => {
    const backend = await givenBackend();
    const { id } = await store(backend);
    const gateway: PaymentGateway = {
      ...backend.deps.gateway,
      deleteCard: () => Promise.resolve({ kind: 'failed' }),
    };
    await remove(backend, id, gateway);
    assert.deepEqual([await list(backend), vault(backend)], [[], ['1111']]);
    await purgeDeletedCards(backend.deps);
    assert.deepEqual(vault(backend), []);
  });

  test('is refused while a payment with it is under way', async () => {
    const backend = await givenBackend();
    const { id } = await store(backend);
    backend.simulator.faults.add({ match: { type: 'sale' }, kind: 'drop-after-booking' });
    const request = await givenRequest(backend, { source: { cardId: id } });
    await takePayment(backend.deps)(backend.actor(), { key: newKey(), request });
    await assert.rejects(remove(backend, id), refusedWith('card-in-use'));
    assert.equal((await list(backend)).length, 1);
  });

  test('leaves the vault alone while the same card is kept for another customer', async () => {
    const backend = await givenBackend();
    const { id } = await store(backend);
    const { db } = backend.deps.store;
    const row = await db.selectFrom('card').selectAll().where('company_id', '=', backend.companyId).executeTakeFirst();
    assert.ok(row);
    await db
      .insertInto('card')
      .values({ ...row, id: 'theirs', customer_id: '100' })
      .execute();
    await remove(backend, id);
    assert.deepEqual(vault(backend), ['1111']);
  });
});

/** Returns once the running request has taken its key. */
async function claimed({ deps, companyId }: Backend): Promise<void> {
  const rows = () =>
    deps.store.db.selectFrom('idempotency').select('key').where('company_id', '=', companyId).execute();
  while ((await rows()).length === 0) await new Promise((resolve) => setImmediate(resolve));
}
