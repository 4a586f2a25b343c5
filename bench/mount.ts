import { chromium } from 'playwright-core';
import { chromiumFlags, findChromium } from '../scripts/chromium.js';
import { paymentsOf, PROXY_ANSWERS } from './payments.js';
import { servePages } from './page-server.js';
import { median, runPage } from './run-page.js';

/** What stands on the measured page, and the bundle that brings it to life. */
const CONTESTANTS = {
  'bare Lit form': { entry: 'lit-form', html: '<bench-form></bench-form>' },
  'Lit form with client': {
    entry: 'lit-client-form',
    html: '<bench-provider><bench-client-form></bench-client-form></bench-provider>',
  },
  'komet-receive-payment': {
    entry: 'receive-payment',
    html: '<komet-pay-provider><komet-receive-payment></komet-receive-payment></komet-pay-provider>',
  },
  'plain Lit table, 25 payments': { entry: 'lit-table', html: '<bench-table></bench-table>' },
  'komet-payment-history, 25 payments': {
    entry: 'payment-history',
    html: '<komet-pay-provider api-base="/api"><komet-payment-history></komet-payment-history></komet-pay-provider>',
  },
} as const;

export type Contestant = keyof typeof CONTESTANTS;

const ROUNDS = 7;

/** Median time from the start of the script to the frame that shows the tag with its data, ms, slowed down four times. */
export async function measureMounts(): Promise<Record<Contestant, number>> {
  const names = Object.keys(CONTESTANTS) as Contestant[];
  const payments = paymentsOf(25);
  const server = await servePages(CONTESTANTS, untilPainted, { ...PROXY_ANSWERS, '/v1/payments': { payments } });
  const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags });
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Contestant, number[]>;
  try {
    // Taken in turns, so that whatever else the machine does falls on all of them alike.
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const name of names)
        times[name].push(await runPage<number>(browser, `${server.origin}/${encodeURIComponent(name)}.html`));
    }
  } finally {
    await browser.close();
    server.close();
  }
  return Object.fromEntries(names.map((name) => [name, median(times[name])])) as Record<Contestant, number>;
}

/** A tag that shows data says when it is there; two animation frames later it has been painted. */
const untilPainted = (script: string) => `
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  globalThis.measured = (async () => {
    const start = performance.now();
    const { isShown } = await import('${script}');
    while (isShown && !isShown()) await nextFrame();
    await nextFrame();
    await nextFrame();
    return performance.now() - start;
  })();`;
