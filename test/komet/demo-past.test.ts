import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { startBackend, type Backend } from '../../scripts/backend.js';
import { openDemoBooks, type DemoBooks } from '../../scripts/demo-books.js';
import { livePast } from '../../scripts/demo-past.js';
import type { DayList, Reconciliation } from '../../src/contract/reconciliation.js';
import { shiftDay, wallClock } from '../../src/domain/reconcile/business-day.js';

const today = wallClock('America/New_York', Date.now()).day;
const daysAgo = (count: number): string => shiftDay(today, -count);

describe('the demo as it opens for the first time', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'komet-past-'));
  let backend: Backend;
  let books: DemoBooks;
  before(async () => {
    backend = await startBackend({ dataDir, prepare: livePast });
    books = openDemoBooks({ url: backend.proxyUrl, backend });
  });
  after(async () => {
    await backend.stop();
    rmSync(dataDir, { recursive: true });
  });

  test('has three closed days behind it, and two to be looked at', async () => {
    const path = `/v1/locations/miami/reconciliation-days?from=${daysAgo(5)}&to=${daysAgo(1)}`;
    const { days } = (await books.call('GET', path)) as DayList;
    assert.deepEqual(
      days.map(({ state }) => state),
      ['closed', 'closed', 'closed', 'open', 'open'],
    );
    assert.ok(days.every(({ depositCents = 1 }) => depositCents > 0));
  });

  test('explains what went wrong on those two, and nothing else', async () => {
    const causesOf = async (day: string) => {
      const run = (await books.call('POST', '/v1/reconciliations', { locationId: 'miami', day })) as Reconciliation;
      return run.differences.map(({ cause }) => cause);
    };
    assert.deepEqual(await causesOf(daysAgo(2)), ['voided-at-processor']);
    assert.deepEqual(await causesOf(daysAgo(1)), ['keyed-at-virtual-terminal']);
  });

  test('keeps a journal of the gateway in which every sale was approved once', () => {
    const lines = readFileSync(join(dataDir, 'simulator.ndjson'), 'utf8').trim().split('\n');
    const sales = lines
      .map((line) => JSON.parse(line) as { booked: boolean; type?: string; orderId?: string })
      .filter(({ booked, type }) => booked && type === 'SALE');
    assert.equal(sales.length, 16);
    assert.equal(new Set(sales.map(({ orderId }) => orderId)).size, 16);
  });
});
