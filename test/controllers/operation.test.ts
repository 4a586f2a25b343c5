import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PaymentSubmittingEvent } from '../../src/events.js';
import { declined, json, network, payment, problem } from '../services/given.js';
import { givenTag, REQUEST, stateOf } from './given.js';

const approved = () => json(payment(), 201);
const found = (status: 'requested' | 'unknown' | 'approved' | 'declined') => json({ payments: [payment({ status })] });
const NOTHING = () => json({ payments: [] });
const posts = ({ sent }: ReturnType<typeof network>) => sent.filter(({ method }) => method === 'POST');

describe('taking a payment', () => {
  it('sends one request for a double click', async () => {
    const net = network(approved());
    const { operation } = givenTag(net);
    const [first, second] = await Promise.all([operation.run(REQUEST), operation.run(REQUEST)]);
    assert.equal(first.status, 'done');
    assert.equal(second, first);
    assert.equal(net.sent.length, 1);
  });

  it('sends nothing more once it is done, until it is reset', async () => {
    const net = network(approved());
    const { operation } = givenTag(net);
    await operation.run(REQUEST);
    await operation.run(REQUEST);
    assert.equal(net.sent.length, 1);
    operation.reset();
    assert.equal(operation.state.status, 'idle');
    await operation.run(REQUEST);
    assert.equal(posts(net).length, 2);
    assert.notEqual(net.sent[0]!.key, net.sent[1]!.key);
  });

  it('keeps its key before sending, and nothing of the card or the amounts', async () => {
    let kept: [string, string][] = [];
    const tag = givenTag(
      network(() => {
        kept = [...tag.tab.kept];
        return approved();
      }),
    );
    await tag.operation.run(REQUEST);
    assert.equal(kept.length, 1);
    const record = JSON.parse(kept[0]![1]) as object;
    assert.deepEqual(Object.keys(record).sort(), ['fingerprint', 'key']);
    assert.doesNotMatch(kept[0]![1], /eyJ|10000|inv-1/);
    assert.equal(tag.tab.kept.size, 0);
  });

  it('tells the page before and after', async () => {
    const { host, operation } = givenTag(
      network(json(payment({ savedCard: { status: 'saved', cardId: 'card-9' } }), 201)),
    );
    await operation.run(REQUEST);
    assert.deepEqual(host.heard, ['komet-payment-submitting', 'komet-payment-approved', 'komet-card-saved']);
  });

  it('tells the page of a declined card, and takes the next try as a new decision', async () => {
    const net = network(declined(), approved());
    const { host, operation } = givenTag(net);
    const state = await operation.run(REQUEST);
    assert.ok(state.status === 'failed');
    assert.equal(state.error.kind, 'declined');
    assert.equal(state.payment?.decline?.cause, 'insufficient-funds');
    assert.deepEqual(host.heard.slice(1), ['komet-payment-declined', 'komet-error']);
    assert.equal((await operation.run(REQUEST)).status, 'done');
    assert.notEqual(net.sent[0]!.key, net.sent[1]!.key);
  });
});

describe('the key of a decision', () => {
  it('stays the same when the same is tried again', async () => {
    const net = network(problem('gateway-unreachable'), problem('too-many-requests'), approved());
    const { operation } = givenTag(net);
    for (const _ of [1, 2, 3]) await operation.run({ ...REQUEST });
    assert.equal(new Set(net.sent.map(({ key }) => key)).size, 1);
  });

  it('is a new one when amount, card or invoices change', async () => {
    const net = network(problem('gateway-unreachable'));
    const { operation } = givenTag(net);
    await operation.run(REQUEST);
    await operation.run({ ...REQUEST, amountCents: 9_999 });
    await operation.run({ ...REQUEST, source: { cardId: 'card-1' } });
    await operation.run({ ...REQUEST, allocations: [{ invoiceId: 'inv-2', amountCents: 10_000 }] });
    assert.equal(new Set(net.sent.map(({ key }) => key)).size, 4);
  });

  it('is given up when the proxy knows it for another request', async () => {
    const net = network(problem('idempotency-key-reused'), approved());
    const { operation } = givenTag(net);
    await operation.run(REQUEST);
    await operation.run(REQUEST);
    assert.notEqual(net.sent[0]!.key, net.sent[1]!.key);
  });
});

describe('a lost answer', () => {
  it('is asked for by the key first, and nothing is sent again', async () => {
    const net = network('lost', found('approved'));
    const { host, operation } = givenTag(net);
    assert.equal((await operation.run(REQUEST)).status, 'done');
    assert.equal(posts(net).length, 1);
    assert.equal(net.sent[1]!.url.searchParams.get('key'), net.sent[0]!.key);
    assert.deepEqual(host.heard.slice(1), ['komet-payment-approved']);
  });

  it('leaves the outcome unknown until the processor is sure, asking with growing pauses', async () => {
    const unsure = json(payment({ status: 'unknown' }));
    const net = network(problem('outcome-unknown'), found('unknown'), unsure, unsure, unsure, json(payment()));
    const { host, operation, tab } = givenTag(net);
    assert.deepEqual(await operation.run(REQUEST), { status: 'unknown', paymentId: 'pay-1' });
    await stateOf(operation, 'done');
    assert.deepEqual(tab.pauses, [1_000, 2_000, 4_000]);
    assert.equal(posts(net).length, 1);
    assert.deepEqual(host.heard.slice(1), ['komet-payment-unknown', 'komet-payment-approved']);
  });

  it('sends nothing while the outcome is unknown', async () => {
    const net = network(json(payment({ status: 'unknown' }), 202), json(payment({ status: 'unknown' })));
    const { host, operation } = givenTag(net);
    await operation.run(REQUEST);
    assert.equal((await operation.run({ ...REQUEST, amountCents: 5_000 })).status, 'unknown');
    assert.equal(posts(net).length, 1);
    host.disconnect();
  });

  it('of a declined card is told as declined', async () => {
    const { host, operation } = givenTag(network('lost', found('declined')));
    const state = await operation.run(REQUEST);
    assert.ok(state.status === 'failed');
    assert.equal(state.error.kind, 'declined');
    assert.ok(host.heard.includes('komet-payment-declined'));
  });

  it('of a request that never arrived ends as unreachable, and the same key is sent again', async () => {
    const net = network('lost', NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, approved());
    const { operation } = givenTag(net);
    await operation.run(REQUEST);
    const state = await stateOf(operation, 'failed');
    assert.ok(state.status === 'failed');
    assert.deepEqual([state.error.kind, state.error.retryable], ['unreachable', true]);
    assert.equal((await operation.run(REQUEST)).status, 'done');
    const [first, second] = posts(net);
    assert.equal(first!.key, second!.key);
  });

  it('is asked for on and on while the proxy is silent', async () => {
    const silent = Array.from({ length: 30 }, () => 'lost' as const);
    const { operation } = givenTag(network('lost', ...silent, found('approved')));
    assert.equal((await operation.run(REQUEST)).status, 'unknown');
    assert.equal((await stateOf(operation, 'done', 'failed')).status, 'done');
  });
});

describe('after a reload', () => {
  it('the outcome of an open payment is asked for and told', async () => {
    const before = givenTag(network('lost'));
    await before.operation.run(REQUEST);
    before.host.disconnect();
    const net = network(found('approved'));
    const after = givenTag(net, before.tab);
    await stateOf(after.operation, 'done');
    assert.deepEqual(after.host.heard, ['komet-payment-approved']);
    assert.equal(net.sent[0]!.method, 'GET');
    assert.equal(after.tab.kept.size, 0);
  });

  it('nothing can be sent while it is unknown', async () => {
    const before = givenTag(network('lost'));
    await before.operation.run(REQUEST);
    before.host.disconnect();
    const net = network('lost');
    const after = givenTag(net, before.tab);
    assert.equal((await stateOf(after.operation, 'unknown')).status, 'unknown');
    await after.operation.run(REQUEST);
    assert.equal(posts(net).length, 0);
    after.host.disconnect();
  });
});

describe('a removed tag', () => {
  it('tells of an outcome that came meanwhile once it is back', async () => {
    const net = network(() => {
      tag.host.disconnect();
      return approved();
    });
    const tag = givenTag(net);
    await tag.operation.run(REQUEST);
    assert.deepEqual(tag.host.heard, ['komet-payment-submitting']);
    tag.host.connect();
    assert.deepEqual(tag.host.heard.slice(1), ['komet-payment-approved']);
    assert.equal(tag.tab.kept.size, 0);
  });

  it('sends nothing any more when it was removed before', async () => {
    const net = network(approved());
    const { host, operation } = givenTag(net);
    host.addEventListener('komet-payment-submitting', () => host.disconnect());
    assert.equal((await operation.run(REQUEST)).status, 'idle');
    assert.equal(net.sent.length, 0);
  });

  it('leaves the outcome to the tag that takes its place', async () => {
    const net = network(() => {
      first.host.disconnect();
      return approved();
    }, found('approved'));
    const first = givenTag(net);
    await first.operation.run(REQUEST);
    assert.ok(!first.host.heard.includes('komet-payment-approved'));
    const second = givenTag(net, first.tab);
    await stateOf(second.operation, 'done');
    assert.deepEqual(second.host.heard, ['komet-payment-approved']);
  });
});

describe('two tags of one decision', () => {
  it('send one request', async () => {
    const net = network(approved());
    const one = givenTag(net);
    const other = givenTag(net, one.tab);
    const states = await Promise.all([one.operation.run(REQUEST), other.operation.run(REQUEST)]);
    assert.equal(posts(net).length, 1);
    assert.deepEqual(
      states.map((state) => (state.status === 'failed' ? state.error.code : state.status)),
      ['done', 'busy-elsewhere'],
    );
  });

  it('wait for one outcome when the first one’s is unknown', async () => {
    const net = network('lost', 'lost');
    const one = givenTag(net);
    await one.operation.run(REQUEST);
    const other = givenTag(net, one.tab);
    assert.equal((await other.operation.run({ ...REQUEST, amountCents: 1 })).status, 'unknown');
    assert.equal(posts(net).length, 1);
    for (const { host } of [one, other]) host.disconnect();
  });
});

describe('nothing is sent', () => {
  it('while offline', async () => {
    const net = network(approved());
    const { operation, tab } = givenTag(net);
    tab.online = false;
    const state = await operation.run(REQUEST);
    assert.ok(state.status === 'failed');
    assert.equal(state.error.kind, 'offline');
    assert.equal(net.sent.length, 0);
    tab.online = true;
    assert.equal((await operation.run(REQUEST)).status, 'done');
  });

  it('without a provider', async () => {
    const { operation } = givenTag(network(approved()), undefined, { provider: { client: undefined } });
    const state = await operation.run(REQUEST);
    assert.ok(state.status === 'failed');
    assert.equal(state.error.kind, 'not-configured');
  });

  it('when the page cancels it', async () => {
    const net = network(approved());
    const { host, operation } = givenTag(net);
    host.addEventListener('komet-payment-submitting', (event) => event.preventDefault());
    assert.equal((await operation.run(REQUEST)).status, 'idle');
    assert.equal(net.sent.length, 0);
  });

  it('when what the page waits for fails', async () => {
    const net = network(approved());
    const { host, operation } = givenTag(net);
    host.addEventListener('komet-payment-submitting', (event) => {
      if (event instanceof PaymentSubmittingEvent) event.detail.waitUntil(Promise.reject(new Error('not saved')));
    });
    const state = await operation.run(REQUEST);
    assert.ok(state.status === 'failed');
    assert.equal(state.error.code, 'stopped-by-page');
    assert.equal(net.sent.length, 0);
  });

  it('before what the page waits for is done', async () => {
    const net = network(approved());
    const { host, operation } = givenTag(net);
    let save = (): void => undefined;
    host.addEventListener('komet-payment-submitting', (event) => {
      if (event instanceof PaymentSubmittingEvent) event.detail.waitUntil(new Promise<void>((done) => (save = done)));
    });
    const running = operation.run(REQUEST);
    await new Promise(setImmediate);
    assert.equal(net.sent.length, 0);
    save();
    assert.equal((await running).status, 'done');
  });
});
