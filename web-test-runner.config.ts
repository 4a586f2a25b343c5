import { defaultReporter, type TestRunnerConfig } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { chromiumFlags, findChromium } from './scripts/chromium.js';
import { freePort } from './scripts/free-port.js';
import { resultsReporter } from './scripts/wtr/results-reporter.js';
import { startSandboxServer } from './scripts/wtr/sandbox-server.js';
import { createTestVite, viteMiddleware } from './scripts/wtr/vite-middleware.js';

const port = await freePort();
const sandboxes = await startSandboxServer(`http://localhost:${port}`);
const serverErrors: string[] = [];
const vite = await createTestVite({ '/komet-pay': { target: sandboxes.url, rewrite: withoutPrefix } }, serverErrors);
const resultsFile = process.env['RESULTS_FILE'];
let pages = 0;

/**
 * What a test knows of its backend. Every test file has a company of its own, and `company(name)` gives further ones.
 * Proxy and gateway are reached below the page's own origin; the card frame has another.
 */
const globals = (name: string) => `
  const company = (name) => ({
    companyId: name,
    proxyUrl: location.origin + '/komet-pay/' + name,
    simulatorUrl: location.origin + '/komet-pay/' + name + '/gateway',
    integratorSecret: ${JSON.stringify(sandboxes.integratorSecret)},
  });
  globalThis.__backend = { ...company('${name}'), company: (other) => company('${name}-' + other) };`;

function withoutPrefix(path: string): string {
  return path.slice('/komet-pay'.length);
}

async function serverStop(): Promise<void> {
  await vite.close();
  await sandboxes.stop();
}

/** Component tests, in Chromium against a real proxy and simulator. Run by tsx: `npm test -- components`. */
export default {
  files: 'test/components/**/*.test.ts',
  port,
  concurrency: 2,
  // A page that loads everything for the first time, on a busy machine of two cores.
  testsStartTimeout: 60_000,
  browsers: [
    chromeLauncher({
      launchOptions: { executablePath: findChromium(), args: [...chromiumFlags, '--force-prefers-reduced-motion'] },
      // A window each, with the keyboard as far as it can tell: of the tabs of one window Chromium draws only one.
      createPage: async ({ browser }) => {
        const page = await (await browser.createBrowserContext()).newPage();
        await page.emulateFocusedPage(true);
        return page;
      },
    }),
  ],
  middleware: [viteMiddleware(vite)],
  plugins: [a11ySnapshotPlugin(), { name: 'stop-servers', serverStop }],
  reporters: [
    defaultReporter({ reportTestProgress: false }),
    ...(resultsFile ? [resultsReporter(resultsFile, serverErrors)] : []),
  ],
  testFramework: { config: { ui: 'bdd', timeout: '30000' } },
  filterBrowserLogs: ({ args }) => !String(args[0]).includes('Lit is in dev mode'),
  testRunnerHtml: (testFramework) => `<!doctype html>
    <html lang="en">
      <head><title>Component tests</title><link rel="icon" href="data:," /></head>
      <body>
        <script>${globals(`test-${(pages += 1)}`)}</script>
        <script type="module" src="${testFramework}"></script>
      </body>
    </html>`,
} satisfies TestRunnerConfig;
