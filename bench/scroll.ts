import { chromium } from 'playwright-core';
import { chromiumFlags, findChromium } from '../scripts/chromium.js';
import { servePages } from './page-server.js';
import { median, runPage } from './run-page.js';

const CONTESTANTS = {
  'windowed by hand': { entry: 'windowed-floor', html: '' },
  'komet-payment-history': { entry: 'history-rows', html: '' },
  'matches windowed by hand': { entry: 'matches-floor', html: '' },
  'komet-reconcile-report': { entry: 'match-rows', html: '' },
} as const;

export type Contestant = keyof typeof CONTESTANTS;

/** Of a table of 100,000 rows, ms: until its first are painted, a step of slow scrolling, and until a filter's are painted. */
export interface Scrolling {
  readonly firstRowMs: number;
  readonly stepMs: number;
  /** Not of every table. */
  readonly filterMs?: number;
}

const ROUNDS = 3;

export async function measureScrolling(): Promise<Record<Contestant, Scrolling>> {
  const names = Object.keys(CONTESTANTS) as Contestant[];
  const server = await servePages(CONTESTANTS, whileScrolling);
  const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags });
  const runs = names.map((name) => ({ name, seen: [] as Scrolling[] }));
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const { name, seen } of runs)
        seen.push(await runPage<Scrolling>(browser, `${server.origin}/${encodeURIComponent(name)}.html`));
    }
  } finally {
    await browser.close();
    server.close();
  }
  const middle = (seen: readonly Scrolling[]): Scrolling => ({
    firstRowMs: median(seen.map(({ firstRowMs }) => firstRowMs)),
    stepMs: median(seen.map(({ stepMs }) => stepMs)),
    filterMs: median(seen.map(({ filterMs = Number.NaN }) => filterMs)),
  });
  return Object.fromEntries(runs.map(({ name, seen }) => [name, middle(seen)])) as never;
}

/** Twenty steps of three rows, each as long as the page works on it: script, style and layout, without waiting for the screen. */
const whileScrolling = (script: string) => `
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const nextTask = () => new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(0);
  });
  globalThis.measured = (async () => {
    const { mount, filter } = await import('${script}');
    const start = performance.now();
    const scroller = await mount();
    await nextFrame();
    await nextFrame();
    const firstRowMs = performance.now() - start;
    const steps = [];
    for (let step = 0; step < 20; step += 1) {
      await nextFrame();
      const before = performance.now();
      scroller.scrollTop += 108;
      scroller.dispatchEvent(new Event('scroll'));
      await nextTask();
      void scroller.scrollHeight;
      steps.push(performance.now() - before);
    }
    steps.sort((a, b) => a - b);
    if (!filter) return { firstRowMs, stepMs: steps[10] };
    const before = performance.now();
    await filter();
    await nextFrame();
    await nextFrame();
    return { firstRowMs, stepMs: steps[10], filterMs: performance.now() - before };
  })();`;
