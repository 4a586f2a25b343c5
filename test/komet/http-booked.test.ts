import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ProblemError } from '../../proxy/problem-error.js';
import { givenKometApi, type Scripted } from './komet-api.js';

const DAY = '2026-11-20';
const MIAMI = { locationId: '12', from: DAY, to: DAY };

/** A payment with the members of the documented list, spelled as its samples spell them. */
const row = (members: object = {}): object => ({
  id: '990001',
  controlNumber: 4711,
  date: '2026-11-20',
  customer: 'Petal & Stem Florist',
  method: 'Credit Card (In-App)',
  totalPayment: '40.00',
  checkReference: '88210001',
  locationId: 12,
  externalSystemSynced: 0,
  orders: [{ number: 1001, amount: '40.00' }],
  ...members,
});

function givenBooks(...payments: object[]) {
  const api = givenKometApi();
  api.answer('payment.list', { status: '1', message: 'OK', payments });
  return api;
}

const listed = async (payments: object[]) => (await givenBooks(...payments).komet.listPayments('1', MIAMI)) ?? [];

describe("the payments that Komet's API lists", () => {
  test('are read by location and day, in whole cents', async () => {
    const { komet, asked } = givenBooks(row());
    assert.deepEqual(await komet.listPayments('1', MIAMI), [
      {
        id: '990001',
        controlNumber: 4711,
        customerName: 'Petal & Stem Florist',
        date: DAY,
        locationId: '12',
        amountCents: 4_000,
        reference: '88210001',
      },
    ]);
    assert.deepEqual(asked, [
      { verb: 'GET', method: 'payment.list', parameters: { locationId: '12', dateFrom: DAY, dateTo: DAY } },
    ]);
  });

  test('tell by their notes which posting of ours they came from', async () => {
    const notes = 'Payment 01JCARD0000000000000000001. Card fee 2.90. By phone';
    const [payment] = await listed([row({ notes })]);
    assert.equal(payment?.key, '01JCARD0000000000000000001');
    const [typed] = await listed([row({ notes: 'Second Payment of May' })]);
    assert.equal(typed?.key, undefined);
  });

  test('are card payments alone, of whatever name Komet has for such a method', async () => {
    const methods = ['Cash', 'Credit Card (POS Terminal)', 'ACH', 'credit card', 'Company Check', 'Credit Memo'];
    const found = await listed(methods.map((method, id) => row({ id, method })));
    assert.deepEqual(
      found.map(({ id }) => id),
      ['1', '3'],
    );
  });

  for (const [spelling, members] of Object.entries({
    'a negative amount': { totalPayment: '-40.00' },
    'a positive amount and its concept': { totalPayment: 40, concept: 'Charge Back' },
    'another name of the amount': { totalPayment: undefined, amount: -40 },
  })) {
    test(`are negative when they take money back, told by ${spelling}`, async () => {
      const [payment] = await listed([row(members)]);
      assert.equal(payment?.amountCents, -4_000);
    });
  }

  test('leave out what was cancelled, and what belongs to another location', async () => {
    const found = await listed([row({ id: 1, status: 'Cancelled' }), row({ id: 2, locationId: 13 }), row({ id: 3 })]);
    assert.deepEqual(
      found.map(({ id }) => id),
      ['3'],
    );
  });

  test('are found by their reference on whatever day, where the list tells the location', async () => {
    const { komet, asked } = givenBooks(
      row({ id: 1, date: '2026-10-02' }),
      row({ id: 2, checkReference: '882100019' }),
      row({ id: 3, locationId: undefined }),
    );
    const found = await komet.findPayments('1', '88210001');
    assert.deepEqual(
      found.map(({ id, date, locationId }) => [id, date, locationId]),
      [['1', '2026-10-02', '12']],
    );
    assert.deepEqual(asked.at(-1)?.parameters, { checkReference: '88210001' });
  });

  test('are asked for 31 days at a time, each day once', async () => {
    const { komet, asked } = givenBooks();
    await komet.listPayments('1', { locationId: '12', from: '2026-10-01', to: '2026-12-02' });
    assert.deepEqual(
      asked.map(({ parameters: { dateFrom, dateTo } }) => [dateFrom, dateTo]),
      [
        ['2026-10-01', '2026-10-31'],
        ['2026-11-01', '2026-12-01'],
        ['2026-12-02', '2026-12-02'],
      ],
    );
  });

  const unusable: Record<string, Scripted> = {
    'Komet does not answer': new Error('no route'),
    'Komet refuses': { status: 0, message: 'Too many requests' },
    'there is no list': { status: 1, message: 'OK' },
    'a payment tells no amount': { status: 1, payments: [row(), row({ totalPayment: undefined })] },
    'a payment tells an amount that is none': { status: 1, payments: [row({ totalPayment: '4,0.00' })] },
    'a payment tells no day': { status: 1, payments: [row({ date: 'yesterday' })] },
    'a payment tells no method': { status: 1, payments: [row({ method: undefined })] },
  };
  for (const [name, answer] of Object.entries(unusable)) {
    test(`are not known when ${name}: none is taken for missing`, async () => {
      const api = givenKometApi();
      api.answer('payment.list', answer);
      await assert.rejects(
        api.komet.listPayments('1', MIAMI),
        (error: unknown) => error instanceof ProblemError && error.code === 'komet-unreachable',
      );
    });
  }

  test('of another company are not asked for', async () => {
    const { komet, asked } = givenBooks(row());
    assert.deepEqual(await komet.listPayments('2', MIAMI), []);
    assert.deepEqual(asked, []);
  });
});
