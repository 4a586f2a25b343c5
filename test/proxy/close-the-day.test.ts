import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test, type TestContext } from 'node:test';
import type { PaymentGateway } from '../../proxy/gateway/port.js';
import { givenProxy, newKey, paymentOf, SECRETS, type Proxy } from './given.js';

const DAY = '2026-11-20';
const HOUR = 3_600_000;
const BATCHES = '/v1/reports/batches';
const columns = { transactionId: 'Id', type: 'Type', amount: 'Amount', date: 'Date' };

describe('closing the day over HTTP', () => {
  let proxy: Proxy;
  let token: string;
  before(async () => {
    proxy = await givenProxy();
    await pay('inv-1001');
    proxy.pass(24 * HOUR);
  });
  // A session lasts less than the days that pass here.
  beforeEach(async () => {
    token = await proxy.session();
  });
  after(() => proxy.close());

  async function pay(invoiceId: string): Promise<void> {
    const allocations = [{ invoiceId, amountCents: 10_000 }];
    const body = paymentOf(await proxy.cardToken(), { allocations });
    const paid = await proxy.call('POST', '/v1/payments', { token: await proxy.session(), key: newKey(), body });
    assert.equal(paid.status, 201, paid.text);
  }

  const get = (path: string) => proxy.call('GET', path, { token });
  const upload = (csv: string) =>
    proxy.call('POST', '/v1/reconciliations', {
      token,
      key: newKey(),
      body: { locationId: 'miami', day: DAY, upload: { fileName: 'batch.csv', csv, columns } },
    });

  test('the report of batches sums up what the processor settled at a location', async () => {
    const { status, json } = await get(`${BATCHES}?locationId=miami&from=${DAY}&to=${DAY}`);
    assert.equal(status, 200);
    assert.deepEqual([json.timeZone, json.closedCount, json.closedCents], ['America/New_York', 1, 10_000]);
    const [batch] = json.batches;
    assert.deepEqual([batch.day, batch.status, batch.salesCount, batch.netCents], [DAY, 'closed', 1, 10_000]);
    const { json: other } = await get(`${BATCHES}?locationId=bogota&from=${DAY}&to=${DAY}`);
    assert.deepEqual([other.batches, other.closedCents], [[], 0]);
  });

  test('the report of batches is for those who close days, of places they see, as far as the processor keeps it', async () => {
    const range = `from=${DAY}&to=${DAY}`;
    const sales = await proxy.session({ roles: ['Sales'] });
    const refused = await proxy.call('GET', `${BATCHES}?locationId=miami&${range}`, { token: sales });
    assert.equal(refused.json.code, 'not-permitted');
    const elsewhere = await proxy.session({ locationIds: ['bogota'] });
    const hidden = await proxy.call('GET', `${BATCHES}?locationId=miami&${range}`, { token: elsewhere });
    assert.equal(hidden.json.code, 'not-found');
    const long = await get(`${BATCHES}?locationId=miami&from=2026-10-01&to=${DAY}`);
    assert.deepEqual([long.json.code, long.json.errors[0].pointer], ['invalid-request', '/query/to']);
    const old = await get(`${BATCHES}?locationId=miami&from=2026-07-01&to=2026-07-02`);
    assert.equal(old.json.rule, 'report-too-old');
  });

  test('an uploaded report is compared, and its columns are known to the company from then on', async () => {
    const run = await upload(`Id,Type,Amount,Date\n77,SALE,"$1,000.50",11/20/2026\n`);
    assert.equal(run.status, 201, run.text);
    assert.deepEqual(run.json.source, { kind: 'upload', fileName: 'batch.csv' });
    assert.equal(run.json.totals.processor.netCents, 100_050);
    assert.deepEqual((await get('/v1/report-mapping')).json, { columns });
    const other = await proxy.call('GET', '/v1/report-mapping', { token: await proxy.session({}, SECRETS.two) });
    assert.deepEqual(other.json, {});
  });

  test('a wrong file is refused with its lines and columns, and nothing is compared', async () => {
    const before = (await get(`/v1/locations/miami/reconciliation-days?from=${DAY}&to=${DAY}`)).text;
    const { status, json } = await upload('Id,Type,Amount,Date\n1,SALE,12.3x,11/20/2026\n2,SALE,1.00,2/30/2026\n');
    assert.deepEqual([status, json.code], [400, 'invalid-request']);
    assert.deepEqual(
      json.errors.map(({ pointer }: { pointer: string }) => pointer),
      ['/upload/csv/2/Amount', '/upload/csv/3/Date'],
    );
    assert.equal((await get(`/v1/locations/miami/reconciliation-days?from=${DAY}&to=${DAY}`)).text, before);
  });

  test('a long comparison is answered with how far it is, and stops when it is cancelled', async (context) => {
    const { run, release, asked } = await givenLongRun(context);
    assert.deepEqual([run.status, run.json.status], [202, 'running']);
    const path = `/v1/reconciliations/${run.json.id}`;
    assert.deepEqual((await get(path)).json.progress, { stage: 'transactions', done: 0 });
    const cancelled = await proxy.call('POST', `${path}/cancel`, { token });
    assert.deepEqual([cancelled.status, cancelled.json.status], [200, 'cancelled']);
    release();
    const body = { locationId: 'miami', day: DAY };
    const again = await proxy.call('POST', '/v1/reconciliations', { token, key: newKey(), body });
    assert.deepEqual([again.status, again.json.status], [201, 'ready']);
    assert.equal(asked(), 1, 'asked on for transactions that nobody waits for');
    assert.equal((await get(path)).json.status, 'cancelled');
  });

  /** A comparison that the processor keeps waiting until it is released. */
  async function givenLongRun(context: TestContext) {
    const { gateway } = proxy.deps;
    let asked = 0;
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let saw = (): void => undefined;
    const seen = new Promise<void>((resolve) => (saw = resolve));
    const listTransactions: PaymentGateway['listTransactions'] = async (...call) => {
      asked += 1;
      saw();
      await held;
      return gateway.listTransactions(...call);
    };
    const slow = proxy.like({ gateway: { ...gateway, listTransactions } });
    context.mock.timers.enable({ apis: ['setTimeout'] });
    const body = { locationId: 'miami', day: DAY };
    const answer = slow.call('POST', '/v1/reconciliations', { token, key: newKey(), body });
    await seen;
    context.mock.timers.tick(10_000);
    context.mock.timers.reset();
    return { run: await answer, release, asked: () => asked };
  }

  test('a batch whose closing was answered by nobody is told as on its way, and is closed once', async () => {
    await pay('inv-1002');
    proxy.simulator.faults.add({ match: { method: 'PUT', path: '/rest/v2/batches' }, kind: 'drop-after-booking' });
    const key = newKey();
    const close = () => proxy.call('POST', '/v1/locations/miami/close-batch', { token, key });
    const closings = () =>
      proxy.simulator.journal().filter(({ path, method }) => method === 'PUT' && path.includes('/batches/open')).length;
    const lost = await close();
    assert.equal(lost.status, 200, lost.text);
    assert.deepEqual(
      lost.json.batches.map(({ outcome }: { outcome: string }) => outcome),
      ['pending'],
    );
    assert.deepEqual((await close()).json, lost.json);
    assert.equal(closings(), 1);
    const { json } = await get(`${BATCHES}?locationId=miami&from=2026-11-21&to=2026-11-21`);
    assert.deepEqual([json.closedCount, json.closedCents], [1, 10_000]);
  });
});
