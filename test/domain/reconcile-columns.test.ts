import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { columnsOf, LocationCodes } from '../../src/domain/reconcile/columns.js';
import type { DayRange, Entry } from '../../src/domain/reconcile/entry.js';
import { keyOfText } from '../../src/domain/reconcile/key.js';
import { reconcile, reconcileColumns } from '../../src/domain/reconcile/reconcile.js';
import { SAME_KEY } from './same-key.js';

const DAY = '2026-11-20';
const range: DayRange = { from: DAY, to: DAY };

const entry = (id: string, members: Partial<Entry> = {}): Entry => ({
  id,
  transactionId: id.slice(1),
  kind: 'sale',
  state: 'approved',
  amountCents: 10_000,
  feeCents: 0,
  tipCents: 0,
  day: DAY,
  locationId: 'miami',
  ...members,
});

describe('reconciling columns that a caller filled', () => {
  const asked = (komet: Entry[], processor: Entry[]) => {
    const locations = new LocationCodes();
    const ids: string[] = [];
    const side = (entries: Entry[]) => {
      const columns = columnsOf(entries, range, locations);
      const entryAt = (position: number): Entry => {
        const { id } = columns.entry(position);
        ids.push(id);
        return { ...columns.entry(position) };
      };
      return { ...columns, entry: entryAt };
    };
    return { result: reconcileColumns(side(komet), side(processor)), ids };
  };

  test('asks for no entry of reports that agree', () => {
    const { result, ids } = asked([entry('k1'), entry('k2')], [entry('p2'), entry('p1')]);
    assert.deepEqual([result.balanced, ids], [true, []]);
  });

  test('asks once for each entry that columns can not tell', () => {
    const plain = { amountCents: 20_000 };
    const komet = [
      entry('k1', plain),
      entry('k2', { amountCents: 9_000 }),
      entry('k3'),
      entry('k4', { reference: 'INV-4' }),
    ];
    const processor = [entry('p1', plain), entry('p2', { feeCents: 1_000 }), entry('p5')];
    const { result, ids } = asked(komet, processor);
    assert.deepEqual(result, reconcile(komet, processor, range));
    assert.deepEqual(ids.sort(), ['k2', 'k3', 'k4', 'p2', 'p5']);
  });
});

describe('ids that are looked up by the same number', () => {
  test('are never taken for one another', () => {
    const [one, other] = SAME_KEY;
    assert.equal(keyOfText(one), keyOfText(other));
    const alone = reconcile([entry('k1', { transactionId: one })], [entry('p1', { transactionId: other })], range);
    assert.deepEqual([...alone.komet.match, ...alone.processor.match], [-1, -1]);
    const komet = [entry('k1', { transactionId: one }), entry('k2', { transactionId: other })];
    const crossed = [entry('p1', { transactionId: other }), entry('p2', { transactionId: one })];
    assert.deepEqual([...reconcile(komet, crossed, range).komet.match], [1, 0]);
  });

  test('are still found among many', () => {
    const ids = [...SAME_KEY, ...Array.from({ length: 30_000 }, (_, at) => (at % 2 ? `T-${at}` : String(at + 1)))];
    const komet = ids.map((transactionId, at) => entry(`k${at}`, { transactionId }));
    const processor = ids.map((transactionId, at) => entry(`p${at}`, { transactionId })).reverse();
    const { match } = reconcile(komet, processor, range).komet;
    assert.ok(match.every((other, at) => other === ids.length - 1 - at));
  });
});
