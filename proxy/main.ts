import { createLog } from './log.js';
import { readSettings, type Settings } from './process/settings.js';
import { start } from './process/start.js';

/** The proxy as a process. Its variables are explained in docs/configuration.md. */
const read = readSettings(process.env);
if (read.ok) await run(read.settings);
else {
  console.error(['The proxy can not start:', ...read.faults.map((fault) => `  ${fault}`)].join('\n'));
  process.exitCode = 1;
}

async function run(settings: Settings): Promise<void> {
  const log = createLog({ level: settings.LOG_LEVEL, write: (line) => void process.stdout.write(line) });
  const running = await start(settings, log).catch((error: unknown) => {
    log.error('start-failed', describe(error));
    return process.exit(1);
  });
  let asked = false;
  const stop = (signal: NodeJS.Signals): void => {
    // Whoever asks twice doesn't want to wait for the running requests; recovery finishes them after the next start.
    if (asked) process.exit(1);
    asked = true;
    log.info('stopping', { signal });
    void running.stop();
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

function describe(error: unknown): Record<string, unknown> {
  const { message, cause } = error instanceof Error ? error : new Error(String(error));
  return { message, ...(cause instanceof Error && { reason: cause.message }) };
}
