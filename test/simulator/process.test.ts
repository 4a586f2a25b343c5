import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createPublicKey, verify } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { createSimulator } from '../../simulator/app.js';
import { demoMerchants, miamiApiKey } from '../../simulator/demo-merchants.js';
import { createHttpServer } from '../../simulator/server.js';
import { publicKeyOf, signFor } from '../../simulator/signing.js';
import { origin, visa } from './given.js';

const servers: Server[] = [];
after(() => servers.forEach((server) => server.close()));

async function givenServer(simulator: ReturnType<typeof createSimulator>): Promise<number> {
  const server = createHttpServer(simulator).listen(0);
  servers.push(server);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

function sale(port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const headers = { 'api-key': miamiApiKey, 'content-type': 'application/json' };
    const call = request({ port, method: 'POST', path: '/rest/v2/transactions/sale', headers, agent: false });
    call.on('response', (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    call.on('error', reject);
    call.end(JSON.stringify({ ...visa, amount: '10.00' }));
  });
}

describe('the simulator as a process', () => {
  it('destroys the socket after booking, and answers the next call', async () => {
    const simulator = createSimulator({ origin });
    const port = await givenServer(simulator);
    simulator.faults.add({ kind: 'drop-after-booking' });
    await assert.rejects(sale(port), { code: 'ECONNRESET' });
    assert.equal(simulator.ledger.transactions.length, 1);
    assert.equal(await sale(port), 200);
  });

  it('writes its journal, keeps its state over a restart and ends on SIGTERM', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'simulator-'));
    const [journal, state] = [join(folder, 'journal'), join(folder, 'state')];
    const runOnce = async () => {
      const env = { ...process.env, PORT: '0', SIM_JOURNAL: journal, SIM_STATE: state };
      const child = spawn(process.execPath, ['--import', 'tsx', 'simulator/main.ts'], {
        env,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const [line] = (await once(child.stdout, 'data')) as [Buffer];
      await sale(Number(/:(\d+)/.exec(String(line))?.[1]));
      child.kill('SIGTERM');
      const [code] = await once(child, 'exit');
      return code;
    };
    assert.equal(await runOnce(), 0);
    assert.equal(await runOnce(), 0);
    const entries = readFileSync(journal, 'utf8')
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text));
    assert.deepEqual(
      entries.map(({ seq, transactionId }) => [seq, transactionId]),
      [
        [1, '30012901'],
        [2, '30012902'],
      ],
    );
  });
});

describe('webhooks', () => {
  it('carry the answer signed with the terminal key, until they are taken', async () => {
    const bodies: string[] = [];
    let deliver: (value: unknown) => void = () => undefined;
    const delivered = new Promise((resolve) => (deliver = resolve));
    const send = async (call: Request) => {
      bodies.push(await call.text());
      if (bodies.length === 2) deliver(undefined);
      return new Response(null, { status: bodies.length === 2 ? 204 : 503 });
    };
    const webhooks = { url: 'http://proxy.test/hook', sign: signFor, send };
    const simulator = createSimulator({ origin, webhooks, wait: async () => undefined });
    const headers = { 'api-key': miamiApiKey };
    const body = JSON.stringify({ ...visa, amount: '10.00' });
    await simulator.fetch(new Request(`${origin}/rest/v2/transactions/sale`, { method: 'POST', headers, body }));
    await delivered;

    const [, payload, signature] = /"payload":(.*),"signature":"([0-9a-f]+)"}$/.exec(bodies[1] ?? '') ?? [];
    const key = demoMerchants[0]?.terminals[0]?.publicKey ?? '';
    const publicKey = createPublicKey({ key: Buffer.from(key, 'hex'), format: 'der', type: 'spki' });
    assert.equal(verify('sha384', Buffer.from(payload ?? ''), publicKey, Buffer.from(signature ?? '', 'hex')), true);
  });

  it('use keys that fit every demo terminal', () => {
    for (const { terminalId, publicKey } of demoMerchants.flatMap(({ terminals }) => terminals)) {
      assert.equal(publicKeyOf(terminalId), publicKey);
    }
  });
});
