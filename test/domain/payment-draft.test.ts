import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Invoice, OpenCredit } from '../../src/contract/invoice.js';
import { balanceChanges, fitDraft, reviewDraft } from '../../src/domain/draft-review.js';
import {
  EMPTY_DRAFT,
  amountCents,
  appliedCents,
  applyAll,
  applyInvoice,
  applyOldestFirst,
  discountInvoice,
  payOnInvoice,
  unapplyInvoice,
  withoutDiscounts,
  type PaymentDraft,
} from '../../src/domain/payment-draft.js';

const invoice = (number: string, openCents: number, more: Partial<Invoice> = {}): Invoice => ({
  id: `inv-${number}`,
  number,
  customerId: '25',
  locationId: 'miami',
  shipDate: '2026-10-01',
  totalCents: openCents,
  balanceCents: openCents,
  openCents,
  ...more,
});

const credit = (openCents: number): OpenCredit => ({
  id: 'cr-1',
  customerId: '25',
  locationId: 'miami',
  kind: 'customer-credit',
  number: 'C-1',
  date: '2026-09-01',
  amountCents: openCents,
  openCents,
});

const first = invoice('1001', 10_000, { shipDate: '2026-10-02' });
const second = invoice('1002', 15_000, { shipDate: '2026-10-01' });
const third = invoice('1003', 7_500, { shipDate: '2026-10-03' });
const invoices = [first, second, third];
const typed = (typedCents: number): PaymentDraft => ({ ...EMPTY_DRAFT, typedCents });
const items = { invoices, credits: [] };

describe('the amount of a draft', () => {
  it('follows the invoices picked until one is typed', () => {
    assert.equal(amountCents(applyAll(EMPTY_DRAFT, [first, second], []), []), 25_000);
  });
  it('stays as typed when invoices are picked', () => {
    assert.equal(amountCents(applyInvoice(typed(6_000), first, []), []), 6_000);
  });
  it('is less by the credits chosen', () => {
    const draft = { ...applyInvoice(EMPTY_DRAFT, third, []), creditIds: ['cr-1'] };
    assert.equal(amountCents(draft, [credit(2_000)]), 5_500);
  });
});

describe('applying', () => {
  it('uses a typed amount up and no more', () => {
    const draft = applyAll(typed(12_000), invoices, []);
    assert.deepEqual(
      [...draft.lines.values()].map((line) => line.amountCents),
      [10_000, 2_000],
    );
  });
  it('leaves the draft alone when nothing is left', () => {
    const draft = applyInvoice(typed(10_000), first, []);
    assert.equal(applyInvoice(draft, second, []), draft);
  });
  it('skips an invoice whose payment is under way', () => {
    assert.equal(applyInvoice(EMPTY_DRAFT, { ...first, heldByPaymentId: 'p1' }, []), EMPTY_DRAFT);
  });
  it('starts with the oldest ship date when asked to', () => {
    const draft = applyOldestFirst(typed(16_000), items);
    assert.deepEqual([...draft.lines.keys()], ['inv-1002', 'inv-1001']);
  });
  it('pays the one invoice of exactly that amount before the oldest', () => {
    assert.deepEqual([...applyOldestFirst(typed(7_500), items).lines.keys()], ['inv-1003']);
  });
  it('spreads chosen credits too', () => {
    const draft = applyOldestFirst({ ...EMPTY_DRAFT, creditIds: ['cr-1'] }, { invoices, credits: [credit(2_000)] });
    assert.deepEqual([...draft.lines], [['inv-1002', { amountCents: 2_000, discountCents: 0 }]]);
  });
  it('is undone line by line', () => {
    assert.equal(appliedCents(unapplyInvoice(applyInvoice(EMPTY_DRAFT, first, []), first.id)), 0);
  });
});

describe('a discount', () => {
  it('makes room for itself in a line paid in full', () => {
    const draft = discountInvoice(applyInvoice(EMPTY_DRAFT, first, []), first, 500);
    assert.deepEqual(draft.lines.get(first.id), { amountCents: 9_500, discountCents: 500 });
  });
  it('gives the room back when it is taken away', () => {
    const draft = discountInvoice(applyInvoice(EMPTY_DRAFT, first, []), first, 500);
    assert.deepEqual(withoutDiscounts(draft, invoices).lines.get(first.id), { amountCents: 10_000, discountCents: 0 });
  });
  it('leaves a partial payment alone while there is room', () => {
    const draft = discountInvoice(payOnInvoice(EMPTY_DRAFT, first, 6_000), first, 500);
    assert.deepEqual(draft.lines.get(first.id), { amountCents: 6_000, discountCents: 500 });
  });
});

describe('the review of a draft', () => {
  const kinds = (draft: PaymentDraft) => reviewDraft(draft, items).faults.map((fault) => fault.kind);

  it('says what stays open after a partial payment', () => {
    const review = reviewDraft(applyInvoice(typed(6_000), first, []), items);
    assert.equal(review.balanceLeftCents, 4_000);
    assert.deepEqual(review.faults, []);
  });
  it('asks for something to pay', () => assert.deepEqual(kinds(EMPTY_DRAFT), ['nothing-to-pay']));
  it('names the cents a typed amount is short', () => {
    const draft = { ...applyAll(EMPTY_DRAFT, [first, second], []), typedCents: 24_000 };
    assert.deepEqual(reviewDraft(draft, items).faults, [{ kind: 'amount-short', byCents: 1_000 }]);
  });
  it('asks to confirm an overpayment, and again when its cents change', () => {
    const draft = { ...applyInvoice(typed(10_500), first, []), confirmedOverpaymentCents: 500 };
    assert.deepEqual(kinds(draft), []);
    assert.deepEqual(kinds({ ...draft, typedCents: 10_600 }), ['overpayment-unconfirmed']);
  });
  it('refuses more than is open on an invoice', () => {
    assert.deepEqual(kinds(payOnInvoice(EMPTY_DRAFT, first, 10_001)), ['invoice-over']);
  });
  it('adds the fee to what the card is charged', () => {
    const rule = { kind: 'convenience', percentHundredths: 290 } as const;
    const review = reviewDraft(applyInvoice(EMPTY_DRAFT, first, []), items, rule);
    assert.equal(review.totalCents, 10_290);
  });
  it('puts every cent in one place, whatever is picked and typed', () => {
    const money = fc.integer({ min: 0, max: 40_000 });
    fc.assert(
      fc.property(fc.option(money, { nil: undefined }), money, fc.boolean(), (typedCents, creditCents, useCredit) => {
        const credits = [credit(creditCents)];
        const start = { ...EMPTY_DRAFT, typedCents, creditIds: useCredit ? ['cr-1'] : [] };
        const review = reviewDraft(applyAll(start, invoices, credits), { invoices, credits });
        assert.equal(review.amountCents + review.creditsAppliedCents, review.appliedCents + review.overpaymentCents);
        assert.ok(review.faults.every((fault) => fault.kind !== 'amount-short' && fault.kind !== 'invoice-over'));
      }),
    );
  });
});

describe('balances that changed meanwhile', () => {
  const draft = applyAll({ ...EMPTY_DRAFT, creditIds: ['cr-1'] }, [first, second], [credit(2_000)]);
  const before = { invoices, credits: [credit(2_000)] };
  const now = { invoices: [{ ...first, openCents: 4_000 }, third], credits: [] };

  it('are named with the amount before and now', () => {
    assert.deepEqual(
      balanceChanges(draft, before, now).map(({ number, beforeCents, nowCents }) => [number, beforeCents, nowCents]),
      [
        ['1001', 10_000, 4_000],
        ['1002', 15_000, 0],
        ['C-1', 2_000, 0],
      ],
    );
  });
  it('shrink the draft to what is open and drop what is gone', () => {
    const fitted = fitDraft(draft, balanceChanges(draft, before, now));
    assert.deepEqual([...fitted.lines], [['inv-1001', { amountCents: 4_000, discountCents: 0 }]]);
    assert.deepEqual(fitted.creditIds, []);
  });
});
