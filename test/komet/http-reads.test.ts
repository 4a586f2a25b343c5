import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ProblemError } from '../../proxy/problem-error.js';
import { givenKometApi, invoiceRow, TOKEN } from './komet-api.js';

const MINUTE = 60_000;

const unreachable = (error: unknown): boolean => error instanceof ProblemError && error.code === 'komet-unreachable';

describe("locations and customers of Komet's API", () => {
  test('have text ids, whether Komet writes them as text or as numbers', async () => {
    const { komet } = givenKometApi();
    assert.deepEqual(await komet.listLocations('1'), [
      { id: '12', name: 'Miami', code: 'MIA', timeZone: 'America/New_York' },
      { id: '13', name: 'Bogotá desk', code: 'BOG', timeZone: 'America/Bogota' },
    ]);
    assert.deepEqual(await komet.readCustomer('1', '25'), {
      id: '25',
      code: 'PETAL',
      name: 'Petal & Stem Florist',
      active: true,
      currency: 'USD',
    });
  });

  test('tell inactive customers and those with a currency of their own', async () => {
    const { komet } = givenKometApi();
    assert.equal((await komet.readCustomer('1', '26'))?.active, false);
    assert.equal((await komet.readCustomer('1', '27'))?.currency, 'CAD');
  });

  test('cost one call in ten minutes, however many ask', async () => {
    const { komet, asked, passTime } = givenKometApi();
    await Promise.all([komet.readCustomer('1', '25'), komet.readCustomer('1', '26'), komet.listLocations('1')]);
    passTime(9 * MINUTE);
    await komet.searchCustomers('1', { limit: 5 });
    assert.deepEqual(asked.map(({ method }) => method).sort(), ['customer.list', 'location.list']);
    passTime(2 * MINUTE);
    await komet.readCustomer('1', '25');
    assert.equal(asked.length, 3);
  });

  test('find a customer that Komet got a moment ago, without a call for every unknown id', async () => {
    const { komet, asked, answer, passTime } = givenKometApi();
    assert.equal(await komet.readCustomer('1', '99'), undefined);
    assert.equal(await komet.readCustomer('1', '98'), undefined);
    assert.equal(asked.length, 1);
    answer('customer.list', { status: 1, customers: [{ id: 99, name: 'New Leaf', code: 'NEW', active: 1 }] });
    passTime(6 * MINUTE);
    assert.equal((await komet.readCustomer('1', '99'))?.code, 'NEW');
  });

  test('leave out a row that makes no sense, and say so in the log', async () => {
    const { komet, answer, logged } = givenKometApi();
    // A number of twenty digits has lost its end by the time it is read.
    const text =
      '{"status":1,"locations":[{"id":12345678901234567890,"name":"A","code":"A"},{"id":12,"name":"Miami","code":"MIA"}]}';
    answer('location.list', { text });
    assert.deepEqual(
      (await komet.listLocations('1')).map(({ id }) => id),
      ['12'],
    );
    assert.ok(logged.some((line) => line.includes('komet-rows-unreadable') && line.includes('"rows":1')));
  });

  test('of another company are unknown, and nothing is asked for them', async () => {
    const { komet, asked } = givenKometApi();
    assert.equal(await komet.readCompany('2'), undefined);
    assert.deepEqual(await komet.listLocations('2'), []);
    assert.deepEqual(await komet.searchCustomers('2', { limit: 5 }), { customers: [] });
    assert.equal(await komet.readCustomer('2', '25'), undefined);
    assert.deepEqual(await komet.listOpenInvoices('2', { customerId: '25' }), []);
    assert.deepEqual(await komet.readInvoices('2', ['5001']), []);
    assert.deepEqual(asked, []);
  });
});

describe("open invoices of Komet's API", () => {
  test('are the confirmed ones with a balance, oldest first, in whole cents', async () => {
    const { komet, answer } = givenKometApi();
    answer('invoice.list', {
      status: '1',
      invoices: [
        invoiceRow({ id: '5003', number: '1003', shipDate: '2026-11-09', balance: '12.345', customerPo: 'PO 7' }),
        invoiceRow({ balance: 60.5 }),
        invoiceRow({ id: 5004, balance: '0.00' }),
        invoiceRow({ id: 5005, status: 4 }),
        invoiceRow({ id: 5006, customerId: 26 }),
      ],
    });
    const found = await komet.listOpenInvoices('1', { customerId: '25' });
    assert.deepEqual(
      found.map(({ number, totalCents, balanceCents, customerPo }) => [number, totalCents, balanceCents, customerPo]),
      [
        ['1001', 10_000, 6_050, undefined],
        ['1003', 10_000, 1_235, 'PO 7'],
      ],
    );
  });

  test('are asked for in half years that neither overlap nor leave a gap', async () => {
    const { komet, asked, answer } = givenKometApi({ invoiceWindows: 3 });
    answer('invoice.list', { status: 1, invoices: [] });
    await komet.listOpenInvoices('1', { customerId: '25', locationId: '12' });
    const ranges = asked.map(({ parameters }) => parameters as Record<string, string>);
    assert.deepEqual(
      ranges.map(({ orderDateFrom, orderDateTo }) => [orderDateFrom, orderDateTo]),
      [
        ['2026-06-24', '2026-12-20'],
        ['2025-12-26', '2026-06-23'],
        ['2025-06-29', '2025-12-25'],
      ],
    );
    for (const range of ranges)
      assert.deepEqual([range['customerId'], range['locationId'], range['status']], ['25', '12', '1']);
  });

  test('are left out when their balance can not be read, rather than offered at a guess', async () => {
    const { komet, answer } = givenKometApi();
    answer('invoice.list', { status: 1, invoices: [invoiceRow({ balance: 'n/a' }), invoiceRow({ id: 5002 })] });
    const found = await komet.listOpenInvoices('1', { customerId: '25' });
    assert.deepEqual(
      found.map(({ id }) => id),
      ['5002'],
    );
  });

  test('are read anew for every payment, several of a customer in one call', async () => {
    const { komet, asked, answer } = givenKometApi();
    const rows = [invoiceRow(), invoiceRow({ id: 5002, number: 1002, shipDate: '2026-11-09' })];
    answer('invoice.list', { status: 1, invoices: rows });
    await komet.listOpenInvoices('1', { customerId: '25' });
    const before = asked.length;
    const read = await komet.readInvoices('1', ['5002', '5001']);
    assert.deepEqual(read.map(({ id }) => id).sort(), ['5001', '5002']);
    assert.deepEqual(
      asked.slice(before).map(({ parameters }) => parameters),
      [{ status: '1', customerId: '25', orderDateFrom: '2026-11-02', orderDateTo: '2026-11-09' }],
    );
  });

  test('are found by their id when nothing is known about them, paid ones too', async () => {
    const { komet, asked, answer } = givenKometApi();
    answer('invoice.list', ({ orderId }: Record<string, string>) => ({
      status: 1,
      invoices: orderId === '5001' ? [invoiceRow({ balance: 0 })] : [],
    }));
    assert.deepEqual(
      (await komet.readInvoices('1', ['5001', '5009'])).map(({ id, balanceCents }) => [id, balanceCents]),
      [['5001', 0]],
    );
    assert.equal(asked.length, 2);
  });

  test('are found by their id when their ship date moved', async () => {
    const { komet, answer } = givenKometApi();
    const rows = [invoiceRow(), invoiceRow({ id: 5002, number: 1002 })];
    answer('invoice.list', { status: 1, invoices: rows });
    await komet.listOpenInvoices('1', { customerId: '25' });
    answer('invoice.list', ({ orderId }: Record<string, string>) => ({
      status: 1,
      invoices: orderId === '5002' ? [invoiceRow({ id: 5002, shipDate: '2026-12-01' })] : orderId ? [] : [rows[0]],
    }));
    assert.equal((await komet.readInvoices('1', ['5001', '5002'])).length, 2);
  });

  test('come without open credits, which the API does not list', async () => {
    const { komet, asked } = givenKometApi();
    assert.deepEqual(await komet.listOpenCredits('1', { customerId: '25' }), []);
    assert.deepEqual(await komet.readCredits('1', ['77']), []);
    assert.deepEqual(asked, []);
  });
});

describe("a read of Komet's API", () => {
  const faults = {
    'a refusal in the envelope': { status: 0, message: `Invalid token ${TOKEN}` },
    'an answer without the list': { status: 1, message: 'OK' },
    'a page instead of JSON': { text: '<html>Login</html>' },
    'a redirect': { text: '', status: 302 },
    'a server error': { text: '{"status":1,"locations":[]}', status: 500 },
    'a lost connection': new Error(`connect ECONNREFUSED https://komet.test/?authenticationToken=${TOKEN}`),
    'a timeout': new DOMException('The operation was aborted', 'TimeoutError'),
  };
  for (const [name, fault] of Object.entries(faults)) {
    test(`fails as unreachable on ${name}, tells the token to nobody, and is made anew next time`, async () => {
      const { komet, answer, logged } = givenKometApi();
      answer('location.list', fault);
      await assert.rejects(komet.listLocations('1'), (error) => unreachable(error) && !String(error).includes(TOKEN));
      assert.equal(logged.length, 1);
      assert.ok(!logged.join().includes(TOKEN));
      answer('location.list', { status: 1, locations: [{ id: 1, name: 'Miami', code: 'MIA' }] });
      assert.equal((await komet.listLocations('1')).length, 1);
    });
  }

  test('takes an empty list for what it is', async () => {
    const { komet, answer } = givenKometApi();
    answer('location.list', { status: 1, message: 'OK', locations: null });
    assert.deepEqual(await komet.listLocations('1'), []);
  });
});
