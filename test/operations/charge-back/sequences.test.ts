import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import fc from 'fast-check';
import { refundCredit } from '../../../proxy/operations/credit-refund/refund-credit.js';
import { ProblemError } from '../../../proxy/problem-error.js';
import type { Payment } from '../../../src/contract/payment.js';
import { closeStore, newKey } from '../given.js';
import { givenDesk, HOUR, line, MINUTE, type Desk } from './given.js';

after(closeStore);

const FAULTS = ['drop-before-booking', 'drop-after-booking', 'http-500-after', 'truncate-json'] as const;

type Step =
  | {
      readonly do: 'pay';
      readonly invoice: string;
      readonly cents: number;
      readonly overCents: number;
      readonly withCredit: boolean;
    }
  | { readonly do: 'charge-back'; readonly which: number; readonly times: number }
  | { readonly do: 'refund'; readonly which: number; readonly cents: number }
  | { readonly do: 'spend'; readonly which: number; readonly cents: number }
  | { readonly do: 'fault'; readonly type: 'void' | 'refund'; readonly kind: (typeof FAULTS)[number] }
  | { readonly do: 'close' }
  | { readonly do: 'wait'; readonly minutes: number };

const which = fc.nat({ max: 5 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('pay' as const),
    invoice: fc.constantFrom('1001', '1002', '1003', '1004'),
    cents: fc.integer({ min: 100, max: 4_000 }),
    overCents: fc.constantFrom(0, 0, 700),
    withCredit: fc.boolean(),
  }),
  fc.record({
    do: fc.constant('charge-back' as const),
    which,
    times: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({ do: fc.constant('refund' as const), which, cents: fc.integer({ min: 1, max: 700 }) }),
  fc.record({ do: fc.constant('spend' as const), which, cents: fc.integer({ min: 1, max: 700 }) }),
  fc.record({
    do: fc.constant('fault' as const),
    type: fc.constantFrom('void' as const, 'refund' as const),
    kind: fc.constantFrom(...FAULTS),
  }),
  fc.constant({ do: 'close' as const }),
  fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 600 }) }),
);

/** A refusal is an answer like any other; everything else is a bug. */
const orRefused = async <T>(answer: Promise<T>): Promise<T | undefined> => {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ProblemError && error.code !== 'internal-error') return undefined;
    throw error;
  }
};

type Doing = { readonly [Kind in Step['do']]: (stage: Stage, step: Extract<Step, { do: Kind }>) => Promise<unknown> };

interface Stage {
  readonly desk: Desk;
  readonly made: Payment[];
}

const chosen = ({ made }: Stage, index: number): Payment | undefined => made[index % Math.max(made.length, 1)];

async function creditOf(stage: Stage, index: number): Promise<string> {
  const { deps, companyId } = stage.desk.backend;
  return (await deps.komet.readOverpayment(companyId, chosen(stage, index)?.id ?? '-'))?.id ?? '-';
}

const doing: Doing = {
  pay: async ({ desk, made }, { invoice, cents, overCents, withCredit }) => {
    const usesCents = withCredit ? Math.min(cents, (await desk.open())['CR-501'] ?? 0) : 0;
    const payment = desk.pay({
      allocations: [line(invoice, cents)],
      amountCents: cents - usesCents + overCents,
      ...(overCents > 0 && { overpaymentCents: overCents }),
      ...(withCredit && { creditIds: ['cr-501'] }),
      duplicateReason: 'a test pays often',
    });
    const taken = await orRefused(payment);
    if (taken) made.push(taken);
  },
  'charge-back': async (stage, { which: index, times }) => {
    const payment = chosen(stage, index);
    if (!payment) return;
    await Promise.all(Array.from({ length: times }, () => orRefused(stage.desk.chargeBack(payment.id))));
  },
  refund: async (stage, { which: index, cents }) => {
    const { deps, actor } = stage.desk.backend;
    const creditId = await creditOf(stage, index);
    const request = { locationId: 'miami', customerId: '25', creditId, amountCents: cents };
    await orRefused(refundCredit(deps)(actor(), { key: newKey(), request }));
  },
  spend: async (stage, { which: index, cents }) => {
    const creditIds = [await creditOf(stage, index)];
    await orRefused(stage.desk.pay({ allocations: [line('1005', cents)], creditIds, amountCents: 0 }));
  },
  fault: ({ desk }, { type, kind }) => Promise.resolve(desk.backend.simulator.faults.add({ match: { type }, kind })),
  close: ({ desk }) => desk.closeBatches(),
  wait: ({ desk }, { minutes }) => desk.sweepAfter(minutes * MINUTE),
};

describe('after any sequence of payments, charge backs, refunds and misfortunes', () => {
  test('the gateway’s total is that of the books, every cent of every item is accounted for and nothing is held', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        const desk = await givenDesk();
        const stage: Stage = { desk, made: [] };
        for (const next of steps) await doing[next.do](stage, next as never);
        desk.backend.simulator.faults.clear();
        await orRefused(desk.pay({ allocations: [line('1005', 100)], amountCents: 100 }));
        for (let hours = 0; hours < 60; hours += 3) await desk.sweepAfter(3 * HOUR);
        assert.equal(desk.gatewayNet(), await desk.booksNet());
        assert.equal(await desk.holds(), 0);
        assert.deepEqual(await desk.differences(), []);
      }),
      { numRuns: 25 },
    );
  });
});
