import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ProblemError } from '../../proxy/problem-error.js';
import { kometHand, type KometHand } from '../operations/komet-hand.js';
import { givenProxy, newKey, paymentOf, type Json, type Proxy } from './given.js';

const DAY = '2026-11-20';
const HOUR = 3_600_000;
const place = { locationId: 'miami', day: DAY };

describe("a day over HTTP, compared with Komet's own books", () => {
  let proxy: Proxy;
  let hand: KometHand;
  let paid: Json[];
  let token: string;
  before(async () => {
    proxy = await givenProxy();
    hand = kometHand(proxy.deps.store, '1');
    token = await proxy.session();
    paid = [await pay('inv-1001', 10_000), await pay('inv-1003', 7_500)];
    proxy.pass(24 * HOUR);
    token = await proxy.session();
  });
  after(() => proxy.close());

  async function pay(invoiceId: string, amountCents: number): Promise<Json> {
    const body = paymentOf(await proxy.cardToken(), { allocations: [{ invoiceId, amountCents }], amountCents });
    const { status, json, text } = await proxy.call('POST', '/v1/payments', { token, key: newKey(), body });
    assert.equal(status, 201, text);
    return json;
  }

  const post = (path: string, body: object, key = newKey(), at: Pick<Proxy, 'call'> = proxy) =>
    at.call('POST', path, { token, key, body });

  async function compare(): Promise<Json> {
    const { status, json, text } = await post('/v1/reconciliations', place);
    assert.equal(status, 201, text);
    return json;
  }

  test('R-34: is off by what was deleted in Komet, and in balance once that is entered again', async () => {
    await hand.delete(paid[1].id);
    const off = await compare();
    assert.deepEqual([off.balanced, off.offCents, off.deposit.cents], [false, -7_500, 17_500]);
    assert.deepEqual(
      off.differences.map(({ kind, cause }: Json) => [kind, cause]),
      [['missing-in-komet', 'posting-lost']],
    );
    const early = await post(`/v1/reconciliations/${off.id}/close`, { depositCents: 17_500 });
    assert.deepEqual([early.status, early.json.rule], [422, 'difference-unexplained']);
    await hand.enter({ date: DAY, amountCents: 7_500, reference: paid[1].transactionId });
    const run = await compare();
    assert.deepEqual([run.balanced, run.totals.komet.netCents, run.unsettled], [true, 17_500, []]);
  });

  test('stays open while Komet does not answer, and is closed by the same request later', async () => {
    const listPayments = () => Promise.reject(new ProblemError('komet-unreachable'));
    const cutOff = proxy.like({ komet: { ...proxy.deps.komet, listPayments } });
    const { json: run } = await post('/v1/reconciliations', place, newKey(), cutOff);
    assert.deepEqual([run.status, run.failure], ['failed', 'komet-unreachable']);
    const { id } = await compare();
    const [path, body, key] = [`/v1/reconciliations/${id}/close`, { depositCents: 17_500 }, newKey()];
    const refused = await post(path, body, key, cutOff);
    assert.deepEqual(
      [refused.status, refused.json.code, refused.json.next],
      [502, 'komet-unreachable', 'retry-same-key'],
    );
    const closed = await post(path, body, key);
    assert.deepEqual([closed.status, closed.json.status], [200, 'closed']);
    const again = await post(path, body, key, cutOff);
    assert.deepEqual([again.status, again.json.status], [200, 'closed']);
  });

  test('tells the next day for what comes too late, and is opened again by right', async () => {
    const late = paymentOf(await proxy.cardToken(), {
      date: DAY,
      allocations: [{ invoiceId: 'inv-1002', amountCents: 10_000 }],
    });
    const refused = await post('/v1/payments', late);
    assert.deepEqual([refused.status, refused.json.rule], [422, 'date-locked']);
    const { id } = await compare();
    const reason = { reason: 'A check was forgotten' };
    const clerk = await proxy.session({ roles: ['Accounts Receivables'] });
    const reopening = { token: clerk, key: newKey(), body: reason };
    const kept = await proxy.call('POST', `/v1/reconciliations/${id}/reopen`, reopening);
    assert.deepEqual([kept.status, kept.json.code], [403, 'not-permitted']);
    const opened = await post(`/v1/reconciliations/${id}/reopen`, reason);
    assert.deepEqual([opened.status, opened.json.status], [200, 'ready']);
  });

  test('that the processor no longer keeps is compared with its saved report', async () => {
    const old = { locationId: 'miami', day: '2026-07-01' };
    const { json: failed } = await post('/v1/reconciliations', old);
    assert.deepEqual([failed.status, failed.failure], ['failed', 'report-too-old']);
    await hand.enter({ date: old.day, amountCents: 2_000, reference: '700001' });
    const columns = { transactionId: 'Id', type: 'Type', amount: 'Amount', date: 'Date' };
    const csv = 'Id,Type,Amount,Date\n700001,SALE,20.00,07/01/2026\n';
    const { json: run } = await post('/v1/reconciliations', { ...old, upload: { fileName: 'july.csv', csv, columns } });
    assert.deepEqual([run.status, run.balanced, run.deposit.cents], ['ready', true, 2_000]);
  });
});
