import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { startBackend, type Backend, type BackendOptions } from './backend.js';
import { chromiumFlags, findChromium } from './chromium.js';
import { freePort } from './free-port.js';
import { startServer } from './server-process.js';

/** Everything a person has after `npm start`, with a store of its own on disk and a browser. */
export interface Demo {
  readonly url: string;
  readonly backend: Backend;
  /** The folder of the store, where the simulator keeps its journal too. */
  readonly dataDir: string;
  /** A page whose errors and policy violations are collected. */
  open(path?: string, options?: BrowserContextOptions): Promise<OpenPage>;
  stop(): Promise<void>;
}

export interface OpenPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Page errors, failed policies and console errors, as text. */
  readonly faults: string[];
  /** Everything the page sent and received outside the simulator, as text. */
  readonly traffic: string[];
}

export async function startDemo(options: Pick<BackendOptions, 'prepare'> = {}): Promise<Demo> {
  const dataDir = await mkdtemp(join(tmpdir(), 'komet-pay-demo-'));
  takeImage(process.env['TEST_STORE_IMAGE'], join(dataDir, 'store'));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const backend = await startBackend({ ...options, publicOrigin: url, dataDir });
  const demo = await startServer(
    'demo/server.ts',
    {
      PORT: String(port),
      PROXY_URL: backend.proxyUrl,
      SIMULATOR_URL: backend.simulatorUrl,
      CARD_FRAME_ORIGIN: backend.cardFrameUrl,
      INTEGRATOR_SECRET: backend.integratorSecret,
    },
    url,
  );
  const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags });
  return {
    url,
    backend,
    dataDir,
    open: (path = '/', options = {}) =>
      openPage(browser, `${url}${path}`, { simulatorUrl: backend.simulatorUrl, options }),
    stop: async () => {
      await browser.close();
      await demo.stop();
      await backend.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Begins with a store that is migrated, where there is one: the proxy takes longer to make it than for all else it begins with. */
function takeImage(image: string | undefined, folder: string): void {
  if (image === undefined) return;
  mkdirSync(folder);
  execFileSync('tar', ['-xf', image, '-C', folder]);
}

interface PageOrder {
  readonly simulatorUrl: string;
  readonly options: BrowserContextOptions;
}

async function openPage(browser: Browser, address: string, { simulatorUrl, options }: PageOrder): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-US', ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  const traffic: string[] = [];
  page.on('pageerror', (error) => faults.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (request.url().startsWith(simulatorUrl)) return;
    traffic.push(request.url(), JSON.stringify(request.headers()), request.postData() ?? '');
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`),
    );
  });
  await page.goto(address);
  return { page, context, faults, traffic };
}

/** Types into the gateway's own form, two frames down; only it ever sees a number. */
export async function typeCard(page: Page, number: string, expiry = '1230', code = '999'): Promise<void> {
  const form = page.frameLocator('komet-ui-card-frame iframe').frameLocator('iframe');
  for (const [index, value] of [number, expiry, code].entries()) await form.locator('input').nth(index).fill(value);
}
