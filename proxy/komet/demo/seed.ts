import type { Kysely } from 'kysely';
import type { Store } from '../../store/store.js';
import type { DemoTables } from './tables.js';
import {
  CITIES,
  COMPANIES,
  CREDIT_REASONS,
  dueAfterDays,
  EVERY_CREDIT,
  FIRST_WORDS,
  JOURNEY_CUSTOMER,
  LOCATIONS,
  NOTED,
  SECOND_WORDS,
  TERMS,
} from './wholesaler.js';

type Row<T extends keyof DemoTables> = DemoTables[T];

const DAY_MS = 86_400_000;
const CHUNK = 500;

/** Fills the books of the demo companies, each once; the same day always gives the same books. */
export async function seedDemo(store: Store, options: { readonly clock: () => number }): Promise<void> {
  for (const company of COMPANIES) await seedCompany(store, company, options);
}

/** Fills the books of one company, unless it has some. */
export async function seedCompany(
  store: Store,
  company: { readonly id: string; readonly name: string; readonly currency: string },
  { clock }: { readonly clock: () => number },
): Promise<void> {
  const db = store.db as unknown as Kysely<DemoTables>;
  await db.transaction().execute(async (tx) => {
    const fresh = await tx
      .insertInto('demo_company')
      .values({ company_id: company.id, name: company.name, currency: company.currency })
      .onConflict((conflict) => conflict.doNothing())
      .returning('company_id')
      .executeTakeFirst();
    if (!fresh) return;
    const books = booksOf(company.id, clock());
    await tx
      .insertInto('demo_location')
      .values(LOCATIONS.map(({ timeZone, ...place }) => ({ company_id: company.id, ...place, time_zone: timeZone })))
      .execute();
    await tx.insertInto('demo_customer').values(books.customers).execute();
    for (let at = 0; at < books.invoices.length; at += CHUNK) {
      await tx
        .insertInto('demo_invoice')
        .values(books.invoices.slice(at, at + CHUNK))
        .execute();
    }
    await tx.insertInto('demo_credit').values(books.credits).execute();
  });
}

interface Books {
  readonly customers: Row<'demo_customer'>[];
  readonly invoices: Row<'demo_invoice'>[];
  readonly credits: Row<'demo_credit'>[];
}

class BookKeeper {
  readonly customers: Row<'demo_customer'>[] = [];
  readonly invoices: Row<'demo_invoice'>[] = [];
  readonly credits: Row<'demo_credit'>[] = [];
  readonly #companyId: string;
  readonly #today: number;
  readonly #random: () => number;
  readonly #terms = new Map<string, string>();
  #invoiceNumber = 20_000;
  #creditNumber = 500;

  constructor(companyId: string, today: number) {
    this.#companyId = companyId;
    this.#today = today;
    this.#random = seededRandom((Number.parseInt(companyId, 36) || 1) * 7_919);
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T;
  }

  below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }

  day(daysAgo: number): string {
    return new Date(this.#today - daysAgo * DAY_MS).toISOString().slice(0, 10);
  }

  customer(who: Pick<Row<'demo_customer'>, 'id' | 'code' | 'name'> & Partial<Row<'demo_customer'>>): void {
    const [city, state] = this.pick(CITIES);
    const drawn = this.pick(TERMS);
    const terms = who.terms ?? drawn;
    this.#terms.set(who.id, terms);
    this.customers.push({
      company_id: this.#companyId,
      active: true,
      currency: 'USD',
      terms,
      email: `accounts@${who.code.toLowerCase()}.example`,
      main_location_id: this.below(4) === 0 ? 'bogota' : 'miami',
      city,
      state,
      ...who,
    });
  }

  invoice(customerId: string, members: Partial<Row<'demo_invoice'>> & { readonly daysAgo: number }): void {
    const { daysAgo, ...given } = members;
    const number = given.number ?? String(++this.#invoiceNumber);
    const total = given.total_cents ?? 4_000 + this.below(120_000);
    this.invoices.push({
      company_id: this.#companyId,
      id: `inv-${number}`,
      number,
      customer_id: customerId,
      location_id: 'miami',
      status: 'confirmed',
      ship_date: this.day(daysAgo),
      due_date: this.day(daysAgo - dueAfterDays(this.#terms.get(customerId) ?? '')),
      customer_po: this.below(3) === 0 ? `PO-${1_000 + this.below(9_000)}` : null,
      balance_cents: this.below(6) === 0 ? Math.ceil(total / 2) : total,
      ...given,
      total_cents: total,
    });
  }

  credit(customerId: string, amountCents: number, daysAgo: number, given: Partial<Row<'demo_credit'>> = {}): void {
    const [kind, reason] = this.pick(CREDIT_REASONS);
    const number = `CR-${++this.#creditNumber}`;
    this.credits.push({
      company_id: this.#companyId,
      id: number.toLowerCase(),
      number,
      customer_id: customerId,
      location_id: 'miami',
      kind,
      date: this.day(daysAgo),
      amount_cents: amountCents,
      balance_cents: amountCents,
      source_payment_id: null,
      reason,
      ...given,
    });
  }
}

function booksOf(companyId: string, now: number): Books {
  const books = new BookKeeper(companyId, now);
  addJourneyCustomer(books);
  addNotedCustomers(books);
  for (let index = 0; index < 44; index++) addCustomer(books, index);
  addCustomerOfEveryKind(books);
  addOrders(books);
  return books;
}

/** Invoices 1001, 1002 and 1003 of 100.00, 150.00 and 75.00 and a credit of 20.00: the amounts of the worked examples. */
function addJourneyCustomer(books: BookKeeper): void {
  const { id } = JOURNEY_CUSTOMER;
  books.customer({ ...JOURNEY_CUSTOMER, terms: 'Net 30', main_location_id: 'miami' });
  const amounts = { '1001': 10_000, '1002': 15_000, '1003': 7_500, '1004': 41_250, '1005': 18_990 };
  Object.entries(amounts).forEach(([number, cents], index) => {
    books.invoice(id, { number, total_cents: cents, balance_cents: cents, daysAgo: 40 - index * 8 });
  });
  books.invoice(id, { number: '1901', total_cents: 33_000, balance_cents: 33_000, daysAgo: 12, location_id: 'bogota' });
  books.credit(id, 2_000, 20);
}

function addNotedCustomers(books: BookKeeper): void {
  books.customer({ ...NOTED.nothingOpen });
  books.customer({ ...NOTED.manyOpen, main_location_id: 'miami' });
  for (let index = 0; index < 320; index++) books.invoice(NOTED.manyOpen.id, { daysAgo: 330 - index });
  books.customer({ ...NOTED.inactive, active: false });
  books.invoice(NOTED.inactive.id, { daysAgo: 90 });
  books.customer({ ...NOTED.otherCurrency, currency: 'CAD', city: 'Toronto', state: 'ON' });
  books.invoice(NOTED.otherCurrency.id, { daysAgo: 15 });
}

function addCustomer(books: BookKeeper, index: number): void {
  const first = FIRST_WORDS[index % FIRST_WORDS.length] as string;
  const second = SECOND_WORDS[(index * 5 + Math.floor(index / 12)) % SECOND_WORDS.length] as string;
  const id = String(100 + index);
  books.customer({ id, code: `${first.slice(0, 4).toUpperCase()}${id}`, name: `${first} ${second}` });
  const open = 2 + books.below(9);
  for (let one = 0; one < open; one++) {
    books.invoice(id, { daysAgo: 1 + books.below(75), location_id: books.below(5) === 0 ? 'bogota' : 'miami' });
  }
  if (index % 4 === 0) books.credit(id, 500 + books.below(9_000), 1 + books.below(60));
}

/** A customer with a credit of each kind, and with orders that are no invoices yet or no more. */
function addCustomerOfEveryKind(books: BookKeeper): void {
  const { id } = NOTED.everyCredit;
  books.customer({ ...NOTED.everyCredit, terms: 'Net 15' });
  for (const [index, [kind, reason, amountCents, balanceCents]] of EVERY_CREDIT.entries())
    books.credit(id, amountCents, 9 - index, { kind, reason, balance_cents: balanceCents });
  for (const status of ['confirmed', 'pending', 'draft', 'voided'] as const) books.invoice(id, { daysAgo: 6, status });
  books.customer({ ...NOTED.alsoInactive, active: false });
}

/** Orders that wait to be confirmed, at both locations, shipping in the coming days; the first of the journey's customer by heart. */
function addOrders(books: BookKeeper): void {
  const { id } = JOURNEY_CUSTOMER;
  const known: readonly (readonly [number: string, cents: number, locationId: string])[] = [
    ['3001', 8_450, 'miami'],
    ['3002', 12_000, 'miami'],
    ['3003', 1_500, 'miami'],
    ['3004', 26_400, 'bogota'],
  ];
  for (const [index, [number, cents, location_id]] of known.entries())
    addOrder(books, id, { number, location_id, total_cents: cents, daysAgo: -1 - index });
  for (let index = 0; index < 14; index++) {
    const location_id = index % 3 === 2 ? 'bogota' : 'miami';
    addOrder(books, String(100 + index), { number: String(3_005 + index), location_id, daysAgo: -1 - (index % 5) });
  }
  addOrder(books, NOTED.otherCurrency.id, { number: '3020', daysAgo: -2 });
  addOrder(books, NOTED.inactive.id, { number: '3021', daysAgo: -2 });
}

function addOrder(
  books: BookKeeper,
  customerId: string,
  { number, ...members }: Partial<Row<'demo_invoice'>> & { readonly number: string; readonly daysAgo: number },
): void {
  const total = members.total_cents ?? 6_000 + books.below(90_000);
  const amounts = { total_cents: total, balance_cents: total };
  books.invoice(customerId, { ...members, ...amounts, id: `ord-${number}`, number, status: 'pending' });
}

/** Mulberry32: small, and the same everywhere. */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
