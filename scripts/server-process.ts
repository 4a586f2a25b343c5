import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** A server of ours under way. */
export interface ServerProcess {
  /** Lets it finish what it does, and resolves when it is gone. */
  stop(): Promise<void>;
  /** Ends it in mid-work, as a crash would, and resolves when it is gone. */
  kill(): Promise<void>;
  /** Resolves when it is gone, for whatever reason, to its entry file and exit code. */
  ended: Promise<{ entry: string; code: number | null }>;
}

const READY_WITHIN_MS = 180_000;
const BETWEEN_LOOKS_MS = 50;

/**
 * Starts a TypeScript entry file with exactly these variables added to the environment and waits until `readyUrl`
 * answers anything but a server error. Throws, with what the process said, when it ends or does not become ready. Its output goes to
 * ours if `verbose`.
 */
export async function startServer(
  entry: string,
  env: NodeJS.ProcessEnv,
  readyUrl: string,
  { verbose = false } = {},
): Promise<ServerProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', entry], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const keep = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-10_000);
    if (verbose) process.stdout.write(chunk);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const ended = once(child, 'exit').then(([code]) => ({ entry, code: code as number | null }));

  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!(await answers(readyUrl))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error(`${entry} did not become ready at ${readyUrl}:\n${output}`);
    }
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS_MS));
  }
  return { stop, kill, ended };
}

async function answers(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(2000) }).then(
    (response) => response.status < 500,
    () => false,
  );
}
