import { ensureChromium } from './chromium.js';
import { startPostgres, type Postgres } from './postgres.js';
import { makeStoreImage, type StoreImage } from './store-image.js';
import { allSteps, groups } from './steps/all.js';
import type { Outcome } from './testing/outcome.js';
import { stopProcesses } from './testing/process.js';
import { runSteps } from './testing/schedule.js';
import { selectSteps, type Step } from './testing/step.js';

const SLOTS = 2;
const BROWSER_STEPS = ['components', 'stories', 'journeys', 'host'];

let made: Promise<[Postgres, StoreImage]> | undefined;
const steps = selectSteps(allSteps(stores), process.argv.slice(2), groups);

if (steps.some((step) => BROWSER_STEPS.includes(step.name))) process.env['CHROME_PATH'] = ensureChromium();
let interrupted: Promise<void> | undefined;
const interrupt = () => (interrupted ??= cleanUp().then(() => process.exit(130)));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void interrupt());

const total = await runSteps(steps, SLOTS, printStep).finally(cleanUp);
for (const { name, detail } of total.failures) console.log(`\n✗ ${name}\n${indent(detail)}`);
console.log(`\n${total.passed} passed, ${total.failures.length} failed`);
process.exitCode = total.failures.length === 0 ? 0 : 1;

/** A PostgreSQL server, and an image of the embedded store to begin with; made once a step asks for them. */
async function stores(): Promise<NodeJS.ProcessEnv> {
  const [postgres, image] = await (made ??= Promise.all([startPostgres(), makeStoreImage()]));
  return { TEST_DATABASE_URL: postgres.url, TEST_STORE_IMAGE: image.path };
}

function printStep(step: Step, outcome: Outcome, ms: number): void {
  const failures = outcome.failures.length === 0 ? '' : `, ${outcome.failures.length} failed`;
  console.log(
    `${failures ? '✗' : '✓'} ${step.name}: ${outcome.passed} passed${failures} (${(ms / 1000).toFixed(1)} s)`,
  );
}

async function cleanUp(): Promise<void> {
  stopProcesses();
  const [postgres, image] = (await made) ?? [];
  image?.remove();
  await postgres?.stop();
}

function indent(text: string): string {
  return text.trimEnd().replace(/^/gm, '  ');
}
