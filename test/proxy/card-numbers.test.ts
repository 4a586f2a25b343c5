import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { containsCardNumber, maskCardNumbers } from '../../proxy/http/card-numbers.js';
import { createLog } from '../../proxy/log.js';
import { givenProxy, HOST_PAGE, newKey, type Proxy } from './given.js';
import { goodRequests } from './requests.js';

const CARD = '4111111111111111';

const CARDS = [
  CARD,
  '4111 1111 1111 1111',
  '4111-1111-1111-1111',
  '4111- 1111- 1111- 1111',
  'card:5555555555554444.',
  '2223000048400011',
  '3714 496353 98431',
  '6011000993026909 12/29 123',
  '4222222222222',
  `x${CARD}x`,
  `{"n":${CARD}}`,
  '4111 - 1111 - 1111 - 1111',
  '4111.1111.1111.1111',
  '4111\u20111111\u20111111\u20111111',
  '4111\n1111\n1111\n1111',
  '411111\u200b1111\u200b111111',
  '４１１１１１１１１１１１１１１１',
  '٤١١١١١١١١١١١١١١١',
  '41111111-1111-1111-8111-111111111111',
];

const NO_CARDS = [
  '4111111111111112',
  '1234567890123456',
  '2026-11-23T05:33:15.373Z',
  '01M83E9V7V0WDPJ2SNDKAQJRVA',
  '63251e62fd71c98824827324199cc412',
  'a4111111111111111b8c9d0e1f2a3b4c5',
  '5634d419-9000-4033-82b1-f1e6c15af771',
  '217b8533-e7d0-4b56-ac25-526710371639',
  '4500.00 1200.50',
  '1,2,3,4,5,6,7,8,9,10,11,12,13,14',
  '9999999999',
];

describe('a card number', () => {
  test('is recognised however it is written', () => {
    for (const text of CARDS) assert.ok(containsCardNumber(text), text);
    for (const text of NO_CARDS) assert.ok(!containsCardNumber(text), text);
  });

  test('is masked and leaves the rest of a text alone', () => {
    assert.equal(maskCardNumbers(`paid with ${CARD}, thanks`), 'paid with [card number], thanks');
    assert.equal(maskCardNumbers('order 4711'), 'order 4711');
  });
});

describe('a card number sent to the proxy', () => {
  let proxy: Proxy;
  before(async () => {
    proxy = await givenProxy();
  });
  after(() => proxy.close());

  test('is refused on every route, wherever it stands, and is neither kept nor logged', async () => {
    const requests = (await goodRequests(proxy)).filter(({ route }) => route.access !== 'anyone');
    const books = await proxy.books();
    let sent = 0;
    for (const { route, path, call, body, name } of requests) {
      const key = newKey();
      const attempts = [
        () => proxy.call(route.method, `${path}?note=4111+1111+1111+1111`, { ...call, key }),
        () => proxy.call(route.method, `${path}?note=${encodeURIComponent('4111 1111 1111 1111')}`, { ...call, key }),
        () => proxy.call(route.method, `${path}/${CARD}`.replace(/\/[^/]+(\/\d+)$/, '$1'), { ...call, key }),
        () => proxy.call(route.method, path, { ...call, key: CARD }),
      ];
      if (body) {
        const texts = [
          JSON.stringify({ ...body, notes: `card ${CARD}` }),
          JSON.stringify({ ...body, [CARD]: 1 }),
          `{"amountCents":${CARD}}`,
          `{"amountCents":4.111111111111111e15}`,
          `{"notes":"\\u0034111 1111 1111 1111"}`,
          `{"notes":"4111\\n1111\\n1111\\n1111"}`,
          `not even JSON ${CARD}`,
        ];
        attempts.push(...texts.map((text) => () => proxy.call(route.method, path, { ...call, key, text })));
      }
      for (const [at, attempt] of attempts.entries()) {
        const answer = await attempt();
        // A path that is no route any more has nothing to refuse.
        if (at === 2 && answer.status === 404) continue;
        // In a file, the end of a line and the beginning of the next are no number.
        if (at === 9 && route.maxBodyBytes !== undefined && answer.status === 400) continue;
        assert.equal(answer.json?.code, 'card-number-not-allowed', `${name} #${at} ${answer.text}`);
        assert.ok(!answer.text.includes('1111111111'), name);
        sent += 1;
      }
    }
    assert.ok(sent > 100, `only ${sent} were sent`);
    assert.equal(await proxy.books(), books);
    assert.ok(!JSON.stringify(proxy.logs).includes('11111111'));
  });

  test('typed into the gateway’s form shows up nowhere in the proxy', async () => {
    const token = await proxy.session();
    const cardToken = await proxy.cardToken('5499740000000057');
    const body = { locationId: 'miami', cardToken };
    const { status } = await proxy.call('POST', '/v1/customers/25/cards', {
      token,
      key: newKey(),
      body,
      origin: HOST_PAGE,
    });
    assert.equal(status, 201);
    const dump = (await proxy.books()) + JSON.stringify(proxy.logs);
    for (const secret of ['5499740000000057', cardToken, token]) assert.ok(!dump.includes(secret));
  });
});

describe('the log', () => {
  const lines: string[] = [];
  const log = createLog({ level: 'info', write: (line) => void lines.push(line) });
  const last = () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown>;

  test('writes one JSON object a line with the named members', () => {
    log.info('request', { method: 'GET', status: 200, ms: 3 });
    assert.deepEqual(
      { ...last(), time: '' },
      { level: 'info', time: '', method: 'GET', status: 200, ms: 3, event: 'request' },
    );
    assert.ok(lines.at(-1)?.endsWith('}\n'));
  });

  test('drops members it doesn’t know, and says so', () => {
    log.warn('odd', { body: { card: CARD }, apiKey: 'secret', status: 1 });
    assert.deepEqual(
      { ...last(), time: '' },
      { level: 'warn', time: '', status: 1, dropped: ['body', 'apiKey'], event: 'odd' },
    );
  });

  test('blots out card numbers, tokens and keys inside a text', () => {
    const jwt = 'eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl';
    log.error('failed', { reason: `${CARD} ${jwt} 63251e62fd71c98824827324199cc412 kp_sk_live_abc` });
    assert.equal(last()['reason'], '[card number] [secret] [secret] [secret]');
  });

  test('withholds a line in which a card number survived', () => {
    log.info(`paid with ${CARD}`);
    assert.equal(last()['event'], 'log-line-withheld');
    log.info('request', { ms: Number(CARD) });
    assert.equal(last()['event'], 'log-line-withheld');
  });
});
