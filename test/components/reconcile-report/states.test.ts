import { expect } from '@open-wc/testing';
import { backend, type Backend } from '../given-provider.js';
import { givenPayment } from '../chargeback-button/given.js';
import type { WindowScreen } from '../window-screen.js';
import { daysBefore } from '../../../src/domain/date-range.js';
import { givenClosedBatches, givenKeyedSale, givenReport, givenSlowLists, TODAY } from './given.js';

const isAccessible = (screen: WindowScreen) => expect(screen.tag).to.be.accessible();

/** Every comparison fails with this problem. */
async function withProblem(code: string, run: () => Promise<void>) {
  const real = globalThis.fetch;
  const problem = {
    type: 'about:blank',
    title: code,
    status: 502,
    code,
    requestId: 'req-7',
    moneyMoved: 'no',
    next: 'stop',
  };
  const headers = { 'content-type': 'application/problem+json' };
  globalThis.fetch = (input, init) => {
    const request = new Request(input, init);
    if (request.method !== 'POST' || !request.url.endsWith('/v1/reconciliations')) return real(input, init);
    return Promise.resolve(new Response(JSON.stringify(problem), { status: 502, headers }));
  };
  try {
    await run();
  } finally {
    globalThis.fetch = real;
  }
}

/** Every comparison is answered with these members. */
async function withRun(members: object, run: () => Promise<void>) {
  const real = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const isRun = request.method === 'POST' && request.url.endsWith('/v1/reconciliations');
    const response = await real(request);
    if (!isRun) return response;
    const { status, headers } = response;
    const body = { ...((await response.json()) as object), ...members };
    return new Response(JSON.stringify(body), { status, headers });
  };
  try {
    await run();
  } finally {
    globalThis.fetch = real;
  }
}

async function givenClosableDay(of: Backend) {
  await givenPayment(of);
  await givenClosedBatches(of);
}

describe('the report', () => {
  it('says that nothing was paid that day', async () => {
    const of = backend.company('nothing');
    const screen = await givenReport({ of, day: daysBefore(TODAY, 3) });
    await screen.sees('No card payments that day');
    await screen.sees('No card payments in the last 30 days.');
    expect(screen.has('Compare again')).to.equal(true);
    expect(screen.has('Close the open batch now')).to.equal(false);
    await isAccessible(screen);
  });

  it('begins with yesterday at the location', async () => {
    const screen = await givenReport({ of: backend.company('yesterday'), day: '' });
    await screen.sees('No card payments that day');
    expect(screen.all<HTMLInputElement>('#day')[0]!.value).to.equal(daysBefore(TODAY, 1));
  });

  it('names the right that a user lacks', async () => {
    const screen = await givenReport({ of: backend.company('no-right'), role: 'Sales' });
    await screen.sees('Your user lacks the right “reconcile”.');
    await isAccessible(screen);
  });

  it('only shows the day where the page says so', async () => {
    const of = backend.company('readonly');
    await givenClosableDay(of);
    const screen = await givenReport({ of, readonly: true });
    await screen.sees('This page only shows the day.');
    screen.all('#close-day')[0]!.click();
    expect(screen.all<HTMLDialogElement>('dialog').some((dialog) => dialog.open)).to.equal(false);
  });

  it('offers the Batch report as a file while the processor is out of reach', async () => {
    await withProblem('gateway-unreachable', async () => {
      const screen = await givenReport({ of: backend.company('unreachable') });
      await screen.sees('The processor could not be reached');
      expect(screen.has('Upload a Batch report')).to.equal(true);
      await isAccessible(screen);
    });
  });

  it('offers no file while Komet is out of reach, since the other side is missing', async () => {
    await withProblem('komet-unreachable', async () => {
      const screen = await givenReport({ of: backend.company('no-komet') });
      await screen.sees('Komet could not be reached');
      expect(screen.has('Retry')).to.equal(true);
      expect(screen.has('Upload a Batch report')).to.equal(false);
    });
  });

  it('names the payments that are on their way into Komet’s books, and keeps the day open', async () => {
    const of = backend.company('unposted');
    await givenClosableDay(of);
    const underWay = { paymentId: 'p1', controlNumber: 1042, amountCents: 4_000, waitsFor: 'komet' };
    await withRun({ unsettled: [underWay] }, async () => {
      const screen = await givenReport({ of });
      await screen.sees('1 payment of this day is still on its way into Komet’s books');
      await screen.sees('#1042 $40.00');
      expect(screen.all('#close-stop')[0]!.textContent).to.include('is on its way to Komet’s books');
      await isAccessible(screen);
    });
  });

  it('tells a comparison that failed behind its answer like one that failed at once', async () => {
    await withRun({ status: 'failed', failure: 'komet-unreachable' }, async () => {
      const screen = await givenReport({ of: backend.company('failed-run') });
      await screen.sees('Komet could not be reached');
    });
  });

  it('asks for the file of a day the processor no longer keeps', async () => {
    const screen = await givenReport({ of: backend.company('old'), day: daysBefore(TODAY, 100) });
    await screen.sees('The processor keeps 90 days');
    expect(screen.has('Upload a Batch report')).to.equal(true);
  });

  it('speaks Spanish', async () => {
    const screen = await givenReport({ of: backend.company('spanish'), locale: 'es', day: daysBefore(TODAY, 3) });
    await screen.sees('Ese día no hubo pagos con tarjeta');
  });
});

describe('a comparison that takes its time', () => {
  it('tells how far it is, and is stopped when nobody wants to wait', async () => {
    const of = backend.company('slow-report');
    await givenPayment(of);
    await givenSlowLists(of);
    const screen = await givenReport({ of });
    await screen.sees('Reading transactions');
    await isAccessible(screen);
    await screen.click('Stop');
    await screen.sees('The comparison was stopped');
    await screen.sees('Nothing was changed');
    await screen.click('Retry');
    await screen.sees('To deposit: $250.00');
  });
});

describe('the month', () => {
  it('and the last 30 days know of the comparison that opening the day made', async () => {
    const of = backend.company('fresh-month');
    await givenPayment(of);
    await givenKeyedSale(of, '23.10');
    await givenClosedBatches(of);
    const screen = await givenReport({ of });
    await screen.sees('Off by $23.10: 1 difference');
    await screen.sees(': off');
    await screen.click('Month');
    await screen.sees('1 off');
  });

  it('shows the state of each day and opens one by the keyboard', async () => {
    const of = backend.company('month');
    const screen = await givenReport({ of, day: daysBefore(TODAY, 3) });
    await screen.sees('No card payments that day');
    await screen.click('Month');
    await screen.sees('Sun');
    const chosen = () => screen.all<HTMLButtonElement>('[role=grid] button[tabindex="0"]')[0]!;
    chosen().focus();
    chosen().dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true, composed: true }));
    await screen.settled();
    expect(screen.all<HTMLInputElement>('#day')[0]!.value).to.equal(daysBefore(TODAY, 4));
    expect(chosen().dataset['day']).to.equal(daysBefore(TODAY, 4));
    await isAccessible(screen);
  });
});
