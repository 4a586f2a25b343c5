import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { demoMerchants } from '../../simulator/demo-merchants.js';
import { newKey, paymentOf, type Json } from './given.js';
import {
  call,
  openSession,
  proxyEnvironment,
  SECRET,
  startProxy,
  startSimulator,
  until,
  type Server,
} from './processes.js';

describe('the proxy as a process', () => {
  let simulator: Server;
  let folder: string;
  const running = new Set<Server>();
  const start = async (environment: Record<string, string>): Promise<Server> => {
    const proxy = await startProxy(environment);
    running.add(proxy);
    return proxy;
  };

  before(async () => {
    simulator = await startSimulator();
    folder = await mkdtemp(join(tmpdir(), 'komet-pay-'));
  });
  after(async () => {
    for (const { child } of running) child.kill('SIGKILL');
    await simulator.end('SIGTERM');
    await rm(folder, { recursive: true });
  });

  test('starts on an empty store, and when asked to end finishes the payment under way first', async () => {
    const environment = await proxyEnvironment(simulator.url, 'memory://');
    const proxy = await start(environment);
    assert.match(proxy.output(), /everything is gone when the process ends/);
    assert.equal((await call(`http://localhost:${environment['CARD_FRAME_PORT']}/healthz`)).status, 404);
    const token = await openSession(proxy.url);
    const body = paymentOf(await typedCard(simulator.url));
    await delaySale();
    const paying = call(`${proxy.url}/v1/payments`, { method: 'POST', token, key: newKey(), body });
    await saleArrived();
    const ended = proxy.end('SIGTERM');
    const { status, json } = await paying;
    assert.equal(status, 201);
    assert.equal(json.status, 'approved');
    assert.deepEqual(await ended, { code: 0, signal: null });
    for (const line of proxy.output().trim().split('\n')) assert.ok(JSON.parse(line).event, line);
  });

  test('names every wrong variable at once and does not start', () => {
    const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'proxy/main.ts'], {
      env: { PATH: process.env['PATH'], PORT: 'x', GATEWAY_URL: 'y' },
      encoding: 'utf8',
    });
    assert.equal(status, 1);
    for (const name of ['KOMET_ENVIRONMENT', 'PORT', 'GATEWAY_URL', 'INTEGRATORS'])
      assert.ok(stderr.includes(name), name);
  });

  test('killed in mid-payment, it comes back and settles it with one charge', async () => {
    const environment = await proxyEnvironment(simulator.url, join(folder, 'data'));
    const first = await start(environment);
    const token = await openSession(first.url);
    const key = newKey();
    const body = paymentOf(await typedCard(simulator.url));
    await delaySale();
    const lost = call(`${first.url}/v1/payments`, { method: 'POST', token, key, body }).catch(() => 'lost');
    await saleArrived();
    assert.deepEqual(await first.end('SIGKILL'), { code: null, signal: 'SIGKILL' });
    assert.equal(await lost, 'lost');

    const second = await start(environment);
    const find = async () => (await call(`${second.url}/v1/payments?key=${key}`, { token })).json.payments[0];
    const settled = await until(find, (payment) => payment?.status === 'approved');
    const again = await call(`${second.url}/v1/payments`, { method: 'POST', token, key, body });
    assert.equal(again.status, 201);
    assert.equal(again.headers.get('idempotent-replayed'), 'true');
    assert.equal(again.json.id, settled.id);
    const journal = (await call(`${simulator.url}/__sim/journal`)).json as Json[];
    assert.equal(journal.filter((entry) => entry.booked && entry.orderId === settled.id).length, 1);
    const books = (await call(`${second.url}/v1/export`, { token: SECRET })).json;
    assert.equal(books.payments.length, 1);
    assert.deepEqual(books.holds, []);
    assert.equal((await second.end('SIGTERM')).code, 0);
  });

  test('starts with another key to seal with, and the gateway keys are entered anew', async () => {
    const environment = await proxyEnvironment(simulator.url, join(folder, 'sealed'));
    const seal = (byte: number) => ({ KEY_ENCRYPTION_KEY: Buffer.alloc(32, byte).toString('base64') });
    await (await start({ ...environment, ...seal(1) })).end('SIGTERM');
    const proxy = await start({ ...environment, ...seal(2) });
    assert.match(
      proxy.output(),
      /gateway-key-not-proved.*KEY_ENCRYPTION_KEY|KEY_ENCRYPTION_KEY.*gateway-key-not-proved/,
    );
    const keys = `${proxy.url}/v1/locations/miami`;
    const apiKey = demoMerchants[0]!.terminals[0]!.apiKey;
    const entered = await call(`${keys}/keys`, { method: 'PUT', token: SECRET, body: { apiKey } });
    assert.equal(entered.status, 204);
    const proved = await call(`${keys}/verify`, { method: 'POST', token: SECRET, body: {} });
    assert.equal(proved.json.integrationState, 'ready');
    assert.equal((await proxy.end('SIGTERM')).code, 0);
  });

  /** The gateway takes its time over the next sale. */
  const delaySale = () =>
    call(`${simulator.url}/__sim/faults`, {
      method: 'POST',
      body: { kind: 'delay', ms: 1_500, match: { path: '/rest/v2/mobile/transactions' } },
    });
  const saleArrived = () =>
    until(
      async () => (await call(`${simulator.url}/__sim/faults`)).json as Json[],
      (left) => left.length === 0,
    );
});

async function typedCard(gatewayUrl: string): Promise<string> {
  const response = await fetch(`${gatewayUrl}/rest/v2/mobilejwt/manual`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'public-key': demoMerchants[0]!.terminals[0]!.publicKey },
    body: JSON.stringify({
      card: '4111111111111111',
      'exp-date': '1230',
      csc: '999',
      'software-type': 'js-sdk',
      'software-type-version': '1',
    }),
  });
  const { payload }: Json = await response.json();
  return payload['mobile-jwt'].jwt;
}
