import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Komet, Posting } from '../../proxy/komet/port.js';

/** Books with customer 25, code PETAL, who owes 100.00 on an invoice and nothing is posted yet. */
export interface GivenBooks {
  readonly komet: Komet;
  readonly companyId: string;
  readonly otherCompanyId: string;
  readonly invoiceId: string;
  /** A payment of 40.00 on that invoice. */
  readonly payment: Posting;
}

/** What the proxy relies on, whoever keeps the books. */
export function kometSuite(name: string, givenBooks: () => Promise<GivenBooks>): void {
  describe(`Komet behind its port, ${name}`, () => {
    test('finds customers by part of their name or code, in whatever case', async () => {
      const { komet, companyId } = await givenBooks();
      for (const search of ['petal & st', 'PETA', 'ETAL']) {
        const { customers } = await komet.searchCustomers(companyId, { search, limit: 20 });
        assert.ok(
          customers.some(({ id }) => id === '25'),
          search,
        );
      }
      const { customers } = await komet.searchCustomers(companyId, { search: '%_', limit: 20 });
      assert.deepEqual(customers, []);
    });

    test('gives every customer once over all pages', async () => {
      const { komet, companyId } = await givenBooks();
      const all = (await komet.searchCustomers(companyId, { limit: 100 })).customers.map(({ id }) => id);
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await komet.searchCustomers(companyId, { limit: 2, ...(cursor !== undefined && { cursor }) });
        assert.ok(page.customers.length <= 2);
        seen.push(...page.customers.map(({ id }) => id));
        cursor = page.nextCursor;
      } while (cursor !== undefined);
      assert.ok(all.length >= 3);
      assert.deepEqual(seen, all);
    });

    test('finds no customer beyond those one may see', async () => {
      const { komet, companyId } = await givenBooks();
      const { customers } = await komet.searchCustomers(companyId, { onlyIds: ['25', 'nobody'], limit: 20 });
      assert.deepEqual(
        customers.map(({ id }) => id),
        ['25'],
      );
    });

    test('leaves unknown customers, invoices and credits out', async () => {
      const { komet, companyId, invoiceId } = await givenBooks();
      assert.equal(await komet.readCustomer(companyId, 'nobody'), undefined);
      const invoices = await komet.readInvoices(companyId, ['nothing', invoiceId]);
      assert.deepEqual(
        invoices.map(({ id }) => id),
        [invoiceId],
      );
      assert.deepEqual(await komet.readCredits(companyId, ['nothing']), []);
    });

    test('offers open invoices of the asked location alone', async () => {
      const { komet, companyId, invoiceId, payment } = await givenBooks();
      const open = await komet.listOpenInvoices(companyId, { customerId: '25', locationId: payment.locationId });
      assert.ok(open.some(({ id }) => id === invoiceId));
      assert.ok(open.every(({ locationId, balanceCents }) => locationId === payment.locationId && balanceCents > 0));
      assert.deepEqual(await komet.listOpenInvoices(companyId, { customerId: '25', locationId: 'nowhere' }), []);
    });

    test('books a payment once, however often it is posted', async () => {
      const { komet, companyId, invoiceId, payment } = await givenBooks();
      for (let time = 0; time < 3; time++) assert.deepEqual(await komet.post(companyId, payment), { kind: 'posted' });
      const [invoice] = await komet.readInvoices(companyId, [invoiceId]);
      assert.equal(invoice?.balanceCents, 6_000);
    });

    test('lists what was booked at a location on a day, by the key it was posted under', async () => {
      const { komet, companyId, payment } = await givenBooks();
      await komet.post(companyId, payment);
      const { key, locationId, date, reference } = payment;
      const listed = await komet.listPayments(companyId, { locationId, from: date, to: date });
      assert.deepEqual(
        listed?.map((one) => [one.key, one.locationId, one.date, one.amountCents, one.reference]),
        [[key, locationId, date, 4_000, reference]],
      );
      assert.deepEqual(await komet.listPayments(companyId, { locationId: 'nowhere', from: date, to: date }), []);
      assert.deepEqual(await komet.findPayments(companyId, reference), listed);
      assert.deepEqual(await komet.findPayments(companyId, '77'), []);
      assert.deepEqual(await komet.listPayments(companyId, { locationId, from: '2026-11-21', to: '2026-11-30' }), []);
    });

    test("shows one company nothing of another's", async () => {
      const { komet, companyId, otherCompanyId: other, invoiceId, payment } = await givenBooks();
      await komet.post(companyId, payment);
      const { locationId, date } = payment;
      assert.deepEqual(await komet.listPayments(other, { locationId, from: date, to: date }), []);
      assert.deepEqual((await komet.searchCustomers(other, { search: 'Petal & Stem', limit: 20 })).customers, []);
      assert.equal(await komet.readCustomer(other, '25'), undefined);
      assert.deepEqual(await komet.readInvoices(other, [invoiceId]), []);
      assert.deepEqual(await komet.listOpenInvoices(other, { customerId: '25' }), []);
    });
  });
}
