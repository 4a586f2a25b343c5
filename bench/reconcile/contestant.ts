import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Somebody who does the whole work once when asked to. */
export interface Contestant<Result> {
  readonly run: () => Promise<Result>;
  readonly stop: () => Promise<void>;
}

export interface Round<Result> {
  readonly ms: number;
  readonly result: Result;
}

/** A contestant of `in-process.ts` in a process of its own: the objects of one would cost all others their garbage collection. */
export async function processOf<Result>(name: string, payments: number): Promise<Contestant<Round<Result>>> {
  const path = fileURLToPath(new URL('in-process.ts', import.meta.url));
  const child = fork(path, [name, String(payments)], { execArgv: [...process.execArgv, '--max-old-space-size=6000'] });
  const ended = once(child, 'exit');
  const answer = async (): Promise<unknown> => {
    const [message] = (await Promise.race([once(child, 'message'), ended.then(() => [])])) as unknown[];
    if (message === undefined) throw new Error(`${name} ended`);
    return message;
  };
  await answer();
  return {
    run: async () => {
      child.send('run');
      return (await answer()) as Round<Result>;
    },
    stop: async () => {
      child.disconnect();
      await ended;
    },
  };
}

export async function timed<Result>(run: () => Result | Promise<Result>): Promise<Round<Result>> {
  const start = performance.now();
  const result = await run();
  return { ms: performance.now() - start, result };
}
