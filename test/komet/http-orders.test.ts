import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { givenKometApi, invoiceRow } from './komet-api.js';

const page = (...invoices: object[]) => ({ status: 1, message: 'OK', invoices });

describe("orders of Komet's API", () => {
  test('are read whatever their status', async () => {
    const { komet, answer, asked } = givenKometApi();
    answer('invoice.list', page({ ...invoiceRow(), status: '0' }));
    const order = await komet.readOrder('1', String((invoiceRow() as { id: unknown }).id));
    assert.equal(order?.status, 'pending');
    assert.equal('status' in (asked[0]?.parameters ?? {}), false);
  });

  test('are listed by status and location around today', async () => {
    const { komet, answer, asked } = givenKometApi();
    answer(
      'invoice.list',
      page({ ...invoiceRow(), status: 0 }, { ...invoiceRow({ id: 5002, number: 1002 }), status: 1 }),
    );
    const orders = await komet.listOrders('1', { status: 'pending', limit: 10 });
    assert.deepEqual(
      orders.map(({ status }) => status),
      ['pending'],
    );
    assert.deepEqual(asked[0]?.parameters, { orderDateFrom: '2026-08-23', orderDateTo: '2027-02-17', status: '0' });
  });

  test('can not be confirmed: that is said before anything is charged', async () => {
    const { komet, asked } = givenKometApi();
    assert.equal(komet.confirmsOrders, false);
    assert.equal((await komet.confirmOrder('1', '1001', { key: 'any' })).kind, 'refused');
    assert.deepEqual(asked, []);
  });

  test('of another company are nobody’s', async () => {
    const { komet, asked } = givenKometApi();
    assert.equal(await komet.readOrder('2', '1001'), undefined);
    assert.deepEqual(await komet.listOrders('2', { limit: 10 }), []);
    assert.deepEqual(asked, []);
  });
});
