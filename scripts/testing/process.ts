import { spawn, type ChildProcess } from 'node:child_process';

const running = new Set<ChildProcess>();
const LIMIT_MS = 20 * 60_000;

/** Runs a command to its end; `output` is what it wrote to both streams, in order. Never throws for a bad exit. */
export function runProcess(
  command: string,
  args: string[],
  env: NodeJS.ProcessEnv = {},
): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    // Its own process group, so that browsers and servers it started go with it.
    const child = spawn(command, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    running.add(child);
    let output = '';
    const limit = setTimeout(() => {
      output += `\nstopped after ${LIMIT_MS / 1000} s\n`;
      killGroup(child);
    }, LIMIT_MS);
    const end = (code: number) => {
      clearTimeout(limit);
      running.delete(child);
      resolve({ code, output });
    };
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', (error) => {
      output += String(error);
      end(1);
    });
    child.on('close', (code) => {
      killGroup(child);
      end(code ?? 1);
    });
  });
}

/** Ends whatever `runProcess` has under way, with all they started. */
export function stopProcesses(): void {
  for (const child of running) killGroup(child);
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
