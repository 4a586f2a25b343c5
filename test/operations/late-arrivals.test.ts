import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { GatewayOutcome, PaymentGateway } from '../../proxy/gateway/port.js';
import { readPayment } from '../../proxy/operations/read-payment.js';
import { sweep } from '../../proxy/operations/recover.js';
import { takePayment } from '../../proxy/operations/take-payment.js';
import type { Simulator } from '../../simulator/app.js';
import { closeStore, countEvents, givenBackend, givenRequest, newKey, type Backend } from './given.js';

after(closeStore);

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

type Fault = Parameters<Simulator['faults']['add']>[0];

interface Late {
  readonly backend: Backend;
  readonly paymentId: string;
  /** Lets the sale in without anybody looking. */
  arrives(): Promise<void>;
  /** Sweeps twelve times, evenly over so long. */
  sweepFor(ms: number, gateway?: PaymentGateway): Promise<void>;
  failure(): Promise<string | undefined>;
  types(): string[];
}

/** A payment given up as never made, whose sale reaches the gateway twenty minutes after it was sent. */
async function givenLateArrival(fault?: Fault): Promise<Late> {
  const backend = await givenBackend();
  backend.simulator.faults.add({ match: { type: 'sale' }, kind: 'late-arrival', ms: 20 * MINUTE });
  const request = await givenRequest(backend);
  const { payment } = await takePayment(backend.deps)(backend.actor(), { key: newKey(), request });
  for (const minutes of [1, 3, 4, 5]) {
    backend.passTime(minutes * MINUTE);
    await sweep(backend.deps);
  }
  if (fault) backend.simulator.faults.add(fault);
  const read = () => readPayment(backend.deps)(backend.actor(), payment.id);
  assert.equal((await read()).failure, 'not-found-at-gateway');
  return {
    backend,
    paymentId: payment.id,
    arrives: async () => {
      backend.passTime(10 * MINUTE);
      await backend.simulator.fetch(new Request('http://gateway.test/__sim/journal'));
    },
    sweepFor: async (ms, gateway = backend.deps.gateway) => {
      for (let look = 0; look < 12; look++) {
        backend.passTime(ms / 12);
        await sweep(backend.with({ gateway }));
      }
    },
    failure: async () => (await read()).failure,
    types: () => backend.booked().map((entry) => entry.type),
  };
}

describe('a charge that turns up after its payment was given up', () => {
  test('is voided while its batch is open', async () => {
    const late = await givenLateArrival();
    await late.sweepFor(2 * HOUR);
    assert.equal(await late.failure(), 'late-charge-reversed');
    assert.deepEqual(late.types(), ['SALE', 'VOID']);
    assert.equal(await countEvents(late.backend.deps, late.backend.companyId, 'late-charge-reversed'), 1);
  });

  test('is refunded once its batch is closed', async () => {
    const late = await givenLateArrival();
    await late.arrives();
    late.backend.passTime(14 * HOUR);
    await late.sweepFor(2 * HOUR);
    assert.equal(await late.failure(), 'late-charge-reversed');
    assert.deepEqual(late.types(), ['SALE', 'REFUND']);
  });

  test('is refunded when its batch closes between the look and the void', async () => {
    const late = await givenLateArrival();
    const { gateway } = late.backend.deps;
    const closing: PaymentGateway = {
      ...gateway,
      void: () => Promise.resolve({ kind: 'rejected', reason: 'not-reversible', code: '011' }),
    };
    await late.sweepFor(HOUR, closing);
    assert.equal(await late.failure(), 'late-charge-reversed');
    assert.deepEqual(late.types(), ['SALE', 'REFUND']);
  });

  test('is left to a person once the gateway has refused to take it back several times', async () => {
    const late = await givenLateArrival();
    let asked = 0;
    const refuse = (): Promise<GatewayOutcome> => {
      asked += 1;
      return Promise.resolve({ kind: 'rejected', reason: 'not-reversible' });
    };
    await late.sweepFor(20 * HOUR, { ...late.backend.deps.gateway, void: refuse, refund: refuse });
    const payment = await readPayment(late.backend.deps)(late.backend.actor(), late.paymentId);
    assert.deepEqual([payment.status, payment.needsReview, asked], ['failed', true, 6]);
  });

  test('is reversed once when the answer to the void is lost', async () => {
    const late = await givenLateArrival({ match: { type: 'void' }, kind: 'drop-after-booking' });
    await late.sweepFor(3 * HOUR);
    assert.equal(await late.failure(), 'late-charge-reversed');
    assert.deepEqual(late.types(), ['SALE', 'VOID']);
  });

  test('is not reversed again when the void was lost on its way, but waits for a person', async () => {
    const late = await givenLateArrival({ match: { type: 'void' }, kind: 'drop-before-booking' });
    await late.sweepFor(36 * HOUR);
    assert.deepEqual(late.types(), ['SALE']);
    const payment = await readPayment(late.backend.deps)(late.backend.actor(), late.paymentId);
    assert.equal(payment.needsReview, true);
  });

  test('is not reversed again when the proxy died in mid-void, and others go on being settled', async () => {
    const late = await givenLateArrival();
    const { gateway } = late.backend.deps;
    const started = new Promise<void>((resolve) => {
      const hanging: PaymentGateway = {
        ...gateway,
        void: () => {
          resolve();
          return new Promise<GatewayOutcome>(() => undefined);
        },
      };
      void late.sweepFor(2 * HOUR, hanging);
    });
    await started;
    late.backend.simulator.faults.add({ match: { type: 'sale' }, kind: 'drop-after-booking' });
    const request = await givenRequest(late.backend, {
      allocations: [{ invoiceId: 'inv-1002', amountCents: 15_000 }],
      amountCents: 15_000,
    });
    const other = await takePayment(late.backend.deps)(late.backend.actor(), { key: newKey(), request });
    await late.sweepFor(3 * HOUR);
    assert.deepEqual(late.types(), ['SALE', 'SALE']);
    const settled = await readPayment(late.backend.deps)(late.backend.actor(), other.payment.id);
    assert.equal(settled.status, 'approved');
  });

  test('is reversed when the void is answered with the voided sale itself', async () => {
    const late = await givenLateArrival();
    const { gateway } = late.backend.deps;
    const echoing: PaymentGateway = {
      ...gateway,
      void: async (account, request) => {
        const outcome = await gateway.void(account, request);
        if (outcome.kind !== 'approved') return outcome;
        return { kind: 'approved', transaction: { ...outcome.transaction, id: request.transactionId } };
      },
      // The answer itself has to do: nothing but the sale can be searched for.
      findById: () => Promise.resolve({ kind: 'failed' }),
      findByOrderId: (account, orderId) =>
        orderId === late.paymentId ? gateway.findByOrderId(account, orderId) : Promise.resolve({ kind: 'failed' }),
    };
    await late.sweepFor(2 * HOUR, echoing);
    assert.equal(await late.failure(), 'late-charge-reversed');
    assert.deepEqual(late.types(), ['SALE', 'VOID']);
  });

  test('is found however long searches fail meanwhile', async () => {
    const late = await givenLateArrival();
    const { gateway } = late.backend.deps;
    const blind: PaymentGateway = { ...gateway, findByOrderId: () => Promise.resolve({ kind: 'failed' }) };
    await late.sweepFor(30 * HOUR, blind);
    const payment = await readPayment(late.backend.deps)(late.backend.actor(), late.paymentId);
    assert.equal(payment.needsReview, false);
    await late.sweepFor(2 * HOUR);
    assert.equal(await late.failure(), 'late-charge-reversed');
    assert.deepEqual(late.types(), ['SALE', 'REFUND']);
  });

  test('is left to a person when it is about other money', async () => {
    const late = await givenLateArrival();
    const { gateway } = late.backend.deps;
    const other: PaymentGateway = {
      ...gateway,
      findByOrderId: async (account, orderId) => {
        const outcome = await gateway.findByOrderId(account, orderId);
        if (outcome.kind === 'failed') return outcome;
        return { ...outcome, transactions: outcome.transactions.map((sale) => ({ ...sale, amountCents: 1 })) };
      },
    };
    await late.sweepFor(3 * HOUR, other);
    const payment = await readPayment(late.backend.deps)(late.backend.actor(), late.paymentId);
    assert.deepEqual([payment.status, payment.needsReview], ['failed', true]);
    assert.deepEqual(late.types(), ['SALE']);
  });
});
