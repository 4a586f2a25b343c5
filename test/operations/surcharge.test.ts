import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { createClearentGateway } from '../../proxy/gateway/clearent/adapter.js';
import { createFetchHttp } from '../../proxy/gateway/fetch-http.js';
import type { PaymentGateway } from '../../proxy/gateway/port.js';
import { chargeBack } from '../../proxy/operations/charge-back/charge-back.js';
import { changeLocationSettings } from '../../proxy/operations/settings/location-settings.js';
import { takePayment } from '../../proxy/operations/take-payment.js';
import type { FeeRule } from '../../src/contract/location.js';
import { closeStore, givenBackend, givenRequest, newKey, type Backend } from './given.js';

after(closeStore);

/** A location that adds 2.90 % in this way, and a processor that finds a debit card. */
async function givenDebitCard(kind: FeeRule['kind']) {
  const backend = await givenBackend();
  const change = { feeRule: { kind, percentHundredths: 290 } };
  await changeLocationSettings(backend.deps)(backend.actor(), { key: newKey(), locationId: 'miami', change });
  const request = await givenRequest(backend, { feeCents: 290 });
  const deps = backend.with({ gateway: withoutFee(backend) });
  return { backend, pay: () => takePayment(deps)(backend.actor(), { key: newKey(), request }) };
}

/** Charges the amount alone and says that no surcharge was applied. */
function withoutFee({ simulator, deps }: Backend): PaymentGateway {
  const http = createFetchHttp(async (request) => {
    if (!request.url.endsWith('/sale')) return simulator.fetch(request);
    const { 'service-fee': _, ...body } = (await request.clone().json()) as Record<string, unknown>;
    const { url, method, headers } = request;
    const answer = await simulator.fetch(new Request(url, { method, headers, body: JSON.stringify(body) }));
    const told = (await answer.json()) as { payload: { transaction: object } };
    Object.assign(told.payload.transaction, { 'surcharge-applied': 'false' });
    return Response.json(told, { status: answer.status });
  });
  return createClearentGateway({
    baseUrl: 'http://gateway.test',
    http,
    softwareVersion: '0.0.0-test',
    saleTimeoutMs: 30_000,
    terminalTimeoutMs: 150_000,
    queryTimeoutMs: 10_000,
    clock: deps.clock,
  });
}

describe('a debit card at a location with a fee', () => {
  test('bears no surcharge: the payment, its posting and its charge back are over what was charged', async () => {
    const { backend, pay } = await givenDebitCard('surcharge');
    const { status, payment } = await pay();
    assert.deepEqual([status, payment.status, payment.posting], [201, 'approved', 'posted']);
    assert.deepEqual([payment.amountCents, payment.feeCents, payment.totalCents], [10_000, 0, 10_000]);
    const reversal = { key: newKey(), paymentId: payment.id, request: { reason: 'Wrong card' } };
    const { payment: back } = await chargeBack(backend.deps)(backend.actor(), reversal);
    assert.deepEqual([back.status, back.totalCents], ['approved', -10_000]);
  });

  test('leaves the outcome open when what went missing is no surcharge', async () => {
    const { pay } = await givenDebitCard('convenience');
    const { status, payment } = await pay();
    assert.deepEqual([status, payment.status, payment.feeCents], [202, 'unknown', 290]);
  });
});
