import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PaymentRequest } from '../../src/contract/payment.js';
import { listCustomers, listInvoices } from '../../src/services/customers.js';
import { PayError, type PayErrorKind } from '../../src/services/pay-error.js';
import { findPaymentByKey, readPayment, takePayment } from '../../src/services/payments.js';
import { declined, givenClient, json, network, payment, problem, type Reaction } from './given.js';

const REQUEST: PaymentRequest = {
  locationId: 'miami',
  customerId: '25',
  method: 'in-app',
  source: { cardId: 'card-1' },
  allocations: [{ invoiceId: 'inv-1', amountCents: 10_000 }],
  amountCents: 10_000,
};
const KEY = '0123456789abcdef0123456789abcdef';

async function errorOf(promise: Promise<unknown>): Promise<PayError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof PayError, `expected a PayError, got ${String(error)}`);
  return error;
}

const paying = (...reactions: Reaction[]) => {
  const net = network(...reactions);
  const patience = { writeMs: 20, readMs: 20, repeatMs: 0 };
  return { net, promise: takePayment(givenClient(net, { patience }))(REQUEST, { key: KEY }) };
};

describe('a request', () => {
  it('goes below the base address with the session’s token', async () => {
    const net = network(json({ invoices: [] }));
    await listInvoices(givenClient(net))('a/b', 'miami');
    assert.equal(net.sent[0]!.url.href, 'https://pay.example/komet-pay/v1/customers/a%2Fb/invoices?locationId=miami');
    assert.equal(net.sent[0]!.authorization, 'Bearer token-1');
  });

  it('leaves out what was not asked for', async () => {
    const net = network(json({ customers: [] }));
    await listCustomers(givenClient(net))({ search: 'rosas' });
    assert.equal(net.sent[0]!.url.search, '?search=rosas');
  });

  it('that takes a payment carries the key of its decision', async () => {
    const { net, promise } = paying(json(payment(), 201));
    assert.equal((await promise).id, 'pay-1');
    assert.equal(net.sent[0]!.key, KEY);
    assert.deepEqual(JSON.parse(net.sent[0]!.body), REQUEST);
  });

  it('ends with the reason of its signal when that is aborted', async () => {
    const stop = new AbortController();
    const reading = readPayment(givenClient(network('silence')))('pay-1', { signal: stop.signal });
    stop.abort(new Error('left the page'));
    await assert.rejects(reading, { message: 'left the page' });
  });
});

describe('repeating', () => {
  it('reads twice more after the network or the server failed', async () => {
    const net = network('lost', problem('not-ready'), json(payment()));
    assert.equal((await readPayment(givenClient(net))('pay-1')).id, 'pay-1');
    assert.equal(net.sent.length, 3);
  });

  it('gives a read up after the third failure', async () => {
    const net = network('lost');
    assert.equal((await errorOf(readPayment(givenClient(net))('pay-1'))).kind, 'unreachable');
    assert.equal(net.sent.length, 3);
  });

  for (const reaction of ['lost', problem('internal-error'), problem('not-ready')] as const) {
    const what = typeof reaction === 'string' ? 'a lost answer' : `a status of ${reaction.status}`;
    it(`never sends a payment twice after ${what}`, async () => {
      const { net, promise } = paying(reaction);
      await errorOf(promise);
      assert.equal(net.sent.length, 1);
    });
  }
});

describe('a refused token', () => {
  it('is renewed once, and the payment is sent again with the same key', async () => {
    const net = network(problem('not-authenticated'), json(payment(), 201));
    const refused: (string | undefined)[] = [];
    const getToken = (token?: string) => {
      refused.push(token);
      return Promise.resolve(token ? 'token-2' : 'token-1');
    };
    await takePayment(givenClient(net, { getToken }))(REQUEST, { key: KEY });
    assert.deepEqual(refused, [undefined, 'token-1']);
    assert.deepEqual(
      net.sent.map(({ authorization, key }) => [authorization, key]),
      [
        ['Bearer token-1', KEY],
        ['Bearer token-2', KEY],
      ],
    );
  });

  it('ends the session when the new one is refused too', async () => {
    const { net, promise } = paying(problem('not-authenticated'));
    const error = await errorOf(promise);
    assert.deepEqual([error.kind, error.moneyMoved, error.next], ['session-expired', 'no', 'sign-in']);
    assert.equal(net.sent.length, 2);
  });
});

describe('what a payment’s answer means', () => {
  const brokenProxy = () => new Response('<html>Bad gateway</html>', { status: 502 });
  const cases: [string, Reaction, PayErrorKind, 'no' | 'unknown', boolean][] = [
    ['a declined card', declined(), 'declined', 'no', false],
    ['a broken rule', problem('rule-broken', { rule: 'invoice-not-open' }), 'refused', 'no', false],
    ['a busy invoice', problem('invoice-busy'), 'refused', 'no', false],
    ['too many attempts', problem('too-many-requests'), 'refused', 'no', true],
    ['an unreachable gateway', problem('gateway-unreachable'), 'unreachable', 'no', true],
    ['a lost answer of the gateway', problem('outcome-unknown'), 'unknown-outcome', 'unknown', false],
    ['the same key still running', problem('request-in-progress'), 'unknown-outcome', 'unknown', false],
    ['a fault of the proxy', problem('internal-error'), 'unknown-outcome', 'unknown', false],
    ['a lost answer of the proxy', 'lost', 'unknown-outcome', 'unknown', false],
    ['no answer in time', 'silence', 'unknown-outcome', 'unknown', false],
    ['an approval that can’t be read', json({ id: 'pay-1' }, 201), 'bad-response', 'unknown', false],
    ['an answer that is not the proxy’s', brokenProxy(), 'bad-response', 'unknown', false],
  ];
  for (const [what, reaction, kind, moneyMoved, retryable] of cases) {
    it(`is “${kind}” for ${what}`, async () => {
      const error = await errorOf(paying(reaction).promise);
      assert.deepEqual([error.kind, error.moneyMoved, error.retryable], [kind, moneyMoved, retryable]);
    });
  }

  it('keeps the declined payment and the reference of the request', async () => {
    const error = await errorOf(paying(declined()).promise);
    assert.equal(error.payment?.decline?.cause, 'insufficient-funds');
    assert.equal(error.requestId, 'req-7');
  });
});

describe('what a read’s answer means', () => {
  it('is never that money moved', async () => {
    for (const reaction of [problem('internal-error'), json({ nonsense: true }), 'silence'] as const) {
      const patience = { readMs: 20, repeatMs: 0 };
      const error = await errorOf(readPayment(givenClient(network(reaction), { patience }))('pay-1'));
      assert.equal(error.moneyMoved, 'no');
    }
  });

  it('is nothing when no payment was made under a key', async () => {
    const net = network(json({ payments: [] }));
    assert.equal(await findPaymentByKey(givenClient(net))(KEY), undefined);
    assert.equal(net.sent[0]!.url.searchParams.get('key'), KEY);
  });
});

describe('without a connection', () => {
  it('nothing is sent', async () => {
    const net = network(json(payment(), 201));
    const client = givenClient(net, { isOnline: () => false });
    assert.equal((await errorOf(takePayment(client)(REQUEST, { key: KEY }))).kind, 'offline');
    assert.equal(net.sent.length, 0);
  });
});
