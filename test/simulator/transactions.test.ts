import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { miamiCounterApiKey, strangerApiKey } from '../../simulator/demo-merchants.js';
import { givenGateway, software, visa } from './given.js';

describe('charging a card', () => {
  it('answers an approved sale in the documented envelope', async () => {
    const gateway = givenGateway();
    const { status, body } = await gateway.sale('412.50', { invoice: 'INV-1', 'order-id': 'kpw-1' });
    const { transaction, payloadType } = body.payload;
    assert.equal(status, 200);
    assert.deepEqual([body.code, body.status, payloadType], ['200', 'success', 'transaction']);
    assert.match(body['exchange-id'], /^ID-clearent-cgw-\d+-/);
    assert.deepEqual(body.links[0], {
      rel: 'transaction',
      href: `/rest/v2/transactions?id=${transaction.id}`,
      id: transaction.id,
    });
    assert.equal(transaction.result, 'APPROVED');
    assert.equal(transaction.amount, '412.50');
    assert.equal(transaction.card, 'XXXXXXXXXXXX1111');
    assert.equal(transaction['batch-string-id'], '214');
    assert.match(transaction['authorization-code'], /^TAS\d{3}$/);
    assert.equal(transaction['order-id'], 'kpw-1');
  });

  it('charges a card form token once, and never again', async () => {
    const gateway = givenGateway();
    const mobilejwt = await gateway.cardJwt();
    const pay = () =>
      gateway.call(
        'POST',
        '/rest/v2/mobile/transactions/sale',
        { type: 'SALE', amount: '10.00', ...software },
        { mobilejwt },
      );
    const first = await pay();
    const second = await pay();
    assert.equal(first.status, 200);
    assert.deepEqual([second.status, second.body.payload.error['result-code']], [400, '041']);
  });

  it('refuses a card form token after 24 hours', async () => {
    const gateway = givenGateway();
    const mobilejwt = await gateway.cardJwt();
    gateway.pass(24 * 3_600_000);
    const body = { type: 'SALE', amount: '10.00', ...software };
    const reply = await gateway.call('POST', '/rest/v2/mobile/transactions/sale', body, { mobilejwt });
    assert.equal(reply.status, 400);
  });

  it('stores the card while paying and charges it again by its token', async () => {
    const gateway = givenGateway();
    const saved = await gateway.sale('20.00', { 'create-token': true });
    const token = saved.body.links.find(({ rel }: { rel: string }) => rel === 'token').id;
    assert.match(token, /^11\d{13}1111$/);
    assert.equal(saved.body.payload.payloadType, 'transactionToken');
    const again = await gateway.call('POST', '/rest/v2/transactions', { type: 'SALE', amount: '5.00', card: token });
    assert.equal(again.body.payload.transaction['last-four'], '1111');
    const read = await gateway.call('GET', `/rest/v2/tokens/${token}`);
    assert.equal(read.body.payload.tokenResponse['times-used'], '1');
  });

  it('stores a card without charge by a zero authorization', async () => {
    const gateway = givenGateway();
    const mobilejwt = await gateway.cardJwt();
    const body = { type: 'auth', amount: '0.00', 'create-token': true, ...software };
    const reply = await gateway.call('POST', '/rest/v2/mobile/transactions/auth', body, { mobilejwt });
    assert.equal(reply.body.payload.payloadType, 'token');
    assert.equal(reply.body.payload.tokenResponse['last-four-digits'], '1111');
    assert.equal((await gateway.call('GET', '/rest/v2/batches/open')).status, 402);
  });

  it('declines with a transaction that searches find', async () => {
    const gateway = givenGateway();
    const declined = await gateway.sale('0.21', { 'order-id': 'kpw-2' });
    assert.equal(declined.status, 402);
    assert.equal(declined.body.payload.payloadType, 'error');
    assert.equal(declined.body.payload.error['result-code'], '012');
    assert.equal(declined.body.payload.transaction.result, 'DECLINED');
    const found = await gateway.call('GET', '/rest/v2/transactions?order-id=kpw-2');
    assert.equal(found.body.payload.transactions.transaction[0].status, 'Declined');
  });

  for (const [name, card, amount, expected] of [
    ['an invalid security code', { ...visa, csc: '666' }, '10.00', '021'],
    ['a card without funds', { ...visa, card: '4000000000000127' }, '10.00', '012'],
    ['a card to be captured', { ...visa, card: '4000000000000333' }, '10.00', '033'],
    ['an expired card', { ...visa, 'exp-date': '1024' }, '10.00', '004'],
    ['cents outside the table', visa, '0.99', '023'],
    ['cents of the table', visa, '0.71', '016'],
  ] as const) {
    it(`declines ${name} with ${expected}`, async () => {
      const reply = await givenGateway().sale(amount, card);
      assert.deepEqual([reply.status, reply.body.payload.error['result-code']], [402, expected]);
    });
  }

  it('approves the cents that the table approves', async () => {
    assert.equal((await givenGateway().sale('0.49')).status, 200);
  });

  it('books nothing for a 400', async () => {
    const gateway = givenGateway();
    assert.equal((await gateway.sale('0.14')).status, 400);
    const found = await gateway.call('GET', '/rest/v2/transactions');
    assert.deepEqual(found.body.payload.transactions.transaction, []);
  });

  for (const amount of ['10', '10.5', '-1.00', '1,00', 10, undefined]) {
    it(`refuses the amount ${JSON.stringify(amount)}`, async () => {
      const reply = await givenGateway().call('POST', '/rest/v2/transactions/sale', { ...visa, amount });
      assert.deepEqual([reply.status, reply.body.payload.error['result-code']], [400, '041']);
    });
  }

  for (const [name, body] of [
    ['a body that is no object', '[1]'],
    ['a body that is no JSON', '{"amount":'],
    ['an address that is not text', { ...visa, amount: '1.00', billing: { zip: 85284 } }],
    ['an invoice above 100 characters', { ...visa, amount: '1.00', invoice: 'x'.repeat(101) }],
    ['a card number with a wrong check digit', { ...visa, amount: '1.00', card: '4111111111111112' }],
  ] as const) {
    it(`refuses ${name}`, async () => {
      const reply = await givenGateway().call('POST', '/rest/v2/transactions/sale', body);
      assert.deepEqual([reply.status, reply.body.payload.error['result-code']], [400, '041']);
    });
  }

  it('refuses a service fee above 3.99 %', async () => {
    const gateway = givenGateway();
    assert.equal((await gateway.sale('100.00', { 'service-fee': '3.99' })).status, 200);
    assert.equal((await gateway.sale('100.00', { 'service-fee': '4.00' })).status, 400);
  });

  it('answers an unknown key with 401 and no exchange id', async () => {
    const reply = await givenGateway().call('GET', '/rest/v2/settings/terminal', undefined, {
      'api-key': 'f'.repeat(32),
    });
    assert.equal(reply.status, 401);
    assert.equal(reply.body.payload.error['result-code'], '042');
    assert.equal('exchange-id' in reply.body, false);
  });
});

describe('searching', () => {
  it('masks and pads as lists do', async () => {
    const gateway = givenGateway();
    await gateway.sale('12.00', { invoice: 'INV-9' });
    const { body } = await gateway.call('GET', '/rest/v2/transactions?invoice=INV-9');
    const [row] = body.payload.transactions.transaction;
    assert.deepEqual(
      [row.card, row['batch-string-id'], row.created, row.settled, row.voided],
      ['1111', '000214', '2025-11-20 12:00:00.000', 'false', 'false'],
    );
  });

  it('stays at the terminal unless the level is merchant, and never crosses merchants', async () => {
    const gateway = givenGateway();
    await gateway.sale('12.00');
    const seenBy = async (key: string, query: string) => {
      const reply = await gateway.call('GET', `/rest/v2/transactions${query}`, undefined, { 'api-key': key });
      return reply.body.payload.transactions.transaction.length;
    };
    assert.equal(await seenBy(miamiCounterApiKey, ''), 0);
    assert.equal(await seenBy(miamiCounterApiKey, '?level=merchant'), 1);
    assert.equal(await seenBy(strangerApiKey, '?level=merchant'), 0);
  });

  it('pages from 0, newest first', async () => {
    const gateway = givenGateway();
    for (const amount of ['1.00', '2.00', '3.00']) await gateway.sale(amount);
    const { body } = await gateway.call('GET', '/rest/v2/transactions?page=1&page-size=2');
    assert.deepEqual(
      body.payload.transactions.transaction.map((row: { amount: string }) => row.amount),
      ['1.00'],
    );
    assert.equal(body.page['total-elements'], 3);
    assert.equal(body.page.last, true);
  });

  it('reads dates with a zone and forgets after 90 days', async () => {
    const gateway = givenGateway();
    await gateway.sale('12.00');
    const count = async (query: string) =>
      (await gateway.call('GET', `/rest/v2/transactions?${query}`)).body.payload.transactions.transaction.length;
    assert.equal(await count('start-date=2025-11-20 11:59 UTC&end-date=2025-11-20 12:01 UTC'), 1);
    assert.equal(await count('start-date=2025-11-20 12:01 UTC'), 0);
    assert.equal(await count('start-date=11-20-2025 06:59 AM&end-date=11-20-2025 07:01 AM'), 1);
    gateway.pass(91 * 86_400_000);
    assert.equal(await count(''), 0);
  });
});
