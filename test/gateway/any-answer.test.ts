import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import type { GatewayOutcome } from '../../proxy/gateway/port.js';
import { counter, givenAnswers, jwt, keyedSale, miami, reversal, type Canned } from './given.js';
import { approvedSale, decline, listedSale, storedCard, unauthorized } from './recorded.js';

type Members = Record<string, unknown>;

const status = fc.constantFrom(200, 200, 201, 204, 301, 400, 401, 402, 404, 500, 503);
const junk = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(
    'APPROVED',
    'Approved',
    '000',
    'SALE',
    '412.50',
    412.5,
    'kpw-01JD3',
    '',
    null,
    [],
    {},
    true,
    '4111111111111111',
  ),
);

const templates: readonly unknown[] = [
  approvedSale,
  decline('012').body,
  storedCard,
  unauthorized,
  { payload: { transactions: { transaction: [listedSale] } } },
];

/** A documented answer with up to three of its members, at any depth, replaced or removed. */
const damaged = fc
  .tuple(fc.constantFrom(...templates), fc.array(fc.tuple(fc.nat(), fc.option(junk)), { maxLength: 3 }))
  .map(([template, changes]) => changes.reduce<unknown>((value, [place, by]) => changeAt(value, place, by), template));

const body = fc.oneof(fc.string(), junk, damaged);
const answer: fc.Arbitrary<Canned> = fc.record({ status, body });
const runs = { numRuns: 3_000 };

describe('whatever the gateway answers', () => {
  test('no operation throws', async () => {
    const range = { from: '2025-11-01T00:00:00.000Z', to: '2025-11-30T00:00:00.000Z' };
    const property = fc.asyncProperty(answer, async (canned) => {
      const { gateway } = givenAnswers(canned, canned, { status: 204 });
      await gateway.sale(counter, { ...keyedSale, source: { kind: 'terminal' } });
      await gateway.void(miami, reversal);
      await gateway.refund(miami, reversal);
      await gateway.storeCard(miami, { orderId: 's1', token: jwt });
      await gateway.deleteCard(miami, '11');
      await gateway.readSettings(miami);
      await gateway.closeBatch(miami);
      await gateway.listTransactions(miami, range, () => undefined);
      await gateway.listBatches(miami, range);
    });
    await fc.assert(property, { numRuns: 1_000 });
  });

  test('a sale is approved only by a whole approval of its own amount and order', async () => {
    const property = fc.asyncProperty(answer, async (canned) => {
      const outcome = await givenAnswers(canned).gateway.sale(miami, keyedSale);
      if (outcome.kind === 'approved') assertProven(canned, outcome);
      else assert.ok(!isApproval(canned), 'the documented approval is one');
    });
    await fc.assert(property, runs);
  });

  test('nothing that says it was approved is refused for certain', async () => {
    const property = fc.asyncProperty(answer, async (canned) => {
      const outcome = await givenAnswers(canned).gateway.sale(miami, keyedSale);
      const said = transactionIn(canned)?.['result'];
      if (typeof said === 'string' && /^approved$/i.test(said)) assert.match(outcome.kind, /approved|unknown/);
    });
    await fc.assert(property, runs);
  });

  test('no card number comes through', async () => {
    const leak = { ...approvedSale.payload.transaction, card: '4111111111111111' };
    const names = Object.keys(leak);
    const property = fc.asyncProperty(fc.subarray(names), async (spoilt) => {
      const transaction = { ...leak, ...Object.fromEntries(spoilt.map((name) => [name, '4111111111111111'])) };
      const { gateway } = givenAnswers({
        body: { ...approvedSale, payload: { transaction, transactions: [transaction] } },
      });
      const outcomes = [await gateway.sale(miami, keyedSale), await gateway.findById(miami, '30011901')];
      assert.doesNotMatch(JSON.stringify(outcomes), /411111111111/);
    });
    await fc.assert(property, { numRuns: 300 });
  });
});

function assertProven(canned: Canned, { transaction }: Extract<GatewayOutcome, { kind: 'approved' }>): void {
  const row = transactionIn(canned);
  assert.equal(canned.status, 200);
  assert.match(String(row?.['result'] ?? row?.['status']), /^approved$/i);
  assert.ok(['000', undefined].includes(row?.['result-code'] as string | undefined));
  assert.equal(Number(row?.['amount']), 412.5);
  assert.equal(transaction.amountCents, 41_250);
  assert.ok(transaction.id.length > 0);
  assert.ok([undefined, keyedSale.orderId].includes(transaction.orderId));
}

function isApproval({ status: code, body: text }: Canned): boolean {
  return code === 200 && JSON.stringify(text) === JSON.stringify(approvedSale);
}

function transactionIn(canned: Canned): Members | undefined {
  const { payload } = (canned.body ?? {}) as { payload?: { transaction?: unknown } };
  const row: unknown = Array.isArray(payload?.transaction) ? payload.transaction[0] : payload?.transaction;
  return typeof row === 'object' && row !== null ? (row as Members) : undefined;
}

/** Replaces (or with null empties) the member that the number points at, counting all members at all depths. */
function changeAt(value: unknown, place: number, by: unknown): unknown {
  const paths = pathsOf(value);
  const path = paths[place % Math.max(paths.length, 1)];
  const copy = structuredClone(value);
  const parent = path?.slice(0, -1).reduce((at, name) => at[name] as Members, copy as Members);
  const last = path?.at(-1);
  if (parent && last !== undefined) parent[last] = by ?? undefined;
  return copy;
}

function pathsOf(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => [[...path, name], ...pathsOf(member, [...path, name])]);
}
