import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { StoredCard } from '../../src/contract/card.js';
import { WriteController } from '../../src/controllers/write.js';
import { changeCard } from '../../src/services/cards.js';
import { givenClient, json, network, problem, type Network } from '../services/given.js';
import { Host, Tab } from './given.js';

const CARD: StoredCard = {
  id: 'card-1',
  customerId: '25',
  locationId: 'miami',
  brand: 'visa',
  last4: '1111',
  expiry: '1230',
  description: 'Front desk',
  primary: true,
  createdAt: '2026-11-03T15:00:00.000Z',
};
const changed = () => json(CARD);

function givenWrite(net: Network, tab = new Tab()) {
  const host = new Host();
  const write = new WriteController(host, {
    provider: { client: givenClient(net) },
    slot: () => 'card:card-1',
    send: (client, description: string, options) => changeCard(client)('card-1', { description }, options),
    surroundings: tab,
  });
  host.connect();
  return { host, write, tab };
}

describe('a write', () => {
  it('is one request for a double click', async () => {
    const net = network(changed());
    const { write } = givenWrite(net);
    const [first, second] = await Promise.all([write.run('Front desk'), write.run('Front desk')]);
    assert.deepEqual(first, { status: 'done', value: CARD });
    assert.equal(second, first);
    assert.equal(net.sent.length, 1);
  });

  it('repeats a request whose answer was lost under the same key until it is answered', async () => {
    const net = network('lost', 'lost', problem('request-in-progress'), changed());
    const { host, write, tab } = givenWrite(net);
    const state = await write.run('Front desk');
    assert.equal(state.status, 'done');
    assert.equal(new Set(net.sent.map(({ key }) => key)).size, 1);
    assert.equal(net.sent.length, 4);
    assert.deepEqual(tab.pauses, [1_000, 2_000, 4_000]);
    assert.deepEqual(host.heard, []);
  });

  it('shows an unknown outcome while it repeats', async () => {
    let seen = '';
    const tag = givenWrite(
      network('lost', () => {
        seen = tag.write.state.status;
        return changed();
      }),
    );
    await tag.write.run('Front desk');
    assert.equal(seen, 'unknown');
  });

  it('keeps its key over a reload as long as nothing has answered', async () => {
    const tab = new Tab();
    const before = network('lost');
    const first = givenWrite(before, tab);
    const run = first.write.run('Front desk');
    while (first.write.state.status !== 'unknown') await new Promise(setImmediate);
    first.host.disconnect();
    assert.equal((await run).status, 'unknown');
    const after = network(changed());
    await givenWrite(after, tab).write.run('Front desk');
    assert.equal(after.sent[0]!.key, before.sent[0]!.key);
    assert.equal(tab.kept.size, 0);
  });

  it('takes another input, or the same after an answer, as a new decision', async () => {
    const net = network(problem('rule-broken'), changed());
    const { write } = givenWrite(net);
    for (const description of ['Front desk', 'Front desk', 'Back office']) await write.run(description);
    assert.equal(new Set(net.sent.map(({ key }) => key)).size, 3);
  });

  it('keeps its key when the proxy asks to try again', async () => {
    const net = network(problem('gateway-unreachable'), changed());
    const { write } = givenWrite(net);
    assert.equal((await write.run('Front desk')).status, 'failed');
    assert.equal((await write.run('Front desk')).status, 'done');
    assert.equal(new Set(net.sent.map(({ key }) => key)).size, 1);
  });

  it('tells the page of a refusal', async () => {
    const { host, write } = givenWrite(network(problem('not-permitted')));
    const state = await write.run('Front desk');
    assert.ok(state.status === 'failed');
    assert.equal(state.error.code, 'not-permitted');
    assert.deepEqual(host.heard, ['komet-error']);
  });

  it('sends nothing while offline, and gives up after a dozen repeats', async () => {
    const offline = new Tab();
    offline.online = false;
    const none = network(changed());
    assert.equal((await givenWrite(none, offline).write.run('Front desk')).status, 'failed');
    assert.equal(none.sent.length, 0);
    const dead = network('lost');
    const { write } = givenWrite(dead);
    assert.equal((await write.run('Front desk')).status, 'failed');
    assert.equal(dead.sent.length, 13);
  });
});
