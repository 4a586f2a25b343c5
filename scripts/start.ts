import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startBackend } from './backend.js';
import { openDemoBooks } from './demo-books.js';
import { workMorning } from './demo-morning.js';
import { livePast } from './demo-past.js';
import { isPortFree } from './free-port.js';
import { startServer } from './server-process.js';

/** Where what people do in the demo is kept. */
const DATA_DIR = 'data';

/** The ports of the demo and the environment variables that move them. */
const demoPort = await takePort('DEMO_PORT', 4173);
const simulatorPort = await takePort('SIMULATOR_PORT', 4010);
const proxyPort = await takePort('PROXY_PORT', 4020);
const cardFramePort = await takePort('CARD_FRAME_PORT', 4021);

const build = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts'], { stdio: 'inherit' });
if (build.status !== 0) process.exit(build.status ?? 1);

const isFirstStart = !existsSync(join(DATA_DIR, 'store'));
const demoUrl = `http://localhost:${demoPort}`;
const backend = await startBackend({
  publicOrigin: demoUrl,
  dataDir: DATA_DIR,
  simulatorPort,
  proxyPort,
  cardFramePort,
  verbose: true,
  ...(isFirstStart && { prepare: livePast }),
});
const demoEnv = {
  PORT: String(demoPort),
  PROXY_URL: backend.proxyUrl,
  SIMULATOR_URL: backend.simulatorUrl,
  CARD_FRAME_ORIGIN: backend.cardFrameUrl,
  INTEGRATOR_SECRET: backend.integratorSecret,
};
const demo = await startServer('demo/server.ts', demoEnv, demoUrl, { verbose: true }).catch(async (error: unknown) => {
  await backend.stop();
  throw error;
});
// The screens are worth opening without it.
if (isFirstStart) {
  await workMorning(openDemoBooks({ url: demoUrl, backend })).catch((error: unknown) =>
    console.warn(`The demo begins with fewer payments than usual: ${String(error)}`),
  );
}
console.log(`\nThe demo screens are at ${demoUrl}   (Ctrl-C stops everything)\n`);

// `on`, not `once`: a terminal tells us and bootstrap.mjs tells us again.
const asked = new Promise<undefined>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve(undefined));
});
const lost = await Promise.race([asked, demo.ended, backend.ended]);
if (lost) console.error(`${lost.entry} ended by itself (code ${String(lost.code)}); stopping the others.`);
await demo.stop();
await backend.stop();
process.exitCode = lost ? 1 : 0;

/** The port that a variable names, or its usual one. Ends the start where it is no port or someone listens there. */
async function takePort(variable: string, usual: number): Promise<number> {
  const port = Number(process.env[variable] ?? usual);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    console.error(`${variable} must be a port number, not "${process.env[variable] ?? ''}".`);
    process.exit(1);
  }
  if (!(await isPortFree(port))) {
    console.error(
      `Port ${port} is taken. Stop what listens there, or choose another: ${variable}=${port + 100} npm start`,
    );
    process.exit(1);
  }
  return port;
}
