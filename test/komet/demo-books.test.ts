import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Kysely } from 'kysely';
import { createDemoKomet } from '../../proxy/komet/demo/demo-komet.js';
import { seedCompany, seedDemo } from '../../proxy/komet/demo/seed.js';
import type { DemoTables } from '../../proxy/komet/demo/tables.js';
import type { KometCredit, KometCustomer, KometInvoice } from '../../proxy/komet/port.js';
import { closeStore, openMemoryStore } from '../operations/given.js';
import { demoPosting, givenDemoBooks, NOW, type DemoBooks } from './given-books.js';

after(closeStore);

interface Account {
  readonly customer: KometCustomer;
  readonly invoices: readonly KometInvoice[];
  readonly credits: readonly KometCredit[];
}

/** Everything a screen could show of a company. */
async function accountsOf({ komet, companyId }: DemoBooks): Promise<Account[]> {
  const { customers, nextCursor } = await komet.searchCustomers(companyId, { limit: 100 });
  assert.equal(nextCursor, undefined);
  const accounts: Account[] = [];
  for (const customer of customers) {
    const query = { customerId: customer.id };
    const invoices = await komet.listOpenInvoices(companyId, query);
    accounts.push({ customer, invoices, credits: await komet.listOpenCredits(companyId, query) });
  }
  return accounts;
}

const sumOf = (items: readonly { balanceCents: number }[]): number =>
  items.reduce((sum, { balanceCents }) => sum + balanceCents, 0);

describe('the demo wholesaler', () => {
  let books: DemoBooks;
  let accounts: Account[];
  before(async () => {
    books = await givenDemoBooks();
    accounts = await accountsOf(books);
  });

  test('sells at two locations, each in its own time zone', async () => {
    assert.deepEqual(await books.komet.listLocations(books.companyId), [
      { id: 'miami', name: 'Miami', code: 'MIA', timeZone: 'America/New_York' },
      { id: 'bogota', name: 'Bogotá desk', code: 'BOG', timeZone: 'America/Bogota' },
    ]);
  });

  test('has the customer of the worked examples, with their invoices and credit', async () => {
    const petal = accounts.find(({ customer }) => customer.id === '25');
    assert.deepEqual([petal?.customer.code, petal?.customer.name], ['PETAL', 'Petal & Stem Florist']);
    assert.deepEqual(
      petal?.credits.map(({ balanceCents }) => balanceCents),
      [2_000],
    );
    const inMiami = await books.komet.listOpenInvoices(books.companyId, { customerId: '25', locationId: 'miami' });
    assert.deepEqual(
      inMiami.map(({ number, balanceCents }) => [number, balanceCents]),
      [
        ['1001', 10_000],
        ['1002', 15_000],
        ['1003', 7_500],
        ['1004', 41_250],
        ['1005', 18_990],
      ],
    );
    assert.equal(petal.invoices.length, inMiami.length + 1);
  });

  test('has dozens of customers and hundreds of open invoices, some paid in part', () => {
    const invoices = accounts.flatMap((account) => account.invoices);
    assert.ok(accounts.length >= 48 && invoices.length >= 500, `${accounts.length}, ${invoices.length}`);
    assert.equal(new Set(accounts.map(({ customer }) => customer.code)).size, accounts.length);
    assert.equal(new Set(invoices.map(({ number }) => number)).size, invoices.length);
    assert.ok(invoices.some(({ balanceCents, totalCents }) => balanceCents < totalCents));
    assert.ok(invoices.some(({ customerPo }) => customerPo));
    assert.ok(invoices.some(({ locationId }) => locationId === 'bogota'));
  });

  test('has a customer for every situation a screen must show', () => {
    assert.ok(accounts.filter(({ customer }) => !customer.active).length >= 2);
    assert.ok(accounts.some(({ customer }) => customer.currency !== 'USD'));
    assert.ok(accounts.some(({ customer, invoices }) => customer.active && invoices.length === 0));
    assert.ok(accounts.some(({ invoices }) => invoices.length >= 300));
    const kinds = new Set(accounts.flatMap(({ credits }) => credits).map(({ kind }) => kind));
    assert.deepEqual([...kinds].sort(), ['balance-adjustment', 'customer-credit', 'overpayment', 'transfer']);
  });

  test('tells for each customer what is open, as the sum of what is listed', () => {
    for (const { customer, invoices, credits } of accounts) {
      const told = [customer.openBalanceCents, customer.openCreditCents];
      assert.deepEqual(told, [sumOf(invoices), sumOf(credits)], customer.name);
    }
  });

  test('offers no order that is not confirmed, oldest first, due after its terms', () => {
    const shipDates = (id: string) => accounts.find(({ customer }) => customer.id === id)?.invoices ?? [];
    assert.deepEqual(
      shipDates('31').map(({ status, shipDate, dueDate }) => [status, shipDate, dueDate]),
      [['confirmed', '2026-11-14', '2026-11-29']],
    );
    const many = shipDates('27').map(({ shipDate }) => shipDate);
    assert.deepEqual(many, [...many].sort());
  });

  const searches: readonly (readonly [what: string, search: string, found: readonly string[]])[] = [
    ['a code', 'everg', ['27']],
    ['a sign that means anything in SQL', '%', []],
    ['a sign that means one character in SQL', 'P_TAL', []],
    ['a backslash', '\\', []],
    ['a quote', "'", []],
  ];
  for (const [what, search, found] of searches) {
    test(`is searched for ${what} as it is written`, async () => {
      const { customers } = await books.komet.searchCustomers(books.companyId, { search, limit: 10 });
      assert.deepEqual(
        customers.map(({ id }) => id),
        found,
      );
    });
  }
});

describe('the books of the demo', () => {
  test('are the same for the same company and day, and move with the day', async () => {
    const books = await givenDemoBooks();
    const first = await accountsOf(books);
    await refill(books, NOW);
    assert.deepEqual(await accountsOf(books), first);
    await refill(books, NOW + 86_400_000);
    const [invoice] = await books.komet.readInvoices(books.companyId, ['inv-1001']);
    assert.equal(invoice?.shipDate, '2026-10-12');
  });

  test('stay as they are when the demo starts anew the next day', async () => {
    const { komet, store, companyId, balance } = await givenDemoBooks();
    await komet.post(companyId, demoPosting());
    await seedCompany(
      store,
      { id: companyId, name: 'Alameda Blooms', currency: 'USD' },
      { clock: () => NOW + 86_400_000 },
    );
    assert.equal(await balance('inv-1001'), 0);
  });

  test('stand beside those of a company with the same ids and keys, and neither touches the other', async () => {
    const store = await openMemoryStore();
    await seedDemo(store, { clock: () => NOW });
    const komet = createDemoKomet(store);
    const balances = async () => {
      const read = await Promise.all(['1', '2'].map((company) => komet.readInvoices(company, ['inv-1001'])));
      return read.map(([invoice]) => invoice?.balanceCents);
    };
    assert.deepEqual(await komet.post('1', demoPosting()), { kind: 'posted' });
    assert.deepEqual(await balances(), [0, 10_000]);
    assert.deepEqual(await komet.post('2', demoPosting()), { kind: 'posted' });
    assert.deepEqual(await balances(), [0, 0]);
  });
});

/** Fills the books as if the company had never been there. */
async function refill({ store, companyId }: DemoBooks, now: number): Promise<void> {
  const db = store.db as unknown as Kysely<DemoTables>;
  for (const name of ['company', 'location', 'customer', 'invoice', 'credit', 'posting'] as const)
    await db.deleteFrom(`demo_${name}`).where('company_id', '=', companyId).execute();
  await seedCompany(store, { id: companyId, name: 'Alameda Blooms', currency: 'USD' }, { clock: () => now });
}
