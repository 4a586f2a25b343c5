import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { closeStore } from './given.js';
import { compare, givenPaidDay } from './given-day.js';
import { refusedWith } from './refused.js';

after(closeStore);

describe('an uploaded Batch report', () => {
  const columns = { transactionId: 'Transaction ID', type: 'Type', amount: 'Amount', date: 'Date' };
  const upload = (csv: string) => ({ fileName: 'batch.csv', csv, columns });

  const refusedAt =
    (...faults: readonly [place: string, message: string][]) =>
    (error: Error & { members?: { errors?: unknown } }) => {
      const errors = faults.map(([place, message]) => ({ pointer: `/upload/csv/${place}`, message }));
      assert.deepEqual(error.members?.errors, errors);
      return true;
    };

  test('is refused whole with the line and column of what can not be read', async () => {
    const backend = await givenPaidDay();
    const csv =
      'Transaction ID,Type,Amount,Date\n1,SALE,10.00,11/20/2026\n2,SALE,12.3x,11/20/2026\n3,SALE,1.00,2/30/2026\n';
    const wrong = refusedAt(['3/Amount', 'is not an amount in dollars and cents'], ['4/Date', 'is not a day']);
    await assert.rejects(compare(backend, upload(csv)), wrong);
  });

  test('of another day is refused: it would make the whole day look unpaid', async () => {
    const backend = await givenPaidDay();
    const csv = 'Transaction ID,Type,Amount,Date\n1,SALE,10.00,10/20/2026\n2,SALE,12.30,10/20/2026\n';
    const wrong = refusedAt(['2/Date', 'is of another day, as are all lines']);
    await assert.rejects(compare(backend, upload(csv)), wrong);
  });

  test('without a column that it is said to have is refused', async () => {
    const backend = await givenPaidDay();
    const csv = 'Transaction ID,Type,Amount,Date\n1,SALE,10.00,11/20/2026\n';
    const wrong = refusedAt(['1/Batch', 'There is no column for batchId']);
    await assert.rejects(compare(backend, { ...upload(csv), columns: { ...columns, batchId: 'Batch' } }), wrong);
  });

  test('that is something else is refused', async () => {
    const backend = await givenPaidDay();
    await assert.rejects(compare(backend, upload('<html>not a report</html>')), refusedWith('invalid-request'));
  });
});
