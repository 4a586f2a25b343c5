import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { Posting } from '../../proxy/komet/port.js';
import { closeStore } from '../operations/given.js';
import { demoPosting, givenDemoBooks, reversalOf, type DemoBooks } from './given-books.js';

after(closeStore);

const line = (number: string, amountCents: number, discountCents = 0) => ({
  invoiceId: `inv-${number}`,
  invoiceNumber: number,
  amountCents,
  discountCents,
});

const POSTED = { kind: 'posted' };

describe('an entry in the demo books', () => {
  test('pays invoices, and taking it back opens them again', async () => {
    const { komet, companyId, balance } = await givenDemoBooks();
    const payment = demoPosting();
    assert.deepEqual(await komet.post(companyId, payment), POSTED);
    assert.deepEqual([await balance('inv-1001'), await balance('inv-1002')], [0, 0]);
    assert.deepEqual(await komet.post(companyId, reversalOf(payment)), POSTED);
    assert.deepEqual([await balance('inv-1001'), await balance('inv-1002')], [10_000, 15_000]);
  });

  test('uses credits and discounts, and taking it back gives both back', async () => {
    const { komet, companyId, balance } = await givenDemoBooks();
    const credits = [{ creditId: 'cr-501', amountCents: 2_000 }];
    const payment = demoPosting({ allocations: [line('1003', 7_000, 500)], credits, amountCents: 5_000 });
    assert.deepEqual(await komet.post(companyId, payment), POSTED);
    assert.deepEqual([await balance('inv-1003'), await balance('cr-501')], [0, 0]);
    assert.deepEqual(await komet.post(companyId, reversalOf(payment)), POSTED);
    assert.deepEqual([await balance('inv-1003'), await balance('cr-501')], [7_500, 2_000]);
  });

  test('leaves an overpayment as an open credit, and taking it back takes that too', async () => {
    const { komet, companyId } = await givenDemoBooks();
    const payment = demoPosting({ amountCents: 30_000, overpaymentCents: 5_000 });
    await komet.post(companyId, payment);
    const overpayments = async () =>
      (await komet.listOpenCredits(companyId, { customerId: '25' })).filter(({ kind }) => kind === 'overpayment');
    assert.deepEqual(
      (await overpayments()).map(({ number, balanceCents, sourcePaymentId }) => [
        number,
        balanceCents,
        sourcePaymentId,
      ]),
      [['OP-3001', 5_000, payment.key]],
    );
    assert.deepEqual(await komet.post(companyId, reversalOf(payment)), POSTED);
    assert.deepEqual(await overpayments(), []);
  });

  test('is not taken back once its overpayment was spent', async () => {
    const { komet, companyId, balance } = await givenDemoBooks();
    const payment = demoPosting({ amountCents: 30_000, overpaymentCents: 5_000 });
    await komet.post(companyId, payment);
    const spent = { credits: [{ creditId: `op-${payment.key}`, amountCents: 1_000 }], amountCents: 0 };
    await komet.post(companyId, demoPosting({ key: 'spender', allocations: [line('1003', 1_000)], ...spent }));
    assert.equal((await komet.post(companyId, reversalOf(payment))).kind, 'refused');
    assert.equal(await balance('inv-1001'), 0);
  });

  test('is taken back once, whatever keys that is asked under', async () => {
    const { komet, companyId, balance } = await givenDemoBooks();
    const payment = demoPosting();
    await komet.post(companyId, payment);
    const back = reversalOf(payment);
    assert.deepEqual(await komet.post(companyId, back), POSTED);
    assert.deepEqual(await komet.post(companyId, back), POSTED);
    assert.equal((await komet.post(companyId, { ...back, key: 'another' })).kind, 'refused');
    assert.equal(await balance('inv-1001'), 10_000);
  });

  test('is booked once when it is posted many times at the same moment', async () => {
    const { komet, companyId, balance } = await givenDemoBooks();
    const payment = demoPosting({ allocations: [line('1001', 4_000)], amountCents: 4_000 });
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => komet.post(companyId, payment)));
    assert.ok(outcomes.every(({ kind }) => kind === 'posted'));
    assert.equal(await balance('inv-1001'), 6_000);
  });
});

describe('the demo books refuse', () => {
  const impossible: Record<string, Partial<Posting>> = {
    'more on an invoice than is open': { allocations: [line('1001', 10_001)], amountCents: 10_001 },
    'an invoice that is not there': { allocations: [line('9999', 100)], amountCents: 100 },
    "another customer's invoice": { customerId: '26' },
    'a credit that is not there': {
      allocations: [line('1001', 100)],
      amountCents: 0,
      credits: [{ creditId: 'cr-0', amountCents: 100 }],
    },
    'more of a credit than is open': {
      allocations: [line('1001', 2_001)],
      amountCents: 0,
      credits: [{ creditId: 'cr-501', amountCents: 2_001 }],
    },
    'less money than is applied': { amountCents: 24_999 },
    'money that has no place': { amountCents: 25_001 },
    'negative amounts': { allocations: [line('1001', 100), line('1002', -100)], amountCents: 0 },
    'taking back a payment that was never booked': { concept: 'charge-back', reversalOfKey: 'never' },
    'taking back a payment without naming it': { concept: 'charge-back' },
  };
  for (const [name, members] of Object.entries(impossible)) {
    test(`${name} each time, and book no part of it`, async () => {
      const books = await givenDemoBooks();
      const before = await balances(books);
      const outcome = await books.komet.post(books.companyId, demoPosting(members));
      assert.equal(outcome.kind, 'refused');
      assert.deepEqual(await books.komet.post(books.companyId, demoPosting(members)), outcome);
      assert.deepEqual(await balances(books), before);
    });
  }

  const different: Record<string, Partial<Posting>> = {
    'a part of a payment': { allocations: [line('1001', 10_000)], amountCents: 10_000 },
    'a payment with another fee': { feeCents: 5 },
    'a payment before its own day': { date: '2026-11-19' },
  };
  for (const [name, members] of Object.entries(different)) {
    test(`taking back ${name}`, async () => {
      const books = await givenDemoBooks();
      const payment = demoPosting();
      await books.komet.post(books.companyId, payment);
      const before = await balances(books);
      assert.equal((await books.komet.post(books.companyId, reversalOf(payment, members))).kind, 'refused');
      assert.deepEqual(await balances(books), before);
    });
  }

  test('taking back a reversal', async () => {
    const { komet, companyId } = await givenDemoBooks();
    const payment = demoPosting();
    await komet.post(companyId, payment);
    await komet.post(companyId, reversalOf(payment));
    assert.equal((await komet.post(companyId, reversalOf(reversalOf(payment)))).kind, 'refused');
  });
});

const balances = ({ balance }: DemoBooks) => Promise.all(['inv-1001', 'inv-1002', 'inv-1003', 'cr-501'].map(balance));
