import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type Browser } from 'playwright-core';
import { chromiumFlags, findChromium } from '../scripts/chromium.js';
import { bundleEntry } from './bundle.js';

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
} as const;

export type Contestant = keyof typeof CONTESTANTS;

const ROUNDS = 11;
const CPU_SLOWDOWN = 4;

/** Median time from the start of the script to the frame that shows the tag, ms, on a processor slowed down four times. */
export async function measureMounts(): Promise<Record<Contestant, number>> {
  const names = Object.keys(CONTESTANTS) as Contestant[];
  const server = await servePages(names);
  const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags });
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Contestant, number[]>;
  try {
    // Taken in turns, so that whatever else the machine does falls on all of them alike.
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const name of names) times[name].push(await mountOnce(browser, server, name));
    }
  } finally {
    await browser.close();
    server.close();
  }
  return Object.fromEntries(names.map((name) => [name, median(times[name])])) as Record<Contestant, number>;
}

async function mountOnce(browser: Browser, server: Server, name: Contestant): Promise<number> {
  const { port } = server.address() as AddressInfo;
  const context = await browser.newContext();
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  await page.goto(`http://localhost:${port}/${encodeURIComponent(name)}.html`);
  const ms = await page.evaluate(() => (globalThis as unknown as { painted: Promise<number> }).painted);
  await context.close();
  return ms;
}

async function servePages(names: Contestant[]): Promise<Server> {
  const answers = new Map<string, { type: string; body: string }>();
  for (const name of names) {
    const { entry, html } = CONTESTANTS[name];
    const modules = await bundleEntry(entry);
    for (const [file, body] of modules) answers.set(`/${entry}/${file}`, { type: 'text/javascript', body });
    const [main] = modules.keys();
    answers.set(`/${encodeURIComponent(name)}.html`, { type: 'text/html', body: pageFor(`/${entry}/${main}`, html) });
  }
  const server = createServer((request, response) => {
    const answer = answers.get(request.url ?? '');
    response.writeHead(answer ? 200 : 404, { 'content-type': `${answer?.type ?? 'text/plain'}; charset=utf-8` });
    response.end(answer?.body);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return server;
}

/** Two animation frames after the module ran, the first state of the tag has been painted. */
const pageFor = (script: string, html: string) => `<!doctype html>
<html lang="en">
  <head><title>Mount</title><link rel="icon" href="data:," /></head>
  <body>
    ${html}
    <script type="module">
      const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      globalThis.painted = (async () => {
        const start = performance.now();
        await import('${script}');
        await nextFrame();
        await nextFrame();
        return performance.now() - start;
      })();
    </script>
  </body>
</html>`;

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
