import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { Actor } from '../../proxy/deps.js';
import { listCardRequests, revokeCardRequest } from '../../proxy/operations/card-requests/card-requests.js';
import { answerLink, openLink, readLink, requireLink } from '../../proxy/operations/card-requests/link.js';
import { requestCard, resendCardRequest } from '../../proxy/operations/card-requests/request-card.js';
import { listCards } from '../../proxy/operations/cards.js';
import type { Deps } from '../../proxy/deps.js';
import { closeStore, countEvents, givenBackend, newKey } from './given.js';
import { refusedWith } from './refused.js';

after(closeStore);

const HOUR = 3_600_000;
const ORDER = { customerId: '25', locationId: 'miami', email: 'Buyer@Petal.example' as string, locale: 'en' as const };

/** A clerk, and the token of the link in the newest mail. */
async function givenClerk() {
  const backend = await givenBackend();
  const clerk = backend.actor();
  const ask = (members: Partial<typeof ORDER> = {}, actor: Actor = clerk) =>
    requestCard(backend.deps)(actor, { key: newKey(), ...ORDER, ...members });
  const token = () => backend.mails.at(-1)?.text.match(/card-requests\/(\S+)/)?.[1] ?? '';
  const answer = async (link: string, number?: string, deps: Deps = backend.deps, key = newKey()) => {
    const card = { cardToken: await backend.cardToken(number), consent: true } as const;
    return answerLink(deps)(await requireLink(deps, link), { key, card, requestId: 'test' });
  };
  const requests = async () => (await listCardRequests(backend.deps)(clerk, { customerId: '25' })).requests;
  const cards = async () => (await listCards(backend.deps)(clerk, { customerId: '25' })).cards;
  return { backend, clerk, ask, token, answer, requests, cards };
}

describe('a card request', () => {
  test('Guide: Send Form mails the customer a link, and the card they type appears among their cards', async () => {
    const { backend, ask, token, answer, requests, cards } = await givenClerk();
    await ask();
    const [mail] = backend.mails;
    assert.equal(mail?.to, 'buyer@petal.example');
    assert.equal(mail.fromName, 'Test Blooms');
    assert.match(mail.html, new RegExp(`https://pay.test/card-requests/${token()}`));
    assert.equal((await requests())[0]?.mail, 'sent');
    await openLink(backend.deps)(token());
    assert.equal((await requests())[0]?.state, 'opened');
    const { value } = await answer(token());
    assert.deepEqual(value, { brand: 'visa', last4: '1111' });
    const [request] = await requests();
    const [card] = await cards();
    assert.equal(request?.state, 'completed');
    assert.equal(request.cardId, card?.id);
    assert.equal(await countEvents(backend.deps, backend.companyId, 'card-requested'), 1);
  });

  test('R-14: the link lives 8 hours', async () => {
    const { backend, ask, token, answer, requests } = await givenClerk();
    const { value } = await ask();
    assert.equal(Date.parse(value.expiresAt) - Date.parse(value.sentAt), 8 * HOUR);
    backend.passTime(8 * HOUR - 1);
    assert.equal((await readLink(backend.deps)(token())).state, 'open');
    backend.passTime(1);
    assert.deepEqual(await readLink(backend.deps)(token()), { state: 'expired' });
    await assert.rejects(answer(token()), refusedWith('not-found'));
    assert.equal((await requests())[0]?.state, 'expired');
  });

  test('is good for one card, however often its link is read before', async () => {
    const { backend, ask, token, answer, cards } = await givenClerk();
    await ask();
    for (let reads = 0; reads < 3; reads++) await readLink(backend.deps)(token());
    await answer(token());
    assert.deepEqual(await readLink(backend.deps)(token()), { state: 'completed' });
    await assert.rejects(answer(token(), '5555555555554444'), refusedWith('not-found'));
    assert.equal((await cards()).length, 1);
  });

  test('ends when the same address is asked again, and when it is resent', async () => {
    const { backend, clerk, ask, token, requests } = await givenClerk();
    await ask();
    const first = token();
    const { value } = await ask({ email: 'buyer@petal.EXAMPLE' });
    const second = token();
    await resendCardRequest(backend.deps)(clerk, { key: newKey(), requestId: value.id });
    for (const old of [first, second]) assert.deepEqual(await readLink(backend.deps)(old), { state: 'revoked' });
    assert.equal((await readLink(backend.deps)(token())).state, 'open');
    assert.deepEqual(
      (await requests()).map(({ state }) => state),
      ['sent', 'revoked', 'revoked'],
    );
  });

  test('is worthless once revoked, and can’t be resent once it has brought its card', async () => {
    const { backend, clerk, ask, token, answer } = await givenClerk();
    const { value: revoked } = await ask();
    await revokeCardRequest(backend.deps)(clerk, { key: newKey(), requestId: revoked.id });
    await assert.rejects(answer(token()), refusedWith('not-found'));
    const { value: done } = await ask();
    await answer(token());
    await assert.rejects(
      resendCardRequest(backend.deps)(clerk, { key: newKey(), requestId: done.id }),
      refusedWith('rule-broken', 'card-request-completed'),
    );
  });

  test('repeated under its key sends one mail', async () => {
    const { backend, clerk } = await givenClerk();
    const request = { key: newKey(), ...ORDER };
    const [first, again] = [
      await requestCard(backend.deps)(clerk, request),
      await requestCard(backend.deps)(clerk, request),
    ];
    assert.equal(first.value.id, again.value.id);
    assert.equal(again.replayed, true);
    assert.equal(backend.mails.length, 1);
  });

  test('asked for by two clerks in the same moment leaves one open link', async () => {
    const { ask, requests } = await givenClerk();
    const outcomes = await Promise.allSettled([ask(), ask(), ask()]);
    assert.ok(outcomes.some(({ status }) => status === 'fulfilled'));
    assert.equal((await requests()).filter(({ state }) => state === 'sent').length, 1);
  });

  test('keeps no link and no address a reader of the store could open it by', async () => {
    const { backend, ask, token } = await givenClerk();
    await ask();
    const { db } = backend.deps.store;
    const rows = await db.selectFrom('card_request').selectAll().where('company_id', '=', backend.companyId).execute();
    const mails = await db.selectFrom('mail').selectAll().where('company_id', '=', backend.companyId).execute();
    assert.ok(token().length > 28);
    assert.ok(!JSON.stringify([rows, mails]).includes(token().slice(0, 28)));
  });
});

describe('the card behind a link', () => {
  test('is saved once when two windows send it at the same time', async () => {
    const { ask, token, answer, cards } = await givenClerk();
    await ask();
    const link = token();
    const outcomes = await Promise.allSettled([answer(link), answer(link, '5555555555554444')]);
    assert.deepEqual(outcomes.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    assert.equal((await cards()).length, 1);
  });

  test('can be typed again after a refusal', async () => {
    const { backend, ask, token, answer, cards } = await givenClerk();
    await ask();
    const refusing = backend.with({
      gateway: {
        ...backend.deps.gateway,
        storeCard: () => Promise.resolve({ kind: 'declined', cause: 'declined' as const }),
      },
    });
    await assert.rejects(answer(token(), undefined, refusing), refusedWith('card-not-saved'));
    await answer(token());
    assert.equal((await cards()).length, 1);
  });

  test('survives a crash between the gateway and the commit: the link stays shut a while, then takes the card once', async () => {
    const { backend, ask, token, answer, cards } = await givenClerk();
    await ask();
    const { store } = backend.deps;
    const key = newKey();
    let transactions = 0;
    const dying = backend.with({
      store: {
        ...store,
        // The first one claims the key; the second would keep the card.
        transaction: (run) => (++transactions === 2 ? Promise.reject(new Error('killed')) : store.transaction(run)),
      },
    });
    await assert.rejects(answer(token(), undefined, dying, key), /killed/);
    assert.equal((await cards()).length, 0);
    await assert.rejects(answer(token()), refusedWith('request-in-progress'));
    const [request] = (await listCardRequests(backend.deps)(backend.actor(), { customerId: '25' })).requests;
    const revoke = revokeCardRequest(backend.deps)(backend.actor(), { key: newKey(), requestId: request?.id ?? '' });
    await assert.rejects(revoke, refusedWith('request-in-progress'));
    backend.passTime(HOUR / 60);
    await answer(token());
    assert.equal((await cards()).length, 1);
  });

  test('answers the same to a repetition of the same submission', async () => {
    const { backend, ask, token } = await givenClerk();
    await ask();
    const request = await requireLink(backend.deps, token());
    const card = { cardToken: await backend.cardToken(), consent: true } as const;
    const submission = { key: newKey(), card, requestId: 'test' };
    const first = await answerLink(backend.deps)(request, submission);
    const again = await answerLink(backend.deps)(request, submission);
    assert.deepEqual([again.value, again.replayed], [first.value, true]);
  });
});

describe('who may ask for a card', () => {
  test('R-15: Sales may not, unless the location lets salespeople manage cards', async () => {
    const { backend, ask } = await givenClerk();
    await assert.rejects(ask({}, backend.actor(['Sales'])), refusedWith('not-permitted'));
    await backend.deps.store.db
      .insertInto('location_setting')
      .values({
        company_id: backend.companyId,
        location_id: 'miami',
        allow_payment_upon_confirmation: false,
        allow_salespeople_to_manage_cards: true,
      })
      .execute();
    await ask({}, backend.actor(['Sales']));
    assert.equal(backend.mails.length, 1);
  });

  test('not a customer, not for another customer or location, not of another company', async () => {
    const { backend, clerk, ask, token } = await givenClerk();
    await assert.rejects(
      ask({}, backend.actor(['Customer'], { kind: 'portal', customerId: '25' })),
      refusedWith('not-permitted'),
    );
    await assert.rejects(ask({}, backend.actor(['Cashier'], { locationIds: ['bogota'] })), refusedWith('not-found'));
    await assert.rejects(ask({ customerId: 'nobody' }), refusedWith('not-found'));
    const { value } = await ask();
    const other = await givenBackend();
    const stranger = other.actor();
    const input = { key: newKey(), requestId: value.id };
    await assert.rejects(revokeCardRequest(other.deps)(stranger, input), refusedWith('not-found'));
    await assert.rejects(resendCardRequest(other.deps)(stranger, input), refusedWith('not-found'));
    const elsewhere = { ...clerk, locationIds: ['bogota'] };
    await assert.rejects(revokeCardRequest(backend.deps)(elsewhere, input), refusedWith('not-found'));
    assert.equal((await listCardRequests(backend.deps)(elsewhere, { customerId: '25' })).requests.length, 0);
    assert.deepEqual(await readLink(other.deps)(`${token().slice(0, 28)}${other.companyId}`), { state: 'invalid' });
  });

  test('nobody where no mail server is set up; nothing is kept then', async () => {
    const { backend, clerk, requests } = await givenClerk();
    const unset = { ...backend.deps, mailer: undefined };
    await assert.rejects(requestCard(unset)(clerk, { key: newKey(), ...ORDER }), refusedWith('mail-not-configured'));
    assert.deepEqual(await requests(), []);
  });
});
