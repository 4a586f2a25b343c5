import type { Log } from '../deps.js';

export interface Loop {
  /** Starts no further round and waits for the one under way. */
  stop(): Promise<void>;
}

export interface LoopOptions {
  readonly name: string;
  /** Between two rounds, ms; each pause is up to a fifth longer or shorter, so that replicas don't march in step. */
  readonly everyMs: number;
  readonly log: Log;
  /** One round; an error is logged and the next round tries again. */
  readonly work: () => Promise<unknown>;
}

/** Repeats work for as long as the process runs, one round at a time. */
export function startLoop({ name, everyMs, log, work }: LoopOptions): Loop {
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let round: Promise<void> = Promise.resolve();

  const run = async (): Promise<void> => {
    try {
      await work();
    } catch (error) {
      log.error('loop-failed', { loop: name, reason: String(error) });
    }
    if (!stopped) wait();
  };
  const wait = (): void => {
    timer = setTimeout(
      () => {
        round = run();
      },
      everyMs * (0.8 + Math.random() * 0.4),
    );
  };
  wait();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await round;
    },
  };
}
