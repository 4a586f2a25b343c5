import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Dialect } from 'kysely';
import { LIMITS, type Limits } from '../../proxy/sessions/limits.js';
import { postgresDialect } from '../../proxy/store/postgres.js';
import { createDatabase } from '../store/database.js';
import { givenProxy, newKey, paymentOf, portalRequest, type Answered, type Proxy } from './given.js';

const WIDE = { most: 1_000, withinSeconds: 3_600 };
const wide: Limits = { session: WIDE, customer: WIDE, declines: WIDE, company: WIDE };
const BAD_CARD = '4000000000000127';

describe('limits on what reaches the processor, on PGlite', () => limitSuite());
describe('limits on what reaches the processor, on PostgreSQL', () =>
  limitSuite(async () => postgresDialect(await createDatabase())));

function limitSuite(dialect: () => Promise<Dialect | undefined> = async () => undefined): void {
  let proxy: Proxy;
  before(async () => {
    proxy = await givenProxy(await dialect());
  });
  after(() => proxy.close());

  const limited = (limits: Partial<Limits>) => {
    const all = { ...wide, ...limits };
    return [
      proxy.like({ limits: { staff: all, portal: all } }),
      proxy.like({ limits: { staff: all, portal: all } }),
    ] as const;
  };
  const save = async (call: Proxy['call'], token: string, customerId: string, card?: string): Promise<Answered> =>
    call('POST', `/v1/customers/${customerId}/cards`, {
      token,
      key: newKey(),
      body: { locationId: 'miami', cardToken: await proxy.cardToken(card) },
    });
  const statuses = (answers: Answered[]) => answers.map(({ status }) => status);

  test('hold over two replicas, and are over when their time is', async () => {
    const replicas = limited({ customer: { most: 3, withinSeconds: 60 } });
    const token = await proxy.session();
    const answers = [];
    for (let at = 0; at < 5; at += 1) answers.push(await save(replicas[at % 2]!.call, token, '101'));
    assert.deepEqual(statuses(answers), [201, 201, 201, 429, 429]);
    const refused = answers[4]!;
    assert.equal(refused.json.code, 'too-many-requests');
    assert.equal(refused.headers.get('retry-after'), '60');
    assert.equal((await save(replicas[0].call, token, '102')).status, 201, 'another customer is held up');
    proxy.pass(60_000);
    assert.equal((await save(replicas[0].call, token, '101')).status, 201);
  });

  test('let through exactly as many as they say when all come at once', async () => {
    const replicas = limited({ customer: { most: 4, withinSeconds: 60 } });
    const token = await proxy.session();
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, at) => save(replicas[at % 2]!.call, token, '103')),
    );
    assert.equal(statuses(answers).filter((status) => status === 201).length, 4);
  });

  test('stop a customer whose cards are refused, and count no card that is taken', async () => {
    const [{ call }] = limited({ declines: { most: 2, withinSeconds: 3_600 } });
    const token = await proxy.session();
    const cards = [undefined, BAD_CARD, undefined, BAD_CARD, undefined];
    const answers = [];
    for (const card of cards) answers.push(await pay(call, token, card));
    assert.deepEqual(statuses(answers), [201, 402, 201, 402, 429]);
    proxy.pass(3_600_000);
    assert.equal((await pay(call, await proxy.session(), undefined)).status, 201);
  });

  test('hold a single session and the whole company', async () => {
    const [{ call }] = limited({ session: { most: 1, withinSeconds: 60 } });
    const [one, two] = [await proxy.session(), await proxy.session()];
    assert.deepEqual(statuses([await save(call, one, '104'), await save(call, one, '105')]), [201, 429]);
    assert.equal((await save(call, two, '106')).status, 201);
    proxy.pass(3_600_000);
    const [whole] = limited({ company: { most: 1, withinSeconds: 60 } });
    const fresh = [await proxy.session(), await proxy.session()] as const;
    assert.deepEqual(
      statuses([await save(whole.call, fresh[0], '107'), await save(whole.call, fresh[1], '108')]),
      [201, 429],
    );
  });

  test('never stand before the answer to what was already carried out', async () => {
    const [{ call }] = limited({ session: { most: 2, withinSeconds: 60 } });
    const token = await proxy.session();
    const card = {
      token,
      key: newKey(),
      body: { locationId: 'miami', cardToken: await proxy.cardToken() },
    };
    const payment = {
      token,
      key: newKey(),
      body: paymentOf(await proxy.cardToken(), { allocations: [{ invoiceId: 'inv-1002', amountCents: 10_000 }] }),
    };
    const saveAgain = () => call('POST', '/v1/customers/25/cards', card);
    const payAgain = () => call('POST', '/v1/payments', payment);
    const first = [await saveAgain(), await payAgain()];
    const again = [await saveAgain(), await payAgain(), await payAgain()];
    assert.deepEqual(statuses([...first, ...again]), [201, 201, 201, 201, 201]);
    assert.equal(again[2]!.text, first[1]!.text);
    assert.equal((await save(call, token, '25')).status, 429, 'a new request is not counted');
  });

  test('are tight for a customer in a portal: ten cards an hour', async () => {
    assert.ok(LIMITS.portal.customer.most <= 10 && LIMITS.portal.declines.most < LIMITS.staff.declines.most);
    let taken = 0;
    for (let at = 0; at < 40; at += 1) {
      const token = await proxy.session(portalRequest('110'));
      if ((await save(proxy.call, token, '110')).status === 201) taken += 1;
      proxy.pass(60_000);
    }
    assert.equal(taken, 10);
  });

  test('let a buyer mail ten receipts an hour, and send none twice', async () => {
    const paid = await pay(proxy.call, await proxy.session(), undefined);
    const token = await proxy.session({
      ...portalRequest('27'),
      actor: { id: 'buyer-a', name: 'Buyer', kind: 'portal' },
    });
    const mail = (key: string) =>
      proxy.call('POST', `/v1/payments/${paid.json.id}/receipt/email`, {
        token,
        key,
        body: { email: 'shop@nosegay.example', locale: 'en' },
      });
    const keys = Array.from({ length: 11 }, newKey);
    const answers = [];
    for (const key of keys) answers.push(await mail(key));
    assert.deepEqual(statuses(answers), [...Array<number>(10).fill(202), 429]);
    assert.equal(answers[10]!.json.code, 'too-many-requests');
    assert.equal((await mail(keys[0]!)).status, 202, 'what was sent already is answered');
    assert.equal(proxy.mails.filter(({ to }) => to === 'shop@nosegay.example').length, 10);
    proxy.pass(3_600_000);
  });

  /** Pays the customer's oldest open invoice. */
  async function pay(call: Proxy['call'], token: string, card: string | undefined): Promise<Answered> {
    const { json } = await call('GET', '/v1/customers/27/invoices?locationId=miami', { token });
    const invoice = json.invoices.find((row: { openCents: number }) => row.openCents > 1_000);
    return call('POST', '/v1/payments', {
      token,
      key: newKey(),
      body: {
        locationId: 'miami',
        customerId: '27',
        method: 'in-app',
        source: { cardToken: await proxy.cardToken(card) },
        allocations: [{ invoiceId: invoice.id, amountCents: invoice.openCents }],
        amountCents: invoice.openCents,
      },
    });
  }
}
