import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { createPooledHttp } from '../../proxy/gateway/pooled-http.js';
import type { SaleRequest } from '../../proxy/gateway/port.js';
import { createSimulator } from '../../simulator/app.js';
import { createHttpServer } from '../../simulator/server.js';
import { baseUrl, counter, givenAdapter, keyedSale, noon } from './given.js';

const atReader: SaleRequest = { ...keyedSale, source: { kind: 'terminal' } };

async function givenGatewayProcess() {
  const simulator = createSimulator({ clock: () => noon, seed: 7, origin: baseUrl });
  const server = createHttpServer(simulator).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const pool = createPooledHttp();
  after(async () => {
    await pool.close();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { simulator, gateway: givenAdapter(pool.http, { baseUrl: `http://127.0.0.1:${port}` }) };
}

test('a sale whose connection drops after it was booked is in doubt, booked once, and found', async () => {
  const { simulator, gateway } = await givenGatewayProcess();
  simulator.faults.add({ kind: 'drop-after-booking' });
  assert.deepEqual(await gateway.sale(counter, atReader), { kind: 'unknown', reason: 'connection-lost' });
  const found = await gateway.findByOrderId(counter, atReader.orderId);
  assert.ok(found.kind === 'answered');
  assert.deepEqual(
    found.transactions.map(({ orderId, result, amountCents }) => [orderId, result, amountCents]),
    [[atReader.orderId, 'approved', 41_250]],
  );
});

test('sales at the same time are each answered with their own transaction', async () => {
  const { gateway } = await givenGatewayProcess();
  const requests = Array.from({ length: 20 }, (_, number) => ({
    ...atReader,
    orderId: `o${number}`,
    amountCents: 100 + number,
  }));
  const outcomes = await Promise.all(requests.map((request) => gateway.sale(counter, request)));
  assert.deepEqual(
    outcomes.map(
      (outcome) => outcome.kind === 'approved' && [outcome.transaction.orderId, outcome.transaction.amountCents],
    ),
    requests.map(({ orderId, amountCents }) => [orderId, amountCents]),
  );
});
