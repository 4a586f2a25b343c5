import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { GatewayOutcome, SaleRequest, Seen } from '../../proxy/gateway/port.js';
import type { FaultKind } from '../../simulator/app.js';
import { counter, givenSimulator, keyedSale, miami, noon, type Simulated } from './given.js';

const day = 86_400_000;
const range = { from: new Date(noon - day).toISOString(), to: new Date(noon + 2 * day).toISOString() };

async function cardSale(
  { cardToken }: Simulated,
  more: Partial<SaleRequest> = {},
  card?: string,
): Promise<SaleRequest> {
  return { ...keyedSale, source: { kind: 'card-token', token: await cardToken(card), storeCard: true }, ...more };
}

const atReader: SaleRequest = { ...keyedSale, source: { kind: 'terminal' } };

function approved(outcome: GatewayOutcome) {
  assert.ok(outcome.kind === 'approved', JSON.stringify(outcome));
  return outcome;
}

describe('against the simulated gateway', () => {
  test('a card from the frame is charged with its fee, found again and kept', async () => {
    const simulated = givenSimulator();
    const request = await cardSale(simulated, { feeCents: 1_200, billing: { name: 'Ana María Paz', zip: '33172' } });
    const { transaction, vaultCard } = approved(await simulated.gateway.sale(miami, request));
    assert.equal(transaction.amountCents, 41_250);
    assert.equal(transaction.feeCents, 1_200);
    assert.deepEqual(vaultCard && { ...vaultCard, vaultId: '' }, {
      vaultId: '',
      brand: 'visa',
      last4: '1111',
      expiry: '1229',
    });
    const found = await simulated.gateway.findByOrderId(miami, request.orderId);
    assert.ok(found.kind === 'answered');
    assert.equal(found.transactions.length, 1);
    assert.deepEqual(found.transactions[0], { ...transaction, createdAt: new Date(noon).toISOString() });
  });

  test('a stored card is charged, then deleted, then refused', async () => {
    const simulated = givenSimulator();
    const { gateway } = simulated;
    const stored = await gateway.storeCard(miami, {
      orderId: 'o1',
      token: await simulated.cardToken(),
      description: 'Office',
    });
    assert.ok(stored.kind === 'stored');
    const source = { kind: 'stored-card', vaultId: stored.card.vaultId, expiry: '1229' } as const;
    approved(await gateway.sale(miami, { ...keyedSale, source }));
    assert.deepEqual(await gateway.deleteCard(miami, stored.card.vaultId), { kind: 'deleted' });
    assert.deepEqual(await gateway.deleteCard(miami, stored.card.vaultId), { kind: 'deleted' });
    const refused = await gateway.sale(miami, { ...keyedSale, orderId: 'o2', source });
    assert.equal(refused.kind, 'rejected');
  });

  test('a sale of the open batch is voided once', async () => {
    const simulated = givenSimulator();
    const { gateway } = simulated;
    const sale = approved(await gateway.sale(miami, await cardSale(simulated)));
    const request = { orderId: 'r1', transactionId: sale.transaction.id, amountCents: 41_250 };
    const reversed = approved(await gateway.void(miami, request));
    assert.equal(reversed.transaction.parentId, sale.transaction.id);
    assert.deepEqual(await gateway.void(miami, { ...request, orderId: 'r2' }), {
      kind: 'rejected',
      reason: 'not-reversible',
      code: '024',
    });
    const found = await gateway.findById(miami, sale.transaction.id);
    assert.ok(found.kind === 'answered' && found.transactions[0]?.voided);
  });

  test('a sale of a closed batch is not voided but refunded, up to its amount', async () => {
    const simulated = givenSimulator();
    const { gateway } = simulated;
    const sale = approved(await gateway.sale(miami, await cardSale(simulated)));
    simulated.pass(day);
    const request = { orderId: 'r1', transactionId: sale.transaction.id, amountCents: 41_250 };
    assert.deepEqual(await gateway.void(miami, request), { kind: 'rejected', reason: 'not-reversible', code: '011' });
    const refund = approved(await gateway.refund(miami, { ...request, orderId: 'r2' }));
    assert.equal(refund.transaction.type, 'refund');
    assert.deepEqual(await gateway.refund(miami, { ...request, orderId: 'r3' }), {
      kind: 'rejected',
      reason: 'not-reversible',
      code: '025',
    });
  });

  const declines: readonly [card: string, cause: string, code: string][] = [
    ['4000000000000036', 'expired-card', '003'],
    ['4000000000000077', 'call-issuer', '007'],
    ['4000000000000127', 'insufficient-funds', '012'],
    ['4000000000000143', 'limit-exceeded', '014'],
    ['4000000000000176', 'card-not-active', '017'],
    ['4000000000000234', 'declined', '023'],
  ];
  for (const [card, cause, code] of declines) {
    test(`code ${code} is a decline for "${cause}" that a search confirms`, async () => {
      const simulated = givenSimulator();
      const outcome = await simulated.gateway.sale(miami, await cardSale(simulated, {}, card));
      assert.ok(outcome.kind === 'declined');
      assert.deepEqual([outcome.cause, outcome.code], [cause, code]);
      const found = await simulated.gateway.findByOrderId(miami, keyedSale.orderId);
      assert.ok(found.kind === 'answered');
      assert.deepEqual(
        found.transactions.map(({ id, result, cause: why }) => [id, result, why]),
        [[outcome.transactionId, 'declined', cause]],
      );
    });
  }

  test('a card token pays once', async () => {
    const simulated = givenSimulator();
    const request = await cardSale(simulated);
    approved(await simulated.gateway.sale(miami, request));
    const again = await simulated.gateway.sale(miami, { ...request, orderId: 'o2' });
    assert.deepEqual(again, { kind: 'rejected', reason: 'card-token-expired', code: '041' });
  });

  test('a fee above the gateway’s limit is our mistake, not the card token’s', async () => {
    const simulated = givenSimulator();
    const outcome = await simulated.gateway.sale(miami, await cardSale(simulated, { feeCents: 40_000 }));
    assert.deepEqual(outcome, { kind: 'rejected', reason: 'invalid-request', code: '041' });
  });

  test('a wrong key charges nothing and says so', async () => {
    const { gateway } = givenSimulator();
    const stranger = { apiKey: '0'.repeat(32) };
    assert.deepEqual(await gateway.sale(stranger, keyedSale), {
      kind: 'rejected',
      reason: 'unauthorized',
      code: '042',
    });
    assert.deepEqual(await gateway.readSettings(stranger), { kind: 'unauthorized' });
    assert.deepEqual(await gateway.findById(stranger, '1'), { kind: 'failed' });
  });

  const faults: readonly [kind: FaultKind, reason: string][] = [
    ['drop-before-booking', 'connection-lost'],
    ['drop-after-booking', 'connection-lost'],
    ['http-500-before', 'server-error'],
    ['http-500-after', 'server-error'],
    ['redirect', 'unreadable'],
    ['empty-body', 'unreadable'],
    ['truncate-json', 'unreadable'],
    ['wrong-amount', 'mismatch'],
    ['wrong-order-id', 'mismatch'],
  ];
  for (const [kind, reason] of faults) {
    test(`${kind} leaves a sale and a refund unknown (${reason})`, async () => {
      const simulated = givenSimulator();
      const { gateway, simulator } = simulated;
      const first = approved(await gateway.sale(miami, await cardSale(simulated, { orderId: 'first' })));
      const second = await cardSale(simulated, { orderId: 'second' });
      simulator.faults.add({ kind, times: 2 });
      assert.deepEqual(await gateway.sale(miami, second), { kind: 'unknown', reason });
      const request = { orderId: 'r1', transactionId: first.transaction.id, amountCents: 41_250 };
      assert.deepEqual(await gateway.refund(miami, request), { kind: 'unknown', reason });
    });
  }

  for (const [kind, reason] of faults.filter(([fault]) => fault !== 'wrong-amount')) {
    test(`${kind} leaves a void and the storing of a card unknown (${reason})`, async () => {
      const simulated = givenSimulator();
      const { gateway, simulator } = simulated;
      const sale = approved(await gateway.sale(miami, await cardSale(simulated)));
      simulator.faults.add({ kind });
      const request = { orderId: 'r1', transactionId: sale.transaction.id, amountCents: 41_250 };
      assert.deepEqual(await gateway.void(miami, request), { kind: 'unknown', reason });
      if (kind === 'wrong-order-id') return;
      const token = await simulated.cardToken();
      simulator.faults.add({ kind });
      assert.deepEqual(await gateway.storeCard(miami, { orderId: 's1', token }), { kind: 'unknown', reason });
    });
  }

  for (const [kind] of faults.filter(([fault]) => !fault.startsWith('wrong'))) {
    test(`${kind} makes a search fail instead of finding nothing`, async () => {
      const simulated = givenSimulator();
      approved(await simulated.gateway.sale(miami, await cardSale(simulated)));
      simulated.simulator.faults.add({ kind });
      assert.deepEqual(await simulated.gateway.findByOrderId(miami, keyedSale.orderId), { kind: 'failed' });
    });
  }

  test('an earlier approval given as the answer to another sale is not taken for it', async () => {
    const simulated = givenSimulator();
    approved(await simulated.gateway.sale(miami, await cardSale(simulated)));
    simulated.simulator.faults.add({ kind: 'previously-approved' });
    const outcome = await simulated.gateway.sale(miami, await cardSale(simulated, { orderId: 'other' }));
    assert.equal(outcome.kind, 'unknown');
    const found = await simulated.gateway.findByOrderId(miami, 'other');
    assert.deepEqual(found, { kind: 'answered', transactions: [] });
  });

  test('a reader charges without giving a token', async () => {
    const { gateway, simulator } = givenSimulator();
    simulator.faults.add({ kind: 'missing-token' });
    const { transaction, vaultCard } = approved(await gateway.sale(counter, atReader));
    assert.equal(transaction.last4, '1111');
    assert.equal(vaultCard, undefined);
  });

  const readerFaults: readonly [kind: FaultKind, reason: string][] = [
    ['terminal-offline', 'terminal-unreachable'],
    ['terminal-busy', 'terminal-busy'],
    ['terminal-cancelled', 'cancelled-at-terminal'],
  ];
  for (const [kind, reason] of readerFaults) {
    test(`${kind} is definite: nothing was charged`, async () => {
      const { gateway, simulator } = givenSimulator();
      simulator.faults.add({ kind });
      const outcome = await gateway.sale(counter, atReader);
      assert.ok(outcome.kind === 'rejected');
      assert.equal(outcome.reason, reason);
      assert.deepEqual(await gateway.findByOrderId(miami, atReader.orderId), { kind: 'answered', transactions: [] });
    });
  }

  test('the settings tell whose key it is and the public key', async () => {
    const outcome = await givenSimulator().gateway.readSettings(counter);
    assert.ok(outcome.kind === 'answered');
    assert.deepEqual([outcome.settings.merchantId, outcome.settings.terminalId], ['000000101202', '10018002']);
    assert.match(outcome.publicKey, /^307a3014/);
  });

  test('a search reads every page, at all of the merchant’s terminals', async () => {
    const { gateway } = givenSimulator();
    for (let number = 0; number < 205; number++) {
      approved(await gateway.sale(counter, { ...atReader, orderId: `o${number}` }));
    }
    const orderIds: (string | undefined)[] = [];
    const told: Seen[] = [];
    const listed = await gateway.listTransactions(miami, range, (transactions, seen) => {
      orderIds.push(...transactions.map(({ orderId }) => orderId));
      told.push(seen);
    });
    assert.equal(listed.kind, 'answered');
    assert.deepEqual(
      orderIds,
      Array.from({ length: 205 }, (_, number) => `o${number}`),
    );
    assert.deepEqual(
      told,
      [100, 200, 205].map((done) => ({ done, total: 205 })),
    );
  });

  test('the day closes on the totals that were expected', async () => {
    const { gateway } = givenSimulator();
    approved(await gateway.sale(counter, { ...atReader, feeCents: 1_000 }));
    const expected = { count: 1, netCents: 42_250 };
    assert.deepEqual(await gateway.closeBatch(counter, { ...expected, netCents: 1 }), { kind: 'differs' });
    const closed = await gateway.closeBatch(counter, expected);
    assert.ok(closed.kind === 'closed');
    assert.deepEqual(await gateway.closeBatch(counter), { kind: 'no-open-batch' });
    assert.deepEqual(await gateway.listBatches(miami, range), { kind: 'answered', batches: [closed.batch] });
    assert.deepEqual(
      [closed.batch.salesCount, closed.batch.salesCents, closed.batch.refundCents, closed.batch.netCents],
      [1, 42_250, 0, 42_250],
    );
    const found = await gateway.findByOrderId(miami, atReader.orderId);
    assert.ok(found.kind === 'answered');
    assert.deepEqual([found.transactions[0]?.settled, found.transactions[0]?.batchId], [true, closed.batch.id]);
  });
});
