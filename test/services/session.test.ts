import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Session } from '../../src/contract/session.js';
import { clientError, type PayError } from '../../src/services/pay-error.js';
import { SessionKeeper, type SessionState } from '../../src/services/session-keeper.js';
import { fetchSessionToken } from '../../src/services/session-url.js';
import { TokenSource } from '../../src/services/token-source.js';
import { json, network, problem, type Reaction } from './given.js';

const NOW = Date.parse('2026-11-03T15:00:00.000Z');

const session: Session = {
  actor: { id: 'clerk-7', name: 'Ana Paz', kind: 'staff' },
  company: { id: 'demo', name: 'Demo', currency: 'USD' },
  environment: 'training',
  roles: ['Cashier'],
  permissions: ['pay'],
  locationIds: ['miami'],
  expiresAt: '2026-11-03T15:10:00.000Z',
};

/** A keeper whose clock stands still and whose timers go off by hand. */
function givenKeeper(askForToken: () => Promise<string>, ...reactions: Reaction[]) {
  const net = network(...(reactions.length > 0 ? reactions : [json(session)]));
  const states: SessionState[] = [];
  let heard = (): void => undefined;
  const changed = () => new Promise<void>((resolve) => (heard = resolve));
  const timers: { run: () => void; ms: number }[] = [];
  const keeper = new SessionKeeper({
    apiBase: 'https://pay.example',
    askForToken,
    onChange: (state) => {
      states.push(state);
      heard();
    },
    fetch: net.fetch,
    isOnline: () => true,
    patience: { repeatMs: 0 },
    now: () => NOW,
    later: (run, ms) => {
      const timer = { run, ms };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer), 1);
    },
  });
  return { keeper, net, states, timers, changed };
}

const statuses = (states: SessionState[]) => states.map(({ status }) => status);

describe('a token', () => {
  it('is asked for once, however many need it at the same time', async () => {
    let asked = 0;
    const source = new TokenSource(() => Promise.resolve(`token-${++asked}`));
    assert.deepEqual(await Promise.all([source.get(), source.get(), source.get()]), ['token-1', 'token-1', 'token-1']);
  });

  it('is renewed once when many requests were refused with it', async () => {
    let asked = 0;
    const source = new TokenSource(() => Promise.resolve(`token-${++asked}`));
    const first = await source.get();
    assert.deepEqual(await Promise.all([source.get(first), source.get(first)]), ['token-2', 'token-2']);
    assert.equal(await source.get(first), 'token-2');
  });

  it('may come with its end or alone', async () => {
    assert.equal(await new TokenSource(() => Promise.resolve({ token: 'a' })).get(), 'a');
    assert.equal(await new TokenSource(() => Promise.resolve('b')).get(), 'b');
  });

  it('that the page fails to give ends the session, and is asked for again by the next request', async () => {
    const answers = [Promise.reject(new Error('no cookie')), Promise.resolve('token-2')];
    const source = new TokenSource(() => answers.shift()!);
    await assert.rejects(source.get(), (error: PayError) => error.kind === 'session-expired');
    assert.equal(await source.get(), 'token-2');
  });
});

describe('a session', () => {
  it('is read, and renewed at 80 % of its life with a new token', async () => {
    let asked = 0;
    const { keeper, net, states, timers, changed } = givenKeeper(() => Promise.resolve(`token-${++asked}`));
    await keeper.start();
    assert.deepEqual(statuses(states), ['loading', 'ready']);
    assert.equal(timers.at(-1)!.ms, 480_000);
    timers.at(-1)!.run();
    await changed();
    assert.deepEqual(
      net.sent.map(({ authorization }) => authorization),
      ['Bearer token-1', 'Bearer token-2'],
    );
    assert.deepEqual(statuses(states), ['loading', 'ready', 'ready']);
  });

  it('says why it could not be opened', async () => {
    const { keeper, states } = givenKeeper(() => Promise.resolve('token'), problem('origin-not-allowed'));
    await keeper.start();
    const last = states.at(-1)!;
    assert.ok(last.status === 'failed');
    assert.equal(last.error.code, 'origin-not-allowed');
  });

  it('stays silent after it was stopped', async () => {
    const { keeper, states, timers } = givenKeeper(() => Promise.resolve('token'));
    const started = keeper.start();
    keeper.stop();
    await started;
    assert.deepEqual(statuses(states), ['loading']);
    assert.equal(timers.length, 0);
  });

  it('keeps what it knows while it is started again', async () => {
    const { keeper, states } = givenKeeper(() => Promise.resolve('token'));
    await keeper.start();
    keeper.stop();
    await keeper.start();
    assert.deepEqual(statuses(states), ['loading', 'ready', 'ready']);
  });
});

describe('the page’s session address', () => {
  const token = { token: 'token-1', expiresAt: '2026-11-03T15:10:00.000Z' };

  it('is asked by POST for a token', async () => {
    const net = network(json(token));
    assert.deepEqual(await fetchSessionToken('https://host.example/session', net.fetch), token);
    assert.equal(net.sent[0]!.method, 'POST');
  });

  const cases: [string, Reaction, string][] = [
    ['ends the session when it refuses', new Response(null, { status: 401 }), 'session-expired'],
    ['is unreachable when its server fails', new Response(null, { status: 500 }), 'unreachable'],
    ['is unreachable when the network fails', 'lost', 'unreachable'],
    ['must answer with a token', json({ jwt: 'x' }), 'bad-response'],
  ];
  for (const [what, reaction, kind] of cases) {
    it(what, async () => {
      const asking = fetchSessionToken('https://host.example/session', network(reaction).fetch);
      await assert.rejects(asking, (error: PayError) => error.kind === kind);
    });
  }

  it('that could not be reached is not taken for the end of the session', async () => {
    const { keeper, states } = givenKeeper(() => Promise.reject(clientError('unreachable')));
    await keeper.start();
    const last = states.at(-1)!;
    assert.ok(last.status === 'failed');
    assert.equal(last.error.kind, 'unreachable');
  });
});
