import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { columnsOf, LocationCodes, type Columns } from '../../src/domain/reconcile/columns.js';
import { range, readCsv } from './given-report.js';

const HEADINGS = 'Transaction ID,Type,Amount,Date,Status,Batch,Terminal,Fee,Invoice,Card Type,Last 4';

describe('the bytes of a Batch report', () => {
  test('may begin with a mark of their order and end without a line break', () => {
    const { entries, faults } = readCsv(
      '\uFEFFTransaction ID,Type,Amount,Date\r\n7,SALE,1.00,2026-11-20\r\n8,SALE,2.00,2026-11-20',
    );
    assert.deepEqual(faults, []);
    assert.deepEqual(
      entries.map(({ id, amountCents }) => [id, amountCents]),
      [
        ['7', 100],
        ['8', 200],
      ],
    );
  });

  test('may hold commas, quotes and line breaks in quotes, and lines are still counted as they stand in the file', () => {
    const { entries, faults } = readCsv(
      'Transaction ID,Type,Amount,Date,Invoice\n"7",SALE,"1,234.50",2026-11-20,"Say ""José"",\r\nthen go"\n\n8,SALE,x,2026-11-20,\n',
    );
    assert.deepEqual([entries[0]?.amountCents, entries[0]?.reference], [123_450, 'Say "José",\r\nthen go']);
    assert.deepEqual(
      faults.map(({ line, column }) => [line, column]),
      [[5, 'Amount']],
    );
  });

  test('may have more cells in a line than headings, which are passed over', () => {
    const { entries, faults } = readCsv('Transaction ID,Type,Amount,Date\n7,SALE,1.00,2026-11-20,more,and more\n');
    assert.deepEqual([entries.length, faults.length], [1, 0]);
  });

  test('are refused where a quote is never closed', () => {
    const { faults } = readCsv('Transaction ID,Type,Amount,Date\n7,"SALE,1.00,2026-11-20\n8,SALE,1.00,2026-11-20\n');
    assert.deepEqual(faults, [{ line: 2, column: 'Amount', message: 'The line ends after 2 columns' }]);
  });

  test('are told of at twenty places at most', () => {
    const { faults } = readCsv(`Transaction ID,Type,Amount,Date\n${'7,SALE,x,2026-11-20\n'.repeat(100)}`);
    assert.equal(faults.length, 20);
    assert.equal(faults.at(-1)?.line, 21);
  });

  test('may be many more lines than the first ones let expect, in as many batches', () => {
    const wide = `1,SALE,1.00,2026-11-20,B0,${'w'.repeat(4_000)}\n`;
    const lines = Array.from(
      { length: 3_000 },
      (_, at) => `${at + 2},SALE,1.00,2026-11-${10 + (at % 9)},B${at % 700},\n`,
    );
    const { entries } = readCsv(`Transaction ID,Type,Amount,Date,Batch,Invoice\n${wide}${lines.join('')}`);
    assert.equal(entries.length, 3_001);
    assert.deepEqual([entries[1_500]?.id, entries[1_500]?.batchId], ['1501', `B${1_499 % 700}`]);
    const last = new Map<string, string>();
    for (const { batchId = '', day } of entries) last.set(batchId, day);
    for (const { batchId = '', day } of entries) assert.equal(day, last.get(batchId));
  });
});

const cell = (...texts: string[]) => fc.constantFrom(...texts);
const line = fc
  .tuple(
    fc.oneof(fc.integer({ min: 1, max: 99 }).map(String), cell('', '007', 'TX-1', '"TX,2"')),
    cell('SALE', 'Refund', 'VOID', 'AUTH', '"SALE"'),
    cell('1.00', '-2.50', '"$1,000.00"', '(3.00)', '4'),
    cell('2026-11-19', '2026-11-20', '11/21/2026 9:00 AM'),
    cell('Approved', 'Declined', 'Voided', ''),
    cell('', '1', '002', '3'),
    cell('', 'T1', 'T2'),
    cell('', '0.25'),
    cell('', 'INV-1', '"a ""b"""', 'Ñandú'),
    cell('VISA', 'MC', ''),
    cell('1111', 'XXXX-4242', ''),
  )
  .map((cells) => cells.join(','));

describe('a Batch report read as columns', () => {
  test('holds what its entries hold, each made when it is asked for', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
        const { columns, entries } = readCsv([HEADINGS, ...lines].join('\n'));
        assert.deepEqual(shown(columns), shown(columnsOf(entries, range, new LocationCodes())));
      }),
    );
  });
});

describe('a Batch report in quotes', () => {
  test('says the same as one without', () => {
    const plain = fc.tuple(
      fc.integer({ min: 1, max: 99_999 }).map(String),
      cell('SALE', 'SALES', 'Refund', 'VOID', 'Sale (keyed at counter)', 'Sale (keyed by phone)'),
      fc.integer({ min: 0, max: 99_999_999 }).map((cents) => (cents / 100).toFixed(2)),
      cell('2026-11-19', '2026-11-20', '2026-02-29', '2026-1-5'),
      cell('Approved', 'Declined', ''),
      cell('', '1', '214', '215', '2140'),
      cell('', 'T1', 'Counter 2'),
      cell('', '0.25', '10.00', '1'),
      cell('', 'INV-1', 'Ñandú'),
      cell('VISA', ''),
      cell('1111', ''),
    );
    fc.assert(
      fc.property(fc.array(plain, { minLength: 1, maxLength: 12 }), (rows) => {
        const without = readCsv([HEADINGS, ...rows.map((cells) => cells.join(',')), ''].join('\r\n'));
        const quoted = rows.map((cells) => cells.map((text) => `"${text}"`).join(','));
        const within = readCsv([HEADINGS, ...quoted, ''].join('\r\n'));
        assert.deepEqual(without.entries, within.entries);
        assert.deepEqual(without.faults, within.faults);
      }),
    );
  });
});

const shown = ({ length, transaction, amountCents, traits, location, entry }: Columns) => ({
  length,
  columns: [transaction, amountCents, traits, location].map((column) => [...column]),
  entries: Array.from({ length }, (_, position) => entry(position)),
});
