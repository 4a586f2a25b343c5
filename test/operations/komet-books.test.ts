import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { Reconciliation } from '../../src/contract/reconciliation.js';
import type { Komet } from '../../proxy/komet/port.js';
import { chargeBack } from '../../proxy/operations/charge-back/charge-back.js';
import { deliverDue } from '../../proxy/operations/outbox.js';
import { reconcileDay } from '../../proxy/operations/reconcile/reconcile-day.js';
import { changeLocationSettings } from '../../proxy/operations/settings/location-settings.js';
import { ProblemError } from '../../proxy/problem-error.js';
import { closeStore, givenBackend, newKey, type Backend } from './given.js';
import { close, compare, compareDay, DAY, HOUR, pay, place } from './given-day.js';
import { kometHand } from './komet-hand.js';
import { refusedWith } from './refused.js';
import { virtualTerminal } from './virtual-terminal.js';

after(closeStore);

/** A day with one payment of 40.00 that stands in Komet's books, and the hand that changes them. */
async function givenBookedDay() {
  const backend = await givenBackend();
  const payment = await pay(backend);
  backend.passTime(24 * HOUR);
  return { backend, payment, hand: handOf(backend) };
}

const handOf = ({ deps, companyId }: Backend) => kometHand(deps.store, companyId);

const causes = ({ differences }: Reconciliation) => differences.map(({ kind, cause, cents }) => [kind, cause, cents]);

/** The backend with a Komet that answers otherwise. */
const withKomet = (backend: Backend, parts: Partial<Komet>): Backend => ({
  ...backend,
  deps: backend.with({ komet: { ...backend.deps.komet, ...parts } }),
});

describe("a day in Komet's own books", () => {
  test('R-34: a payment that was deleted in Komet is missing there until somebody enters it again', async () => {
    const { backend, payment, hand } = await givenBookedDay();
    await hand.delete(payment.id);
    const lost = await compare(backend);
    assert.deepEqual(causes(lost), [['missing-in-komet', 'posting-lost', -4_000]]);
    assert.deepEqual([lost.totals?.komet.netCents, lost.deposit?.cents], [0, 4_000]);
    await hand.enter({ date: DAY, amountCents: 4_000, reference: payment.transactionId ?? '' });
    const found = await compare(backend);
    assert.deepEqual([found.balanced, found.totals?.komet.netCents], [true, 4_000]);
  });

  test('the amount that Komet shows is the one that counts', async () => {
    const { backend, payment, hand } = await givenBookedDay();
    await hand.edit(payment.id, { amountCents: 4_500 });
    assert.deepEqual(causes(await compare(backend)), [['amount', 'amount-edited', 500]]);
  });

  test('and so is the day', async () => {
    const { backend, payment, hand } = await givenBookedDay();
    await hand.edit(payment.id, { date: '2026-11-21' });
    assert.deepEqual(causes(await compare(backend)), [['cut-off', 'settled-before-day', -4_000]]);
  });

  test('a payment moved to another week in Komet is told on both days as settled on another', async () => {
    const { backend, payment, hand } = await givenBookedDay();
    await hand.edit(payment.id, { date: '2026-11-10' });
    assert.deepEqual(causes(await compare(backend)), [['cut-off', 'settled-after-cut-off', -4_000]]);
    assert.deepEqual(causes(await compareDay(backend, '2026-11-10')), [['cut-off', 'settled-after-cut-off', 4_000]]);
  });

  test('a payment moved to another location in Komet is to be moved back, not entered again', async () => {
    const { backend, payment, hand } = await givenBookedDay();
    await hand.edit(payment.id, { locationId: 'bogota' });
    const run = await compare(backend);
    assert.deepEqual(causes(run), [['wrong-location', 'other-location', 0]]);
    assert.equal(run.differences[0]?.komet[0]?.locationId, 'bogota');
  });

  test('a card payment that was only entered in Komet is missing at the processor', async () => {
    const { backend, hand } = await givenBookedDay();
    await hand.enter({ date: DAY, amountCents: 1_250, reference: 'phone 3' });
    const run = await compare(backend);
    assert.deepEqual(causes(run), [['missing-at-processor', 'not-sent-to-processor', 1_250]]);
    const [entry] = run.differences[0]?.komet ?? [];
    assert.deepEqual(
      [entry?.controlNumber, entry?.customerName, entry?.reference, entry?.paymentId],
      [9_000, 'Petal & Stem Florist', 'phone 3', undefined],
    );
  });

  test('a sale typed into the Virtual Terminal and entered in Komet with its number is in balance', async () => {
    const backend = await givenBackend();
    const number = await (await virtualTerminal(backend)).sale(4_200);
    backend.passTime(24 * HOUR);
    await handOf(backend).enter({ date: DAY, amountCents: 4_200, reference: number });
    const run = await compare(backend);
    assert.deepEqual([run.balanced, run.deposit?.cents], [true, 4_200]);
  });

  test('a payment entered in Komet that was booked there already is told as booked twice', async () => {
    const { backend, payment, hand } = await givenBookedDay();
    await hand.enter({ date: DAY, amountCents: 4_000, reference: payment.transactionId ?? '' });
    assert.deepEqual(causes(await compare(backend)), [['duplicate', 'booked-twice', 4_000]]);
  });

  test('of two entries with one transaction number the one of the same money is the payment', async () => {
    const { backend, payment, hand } = await givenBookedDay();
    await hand.delete(payment.id);
    const reference = payment.transactionId ?? '';
    for (const amountCents of [4_500, 4_000]) await hand.enter({ date: DAY, amountCents, reference });
    assert.deepEqual(causes(await compare(backend)), [['missing-at-processor', 'gone-at-processor', 4_500]]);
  });

  test('a card fee stands in the batch and not in the payment, and is no difference', async () => {
    const backend = await givenBackend();
    const change = { feeRule: { kind: 'surcharge', percentHundredths: 290 } } as const;
    await changeLocationSettings(backend.deps)(backend.actor(), { key: newKey(), locationId: 'miami', change });
    await pay(backend, { feeCents: 116 });
    backend.passTime(24 * HOUR);
    const run = await compare(backend);
    assert.deepEqual([run.balanced, run.deposit?.cents], [true, 4_116]);
  });

  test('a file that does not tell who sent a charge tells a lost payment from a sale typed by hand all the same', async () => {
    const { backend, payment, hand } = await givenBookedDay();
    await hand.delete(payment.id);
    const run = await compare(backend, {
      fileName: 'batch.csv',
      csv: `Id,Type,Amount,Date\n${payment.transactionId},SALE,40.00,11/20/2026\n777001,SALE,9.00,11/20/2026\n`,
      columns: { transactionId: 'Id', type: 'Type', amount: 'Amount', date: 'Date' },
    });
    assert.deepEqual(causes(run), [
      ['missing-in-komet', 'posting-lost', -4_000],
      ['missing-in-komet', 'keyed-at-virtual-terminal', -900],
    ]);
  });

  test('are not guessed at: a Komet that does not answer leaves the day uncompared and open', async () => {
    const { backend } = await givenBookedDay();
    const run = await compare(backend);
    const silent = withKomet(backend, { listPayments: () => Promise.reject(new ProblemError('komet-unreachable')) });
    const { run: failed } = await reconcileDay(silent.deps)(backend.actor(), newKey(), place);
    assert.deepEqual([failed.status, failed.failure, failed.balanced], ['failed', 'komet-unreachable', undefined]);
    await assert.rejects(close(silent, run), refusedWith('komet-unreachable'));
    assert.equal((await close(backend, run)).status, 'closed');
  });

  test('that can not be listed leave our own payments to be compared', async () => {
    const { backend, payment, hand } = await givenBookedDay();
    await hand.delete(payment.id);
    const run = await compare(withKomet(backend, { listPayments: () => Promise.resolve(undefined) }));
    assert.deepEqual([run.balanced, run.totals?.komet.netCents], [true, 4_000]);
  });

  test('are looked at again when the day is closed', async () => {
    const { backend, payment, hand } = await givenBookedDay();
    const run = await compare(backend);
    await hand.edit(payment.id, { amountCents: 4_500 });
    await assert.rejects(close(backend, run), refusedWith('rule-broken', 'report-changed'));
    await hand.edit(payment.id, { amountCents: 4_000 });
    assert.equal((await close(backend, run)).status, 'closed');
  });
});

describe("a posting on its way into Komet's books", () => {
  test('is no difference, and keeps the day open until it has arrived', async () => {
    const backend = await givenBackend();
    const busy = withKomet(backend, { post: () => Promise.resolve({ kind: 'retry', message: 'busy' }) });
    const payment = await pay(busy);
    backend.passTime(24 * HOUR);
    const run = await compare(backend);
    assert.equal(run.balanced, true);
    assert.deepEqual(
      run.unsettled.map(({ paymentId, amountCents, waitsFor }) => [paymentId, amountCents, waitsFor]),
      [[payment.id, 4_000, 'komet']],
    );
    await assert.rejects(close(backend, run), refusedWith('rule-broken', 'posting-under-way'));
    await deliverDue(backend.deps);
    assert.equal((await close(backend, run)).status, 'closed');
  });

  test('that Komet refused is missing there until a person has entered the payment', async () => {
    const backend = await givenBackend();
    await pay(withKomet(backend, { post: () => Promise.resolve({ kind: 'refused', message: 'No such invoice' }) }));
    backend.passTime(24 * HOUR);
    assert.deepEqual(causes(await compare(backend)), [['missing-in-komet', 'posting-lost', -4_000]]);
    await handOf(backend).enter({ date: DAY, amountCents: 4_000, reference: 'see mail' });
    // The demo books name the entry by a key of its own, as Komet's API does not.
    const { komet } = backend.deps;
    const keyless: Komet['listPayments'] = async (...asked) =>
      (await komet.listPayments(...asked))?.map(({ key: _, ...payment }) => payment);
    assert.deepEqual(causes(await compare(withKomet(backend, { listPayments: keyless }))), []);
  });

  test('R-25: a charge back that a person has to book is told until it is, by the number of its sale', async () => {
    const backend = await givenBackend();
    const payment = await pay(backend);
    const refusing = withKomet(backend, { post: () => Promise.resolve({ kind: 'refused', message: 'By hand' }) });
    const request = { reason: 'Wrong card' };
    await chargeBack(refusing.deps)(backend.actor(), { key: newKey(), paymentId: payment.id, request });
    backend.passTime(24 * HOUR);
    assert.deepEqual(causes(await compare(backend)), [['missing-at-processor', 'voided-at-processor', 4_000]]);
    const reference = payment.transactionId ?? '';
    await handOf(backend).enter({ date: DAY, concept: 'charge-back', amountCents: 4_000, reference });
    const run = await compare(backend);
    assert.deepEqual([causes(run), run.totals?.komet.netCents], [[], 0]);
  });

  test('R-25: a refund that a person entered by the number of its sale is in balance with its batch', async () => {
    const backend = await givenBackend();
    const payment = await pay(backend);
    backend.passTime(24 * HOUR);
    const refusing = withKomet(backend, { post: () => Promise.resolve({ kind: 'refused', message: 'By hand' }) });
    await chargeBack(refusing.deps)(backend.actor(), {
      key: newKey(),
      paymentId: payment.id,
      request: { reason: 'Wilted' },
    });
    const [date, reference] = ['2026-11-21', payment.transactionId ?? ''];
    await handOf(backend).enter({ date, concept: 'charge-back', amountCents: 4_000, reference });
    backend.passTime(24 * HOUR);
    const run = await compareDay(backend, date);
    assert.deepEqual([causes(run), run.deposit?.cents], [[], -4_000]);
  });

  test('R-25: a sale voided in the Virtual Terminal and charged back in Komet, both by hand, is in balance', async () => {
    const backend = await givenBackend();
    const { transactionId = '' } = await pay(backend);
    await (await virtualTerminal(backend)).void(transactionId);
    backend.passTime(24 * HOUR);
    await handOf(backend).enter({ date: DAY, concept: 'charge-back', amountCents: 4_000, reference: transactionId });
    const run = await compare(backend);
    assert.deepEqual([causes(run), run.totals?.komet.netCents], [[], 0]);
  });
});
