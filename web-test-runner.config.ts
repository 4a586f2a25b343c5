import { defaultReporter, type TestRunnerConfig } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { startBackend } from './scripts/backend.js';
import { chromiumFlags, findChromium } from './scripts/chromium.js';
import { freePort } from './scripts/free-port.js';
import { resultsReporter } from './scripts/wtr/results-reporter.js';
import { createTestVite, viteMiddleware } from './scripts/wtr/vite-middleware.js';

const port = await freePort();
const backend = await startBackend({ publicOrigin: `http://localhost:${port}` });
const under = (prefix: string, target: string) => ({
  [prefix]: { target, rewrite: (path: string) => path.slice(prefix.length) },
});
const serverErrors: string[] = [];
const proxied = {
  ...under('/komet-pay', backend.proxyUrl),
  ...under('/simulator', backend.simulatorUrl),
};
const vite = await createTestVite(proxied, serverErrors);
const resultsFile = process.env['RESULTS_FILE'];

/**
 * What tests know of the backend. Both are reached below the page's own origin, as a host page reaches the proxy; the
 * card frame comes from its own origin.
 */
const globals = (secret: string) => `globalThis.__backend = {
  proxyUrl: location.origin + '/komet-pay',
  simulatorUrl: location.origin + '/simulator',
  integratorSecret: ${JSON.stringify(secret)},
};`;

async function serverStop(): Promise<void> {
  await vite.close();
  await backend.stop();
}

/** Component tests, in Chromium against a real proxy and simulator. Run by tsx: `npm test -- components`. */
export default {
  files: 'test/components/**/*.test.ts',
  port,
  concurrency: 2,
  // A page that loads everything for the first time, on a busy machine of two cores.
  testsStartTimeout: 60_000,
  browsers: [chromeLauncher({ launchOptions: { executablePath: findChromium(), args: chromiumFlags } })],
  middleware: [viteMiddleware(vite)],
  plugins: [a11ySnapshotPlugin(), { name: 'stop-servers', serverStop }],
  reporters: [
    defaultReporter({ reportTestProgress: false }),
    ...(resultsFile ? [resultsReporter(resultsFile, serverErrors)] : []),
  ],
  testFramework: { config: { ui: 'bdd', timeout: '15000' } },
  filterBrowserLogs: ({ args }) => !String(args[0]).includes('Lit is in dev mode'),
  testRunnerHtml: (testFramework) => `<!doctype html>
    <html lang="en">
      <head><title>Component tests</title><link rel="icon" href="data:," /></head>
      <body>
        <script>${globals(backend.integratorSecret)}</script>
        <script type="module" src="${testFramework}"></script>
      </body>
    </html>`,
} satisfies TestRunnerConfig;
