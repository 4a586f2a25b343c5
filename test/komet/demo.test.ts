import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Kysely } from 'kysely';
import { createDemoKomet } from '../../proxy/komet/demo/demo-komet.js';
import { seedCompany } from '../../proxy/komet/demo/seed.js';
import type { DemoTables } from '../../proxy/komet/demo/tables.js';
import type { Komet, Posting } from '../../proxy/komet/port.js';
import type { Store } from '../../proxy/store/store.js';
import { closeStore, openMemoryStore } from '../operations/given.js';

const noon = Date.parse('2026-11-20T12:00:00Z');

let store: Store;
let komet: Komet;
let companies = 0;

/** A company with fresh books, the same in every company but for their invented rest. */
async function givenCompany(id = `demo${++companies}`, now = noon): Promise<string> {
  await seedCompany(store, { id, name: 'Test Blooms', currency: 'USD' }, { clock: () => now });
  return id;
}

const line = (number: string, amountCents: number, discountCents = 0) => ({
  invoiceId: `inv-${number}`,
  invoiceNumber: number,
  amountCents,
  discountCents,
});

const payment: Posting = {
  key: 'pay-1',
  concept: 'payment',
  controlNumber: 7001,
  customerId: '25',
  locationId: 'miami',
  method: 'in-app',
  date: '2026-11-20',
  amountCents: 25_000,
  feeCents: 0,
  overpaymentCents: 0,
  reference: '30011901',
  allocations: [line('1001', 10_000), line('1002', 15_000)],
  credits: [],
};

const chargeBackOf = (original: Posting): Posting => ({
  ...original,
  key: `cb-${original.key}`,
  concept: 'charge-back',
  reversalOfKey: original.key,
});

/** The journey customer's balances in cents, by invoice number and credit number. */
async function balances(companyId: string, invoices = ['1001', '1002', '1003']): Promise<Record<string, number>> {
  const read = await komet.readInvoices(
    companyId,
    invoices.map((number) => `inv-${number}`),
  );
  const credits = await komet.listOpenCredits(companyId, { customerId: '25' });
  return Object.fromEntries([...read, ...credits].map(({ number, balanceCents }) => [number, balanceCents]));
}

before(async () => {
  store = await openMemoryStore();
  komet = createDemoKomet(store);
});
after(() => closeStore());

describe('a posting in the demo books', () => {
  test('lowers the invoices by what was applied and forgiven, and the credits by what was used', async () => {
    const company = await givenCompany();
    const [credit] = await komet.listOpenCredits(company, { customerId: '25' });
    const outcome = await komet.post(company, {
      ...payment,
      amountCents: 5_000,
      allocations: [line('1001', 6_500, 500)],
      credits: [{ creditId: credit!.id, amountCents: 1_500 }],
    });
    assert.deepEqual(outcome, { kind: 'posted' });
    assert.deepEqual(await balances(company), { 1001: 3_000, 1002: 15_000, 1003: 7_500, [credit!.number]: 500 });
  });

  test('that comes a second time changes nothing and answers the same', async () => {
    const company = await givenCompany();
    const first = await komet.post(company, { ...payment, amountCents: 30_000, overpaymentCents: 5_000 });
    const after = await balances(company);
    assert.deepEqual(await komet.post(company, { ...payment, amountCents: 30_000, overpaymentCents: 5_000 }), first);
    assert.deepEqual(await balances(company), after);
  });

  test('that comes twice at the same time is booked once', async () => {
    const company = await givenCompany();
    const half = { ...payment, allocations: [line('1001', 4_000)] };
    const outcomes = await Promise.all([komet.post(company, half), komet.post(company, half)]);
    assert.deepEqual(outcomes, [{ kind: 'posted' }, { kind: 'posted' }]);
    assert.equal((await balances(company))['1001'], 6_000);
  });

  test('with more than its invoices leaves the rest as an open credit of the customer', async () => {
    const company = await givenCompany();
    await komet.post(company, { ...payment, amountCents: 30_000, overpaymentCents: 5_000 });
    const credits = await komet.listOpenCredits(company, { customerId: '25', locationId: 'miami' });
    const { kind, balanceCents, sourcePaymentId } = credits.find(({ number }) => number === 'OP-7001')!;
    assert.deepEqual(
      { kind, balanceCents, sourcePaymentId },
      {
        kind: 'overpayment',
        balanceCents: 5_000,
        sourcePaymentId: 'pay-1',
      },
    );
  });

  test('above a balance is refused and books no part of itself', async () => {
    const company = await givenCompany();
    const before = await balances(company);
    const outcome = await komet.post(company, { ...payment, allocations: [line('1001', 5_000), line('1002', 15_001)] });
    assert.equal(outcome.kind, 'refused');
    assert.deepEqual(await balances(company), before);
  });

  test('that was refused can be repeated and is refused again', async () => {
    const company = await givenCompany();
    const tooMuch = { ...payment, allocations: [line('1001', 10_001)] };
    const first = await komet.post(company, tooMuch);
    assert.deepEqual(await komet.post(company, tooMuch), first);
  });
});

describe('a charge back in the demo books', () => {
  test('mirrors its payment: invoices reopen, credits return, the overpayment is gone', async () => {
    const company = await givenCompany();
    const before = await balances(company);
    const [credit] = await komet.listOpenCredits(company, { customerId: '25' });
    const paid: Posting = {
      ...payment,
      amountCents: 28_000,
      overpaymentCents: 5_000,
      credits: [{ creditId: credit!.id, amountCents: 2_000 }],
    };
    await komet.post(company, paid);
    assert.deepEqual(await komet.post(company, chargeBackOf(paid)), { kind: 'posted' });
    assert.deepEqual(await balances(company), before);
  });

  test('is refused once its overpayment was spent, and nothing reopens', async () => {
    const company = await givenCompany();
    const paid: Posting = { ...payment, amountCents: 30_000, overpaymentCents: 5_000 };
    await komet.post(company, paid);
    const spent: Posting = {
      ...payment,
      key: 'pay-2',
      controlNumber: 7002,
      amountCents: 0,
      allocations: [line('1003', 1_000)],
      credits: [{ creditId: 'op-pay-1', amountCents: 1_000 }],
    };
    await komet.post(company, spent);
    const before = await balances(company);
    assert.equal((await komet.post(company, chargeBackOf(paid))).kind, 'refused');
    assert.deepEqual(await balances(company), before);
  });
});

describe('two companies with the same ids in the demo books', () => {
  test('pay their own invoices, with the same key', async () => {
    const [mine, other] = [await givenCompany(), await givenCompany()];
    const before = await balances(other);
    await komet.post(mine, payment);
    assert.deepEqual(await balances(other), before);
    await komet.post(other, payment);
    assert.deepEqual((await balances(other))['1001'], 0);
  });

  test('find nothing in a company that is not there', async () => {
    const mine = await givenCompany();
    const nobody = 'nobody';
    assert.ok(await komet.readCustomer(mine, '25'));
    assert.equal(await komet.readCompany(nobody), undefined);
    assert.equal(await komet.readCustomer(nobody, '25'), undefined);
    assert.deepEqual(await komet.readInvoices(nobody, ['inv-1001']), []);
    assert.deepEqual(await komet.listLocations(nobody), []);
  });
});

describe('the search for customers in the demo books', () => {
  test('gives every customer once over its pages, by name', async () => {
    const company = await givenCompany();
    const names: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await komet.searchCustomers(company, { limit: 7, ...(cursor && { cursor }) });
      assert.ok(page.customers.length <= 7);
      names.push(...page.customers.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    const { customers } = await komet.searchCustomers(company, { limit: 1_000 });
    assert.deepEqual(
      names,
      customers.map(({ id }) => id),
    );
    assert.equal(new Set(names).size, 49);
  });

  const searches: readonly (readonly [what: string, search: string, found: readonly string[]])[] = [
    ['part of a name in any case', 'tal & st', ['25']],
    ['a code', 'everg', ['27']],
    ['a sign that means anything in SQL', '%', []],
    ['a sign that means one character in SQL', 'P_TAL', []],
    ['a backslash', '\\', []],
    ['a quote', "'", []],
  ];
  for (const [what, search, found] of searches) {
    test(`takes ${what} for what it is`, async () => {
      const company = await givenCompany();
      const { customers } = await komet.searchCustomers(company, { search, limit: 10 });
      assert.deepEqual(
        customers.map(({ id }) => id),
        found,
      );
    });
  }

  test('stays within the customers it is limited to', async () => {
    const company = await givenCompany();
    const { customers } = await komet.searchCustomers(company, { onlyIds: ['25', '27'], limit: 10 });
    assert.deepEqual(customers.map(({ id }) => id).sort(), ['25', '27']);
  });

  test('tells what is open of each customer', async () => {
    const company = await givenCompany();
    const invoices = await komet.listOpenInvoices(company, { customerId: '25' });
    const customer = await komet.readCustomer(company, '25');
    assert.equal(
      customer?.openBalanceCents,
      invoices.reduce((sum, invoice) => sum + invoice.balanceCents, 0),
    );
    assert.equal(customer.openCreditCents, 2_000);
  });
});

describe('the books the demo begins with', () => {
  const everything = async (company: string) => {
    const { customers } = await komet.searchCustomers(company, { limit: 1_000 });
    const open = customers.map(({ id }) => komet.listOpenInvoices(company, { customerId: id }));
    const credits = customers.map(({ id }) => komet.listOpenCredits(company, { customerId: id }));
    return { customers, invoices: await Promise.all(open), credits: await Promise.all(credits) };
  };

  test('are the same for the same company and day', async () => {
    const company = await givenCompany();
    const first = await everything(company);
    await emptyBooks(company);
    await givenCompany(company);
    assert.deepEqual(await everything(company), first);
  });

  test('stay as they are when the demo starts anew the next day', async () => {
    const company = await givenCompany();
    await komet.post(company, payment);
    const before = await everything(company);
    await givenCompany(company, noon + 86_400_000);
    assert.deepEqual(await everything(company), before);
  });

  test('hold the invoices and the credit of the worked examples', async () => {
    const company = await givenCompany();
    const [credit] = await komet.listOpenCredits(company, { customerId: '25' });
    assert.deepEqual(await balances(company), { 1001: 10_000, 1002: 15_000, 1003: 7_500, [credit!.number]: 2_000 });
  });

  test('list a location’s invoices alone when asked, oldest first', async () => {
    const company = await givenCompany();
    const all = await komet.listOpenInvoices(company, { customerId: '25' });
    const miami = await komet.listOpenInvoices(company, { customerId: '25', locationId: 'miami' });
    assert.deepEqual(
      miami.map(({ number }) => number),
      ['1001', '1002', '1003', '1004', '1005'],
    );
    assert.deepEqual(
      all.filter(({ locationId }) => locationId === 'miami'),
      miami,
    );
    assert.equal(all.length, miami.length + 1);
  });
});

/** As if the company had never been there. */
async function emptyBooks(companyId: string): Promise<void> {
  const db = store.db as unknown as Kysely<DemoTables>;
  for (const name of ['company', 'location', 'customer', 'invoice', 'credit', 'posting'] as const)
    await db.deleteFrom(`demo_${name}`).where('company_id', '=', companyId).execute();
}
