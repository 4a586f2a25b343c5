import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { guessColumns, readHeader } from '../../src/domain/reconcile/batch-csv.js';
import { readCsv } from './given-report.js';

const amountOf = (amount: string) => {
  const { entries, faults } = readCsv(`Transaction ID,Type,Amount,Date\n7,SALE,${amount},11/20/2026\n`);
  return faults.length > 0 ? 'fault' : entries[0]?.amountCents;
};

describe('the headings of a Batch report', () => {
  test('are found under a title and in quotes, whatever parts the cells', () => {
    const title = 'Batch Report\n"Station 1; Miami"\n';
    const header = readHeader(`${title}Trans ID;"Card Type";Amount;Batch #;Date\n1;VISA;10,50;214;2026-11-20\n`);
    const rows = [['1', 'VISA', '10,50', '214', '2026-11-20']];
    assert.deepEqual([header?.line, header?.delimiter, header?.rows], [3, ';', rows]);
  });

  test('are known by the names reports give them, each for one thing', () => {
    assert.deepEqual(guessColumns(['Transaction ID', 'Type', 'Total Amount', 'Card #', 'Card Type', 'Created']), {
      transactionId: 'Transaction ID',
      type: 'Type',
      amount: 'Total Amount',
      brand: 'Card Type',
      last4: 'Card #',
      date: 'Created',
    });
  });

  test('are not seen in a file that is no report', () => assert.equal(readHeader('<html></html>'), undefined));
});

describe('amounts of a Batch report', () => {
  const amounts: [string, number | 'fault'][] = [
    ['10', 1_000],
    ['10.5', 1_050],
    ['0.07', 7],
    ['"$1,234.56"', 123_456],
    ['(12.34)', -1_234],
    ['-12.34', -1_234],
    ['12.34-', -1_234],
    ['99999999.99', 9_999_999_999],
    ['"12,34"', 'fault'],
    ['12.345', 'fault'],
    ['12.3x', 'fault'],
    ['--1.00', 'fault'],
    ['.', 'fault'],
    ['100000000.00', 'fault'],
  ];
  for (const [text, cents] of amounts) test(`${text} is ${cents}`, () => assert.equal(amountOf(text), cents));

  test('have a comma before the cents where semicolons part the cells', () => {
    const { entries } = readCsv('Transaction ID;Type;Amount;Date\n7;SALE;1.234,56;2026-11-20\n');
    assert.equal(entries[0]?.amountCents, 123_456);
  });
});

describe('lines of a Batch report', () => {
  test('count on the last day their batch holds, with the sign of what they are', () => {
    const { entries, faults } = readCsv(
      [
        'Transaction ID,Type,Amount,Date,Batch,Card,Status',
        '1,SALE,10.00,11/19/2026 6:00 PM,00214,XXXXXXXXXXXX4242,Approved',
        '2,REFUND,3.00,11/20/2026 9:00 AM,00214,"XXXX, 1111",Approved',
        '3,AUTH,5.00,11/20/2026,00214,,Approved',
        '4,SALE,5.00,11/20/2026,00214,,Voided',
        ',,12.00,,,,',
      ].join('\r\n'),
    );
    assert.deepEqual(faults, []);
    assert.deepEqual(
      entries.map(({ id, kind, state, amountCents, day, batchId, last4 }) => [
        id,
        kind,
        state,
        amountCents,
        day,
        batchId,
        last4,
      ]),
      [
        ['1', 'sale', 'approved', 1_000, '2026-11-20', '214', '4242'],
        ['2', 'refund', 'approved', -300, '2026-11-20', '214', '1111'],
        ['4', 'sale', 'voided', 500, '2026-11-20', '214', undefined],
      ],
    );
  });

  test('are faults where they can not be read: line, column and what is wrong', () => {
    const { faults } = readCsv(
      'Transaction ID,Type,Amount,Date\n1,SALE,1.00,13/01/2026\n2,SALE,x,2026-02-28\n3,SALE\n4,SALE,1.00,2026-02-30\n',
    );
    assert.deepEqual(
      faults.map(({ line, column }) => [line, column]),
      [
        [2, 'Date'],
        [3, 'Amount'],
        [4, 'Amount'],
        [5, 'Date'],
      ],
    );
  });

  test('of an unknown type are faults, never guessed', () => {
    const { faults } = readCsv('Transaction ID,Type,Amount,Date\n1,CASHBACK,1.00,2026-11-20\n');
    assert.deepEqual(faults, [{ line: 2, column: 'Type', message: 'is not known' }]);
  });
});
