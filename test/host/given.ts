import { chromium, type Browser, type BrowserContextOptions, type Locator, type Page } from 'playwright-core';
import { startBackend, type Backend } from '../../scripts/backend.js';
import { chromiumFlags, findChromium } from '../../scripts/chromium.js';
import { freePort } from '../../scripts/free-port.js';
import { legacyPage, strictPage, type HostPage } from './pages.js';
import { startHostServer, type HostServer, type ServedPage } from './server.js';

/** A host with its backend and a browser before it. */
export interface Host {
  readonly backend: Backend;
  openLegacy(page: HostPage, options?: BrowserContextOptions): Promise<OpenHostPage>;
  openStrict(page: HostPage, options?: BrowserContextOptions): Promise<OpenHostPage>;
  stop(): Promise<void>;
}

export interface OpenHostPage {
  readonly page: Page;
  /** Uncaught errors and broken policies of the page and all its frames. */
  readonly faults: string[];
  readonly warnings: string[];
  close(): Promise<void>;
}

export async function startHost(): Promise<Host> {
  const port = await freePort();
  const backend = await startBackend({ publicOrigin: `http://localhost:${port}` });
  const server = startHostServer(port, backend);
  const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags });
  return {
    backend,
    openLegacy: (page, options) => open(browser, server, asLegacy(page), options),
    openStrict: (page, options) => open(browser, server, asStrict(page, backend), options),
    stop: async () => {
      await browser.close();
      server.close();
      await backend.stop();
    },
  };
}

/** Without a charset in the header: the page's own meta says ISO-8859-1. */
const asLegacy = (page: HostPage): ServedPage => ({
  html: legacyPage(page),
  headers: { 'Content-Type': 'text/html' },
  encoding: 'latin1',
});

const asStrict = (page: HostPage, { cardFrameUrl }: Backend): ServedPage => ({
  html: strictPage(page),
  headers: {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': [
      "default-src 'none'",
      "script-src 'self'",
      "connect-src 'self'",
      'img-src data:',
      `frame-src ${cardFrameUrl}`,
      "base-uri 'none'",
      "form-action 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types lit-html',
    ].join('; '),
  },
  encoding: 'utf8',
});

async function open(
  browser: Browser,
  server: HostServer,
  served: ServedPage,
  options: BrowserContextOptions = {},
): Promise<OpenHostPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-US', ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  const warnings: string[] = [];
  page.on('pageerror', (error) => faults.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
    if (message.type() === 'warning') warnings.push(message.text());
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`),
    );
  });
  await page.goto(server.show(served));
  return { page, faults, warnings, close: () => context.close() };
}

export const tags = (page: Page): Locator => page.locator('komet-receive-payment');

/** Puts the tag's oldest invoice and a new card into its form. Returns the button that pays. */
export async function composePayment(tag: Locator): Promise<Locator> {
  await tag
    .getByRole('button', { name: /^Apply invoice/ })
    .first()
    .click();
  const form = tag.frameLocator('iframe').frameLocator('iframe');
  await form.getByLabel('Card number').fill('4111111111111111');
  await form.getByLabel('Expiry').fill('1230');
  await form.getByLabel('CVV').fill('999');
  return tag.getByRole('button', { name: /^Pay \$/ });
}
