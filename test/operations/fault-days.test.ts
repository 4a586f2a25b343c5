import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { chargeBack } from '../../proxy/operations/charge-back/charge-back.js';
import type { Payment } from '../../src/contract/payment.js';
import type { Reconciliation } from '../../src/contract/reconciliation.js';
import { closeStore, givenBackend, newKey, type Backend } from './given.js';
import { compareDay, HOUR, pay } from './given-day.js';
import { kometHand } from './komet-hand.js';
import { virtualTerminal } from './virtual-terminal.js';

after(closeStore);

type Told = readonly [kind: string, cause: string, cents: number];

const byName = (told: readonly Told[]) => [...told].sort(([, one], [, other]) => one.localeCompare(other));

const told = ({ differences }: Reconciliation) =>
  byName(differences.map(({ kind, cause, cents }) => [kind, cause, cents]));

/** Payments whose amounts differ, so that none looks like another. */
function till(backend: Backend) {
  let count = 0;
  const goTo = (instant: string) => backend.passTime(Date.parse(instant) - backend.deps.clock());
  const take = (amountCents: number): Promise<Payment> =>
    pay(backend, {
      allocations: [{ invoiceId: 'inv-1001', amountCents }],
      amountCents,
      date: undefined,
      duplicateReason: `Box ${++count}`,
    });
  return { goTo, take };
}

describe('days made at the till, at the Virtual Terminal and in Komet, compared with what was done', () => {
  test('each fault of a day is found once with its cents and cause, and nothing else is', async () => {
    const backend = await givenBackend();
    const { goTo, take } = till(backend);
    const terminal = await virtualTerminal(backend);
    const komet = kometHand(backend.deps.store, backend.companyId);
    const before = await take(700);
    goTo('2026-11-21T15:00:00Z');
    await take(101);
    const charged = await take(202);
    const request = { reason: 'Wrong card' };
    await chargeBack(backend.deps)(backend.actor(), { key: newKey(), paymentId: charged.id, request });
    await terminal.sale(303);
    await terminal.void((await take(404)).transactionId ?? '');
    await terminal.tip((await take(505)).transactionId ?? '', 150);
    const edited = await take(606);
    await komet.edit(edited.id, { amountCents: 616 });
    const deleted = await take(808);
    await komet.delete(deleted.id);
    await komet.enter({ date: '2026-11-21', amountCents: 909, reference: 'phone' });
    await terminal.refund(before.transactionId ?? '', 700);
    goTo('2026-11-22T04:59:30Z');
    await take(111);
    goTo('2026-11-23T15:00:00Z');
    const expected: Told[] = [
      ['missing-in-komet', 'keyed-at-virtual-terminal', -303],
      ['missing-at-processor', 'voided-at-processor', 404],
      ['tip', 'tip-on-one-side-only', -150],
      ['amount', 'amount-edited', 10],
      ['missing-in-komet', 'posting-lost', -808],
      ['missing-at-processor', 'not-sent-to-processor', 909],
      ['missing-in-komet', 'reversal-not-in-komet', 700],
      ['cut-off', 'settled-after-cut-off', 111],
    ];
    assert.deepEqual(told(await compareDay(backend, '2026-11-21')), byName(expected));
    assert.deepEqual(told(await compareDay(backend, '2026-11-20')), []);
    assert.deepEqual(told(await compareDay(backend, '2026-11-22')), [['cut-off', 'settled-after-cut-off', -111]]);
  });

  test('in summer, when batches close past midnight, what was paid by then is told on both days', async () => {
    const backend = await givenBackend();
    const { goTo, take } = till(backend);
    goTo('2026-10-31T16:00Z');
    await take(1_000);
    goTo('2026-11-01T04:30Z');
    await take(222);
    goTo('2026-11-03T15:00Z');
    assert.deepEqual(told(await compareDay(backend, '2026-10-31')), [['cut-off', 'settled-before-day', -222]]);
    assert.deepEqual(told(await compareDay(backend, '2026-11-01')), [['cut-off', 'settled-before-day', 222]]);
  });

  const cleanDays: readonly [what: string, instants: readonly string[], days: readonly string[]][] = [
    [
      'the clocks go back',
      ['2026-10-31T16:00Z', '2026-11-01T05:30Z', '2026-11-01T06:30Z', '2026-11-01T23:00Z', '2026-11-02T15:00Z'],
      ['2026-10-31', '2026-11-01', '2026-11-02'],
    ],
    [
      'the clocks go forward',
      ['2027-03-13T16:00Z', '2027-03-14T06:59Z', '2027-03-14T07:01Z', '2027-03-15T02:30Z', '2027-03-15T15:00Z'],
      ['2027-03-13', '2027-03-14', '2027-03-15'],
    ],
    ['a month ends', ['2027-02-28T16:00Z', '2027-03-01T02:00Z', '2027-03-01T15:00Z'], ['2027-02-28', '2027-03-01']],
  ];
  for (const [what, instants, days] of cleanDays) {
    test(`no day is off when ${what}`, async () => {
      const backend = await givenBackend();
      const { goTo, take } = till(backend);
      for (const [index, instant] of instants.entries()) {
        goTo(instant);
        await take(1_000 + index);
      }
      backend.passTime(48 * HOUR);
      for (const day of days) {
        const run = await compareDay(backend, day);
        assert.deepEqual([day, run.status, told(run)], [day, 'ready', []]);
        assert.notEqual(run.totals?.komet.count, 0);
      }
    });
  }
});
