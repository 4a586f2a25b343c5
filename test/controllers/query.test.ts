import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PayClient } from '../../src/services/call.js';
import { clientError } from '../../src/services/pay-error.js';
import { QueryController } from '../../src/controllers/query.js';
import { givenClient, network } from '../services/given.js';
import { Host } from './given.js';

interface Reading {
  readonly args: readonly unknown[];
  readonly signal: AbortSignal;
  answer(data: string): Promise<void>;
  fail(): Promise<void>;
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A tag that reads something by a customer's id, answered by hand. */
async function givenQuery() {
  const host = new Host();
  const readings: Reading[] = [];
  const place = {
    client: givenClient(network('lost')) as PayClient | undefined,
    customerId: '25' as string | undefined,
  };
  const load = (_client: PayClient, args: readonly [string], signal: AbortSignal) =>
    new Promise<string>((resolve, reject) => {
      const answer = (data: string) => (resolve(data), settled());
      const fail = () => (reject(clientError('unreachable')), settled());
      readings.push({ args, signal, answer, fail });
    });
  const args = () => (place.customerId === undefined ? undefined : ([place.customerId] as const));
  const query = new QueryController(host, { provider: place, args, load });
  const change = async (next: Partial<typeof place>) => {
    Object.assign(place, next);
    host.requestUpdate();
    await settled();
  };
  host.connect();
  await settled();
  return { host, query, readings, change };
}

describe('a query', () => {
  it('reads as soon as it knows what, and again when that changes', async () => {
    const { query, readings, change } = await givenQuery();
    assert.equal(query.state.status, 'loading');
    await readings[0]!.answer('first');
    assert.deepEqual(query.state, { status: 'ready', data: 'first', refreshing: false });
    await change({});
    assert.equal(readings.length, 1);
    await change({ customerId: '26' });
    assert.equal(query.data, undefined);
    await readings[1]!.answer('second');
    assert.equal(query.data, 'second');
    assert.deepEqual(
      readings.map((reading) => reading.args),
      [['25'], ['26']],
    );
  });

  it('waits for the session, and for what it needs to know', async () => {
    const { query, readings, change } = await givenQuery();
    await change({ customerId: undefined });
    assert.equal(query.state.status, 'initial');
    await change({ customerId: '25', client: undefined });
    assert.equal(query.state.status, 'initial');
    assert.equal(readings.length, 1);
  });

  it('forgets the answer to an earlier question', async () => {
    const { query, readings, change } = await givenQuery();
    await change({ customerId: '26' });
    assert.ok(readings[0]!.signal.aborted);
    await readings[1]!.answer('second');
    await readings[0]!.answer('first');
    assert.equal(query.data, 'second');
  });

  it('keeps what it has in view while it is refreshed, and when that fails', async () => {
    const { query, readings } = await givenQuery();
    await readings[0]!.answer('old');
    void query.refresh();
    assert.deepEqual(query.state, { status: 'ready', data: 'old', refreshing: true });
    await readings[1]!.fail();
    assert.deepEqual(query.state, { status: 'error', error: clientError('unreachable'), data: 'old' });
    void query.refresh();
    await readings[2]!.answer('new');
    assert.deepEqual(query.state, { status: 'ready', data: 'new', refreshing: false });
  });

  it('reads anew when its tag comes back, with the old data in view', async () => {
    const { host, query, readings } = await givenQuery();
    await readings[0]!.answer('old');
    host.disconnect();
    host.connect();
    await settled();
    assert.deepEqual(query.state, { status: 'ready', data: 'old', refreshing: true });
    await readings[1]!.answer('new');
    assert.equal(query.data, 'new');
  });
});
