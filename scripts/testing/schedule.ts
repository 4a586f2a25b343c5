import { failed, type Outcome } from './outcome.js';
import type { Step } from './step.js';

/**
 * Runs the steps, at most `slots` at a time, each after those it needs. A step whose needs failed is not run and counts
 * as one failure. `onEnd` hears of every step as it ends.
 */
export async function runSteps(
  steps: Step[],
  slots: number,
  onEnd: (step: Step, outcome: Outcome, ms: number) => void,
): Promise<Outcome> {
  const waiting = [...steps];
  const held = new Map<string, boolean>();
  const total: Outcome = { passed: 0, failures: [] };

  const finish = (step: Step, outcome: Outcome, ms: number) => {
    held.set(step.name, outcome.failures.length === 0);
    total.passed += outcome.passed;
    total.failures.push(...outcome.failures);
    onEnd(step, outcome, ms);
  };
  const takeReady = (): Step | undefined => {
    const index = waiting.findIndex((step) => (step.needs ?? []).every((name) => held.has(name)));
    return index < 0 ? undefined : waiting.splice(index, 1)[0];
  };

  let active = 0;
  await new Promise<void>((resolve) => {
    const fill = () => {
      for (let step = active < slots ? takeReady() : undefined; step; step = active < slots ? takeReady() : undefined) {
        active += 1;
        void runStep(step, held).then(({ outcome, ms }) => {
          active -= 1;
          finish(step, outcome, ms);
          fill();
        });
      }
      if (active === 0) resolve();
    };
    fill();
  });
  for (const step of waiting) finish(step, failed(step.name, 'needs a step that does not exist'), 0);
  return total;
}

async function runStep(step: Step, held: Map<string, boolean>): Promise<{ outcome: Outcome; ms: number }> {
  const broken = (step.needs ?? []).filter((name) => held.get(name) === false);
  if (broken.length > 0)
    return { outcome: failed(step.name, `not run, because ${broken.join(' and ')} failed`), ms: 0 };
  const start = performance.now();
  const outcome = await step
    .run()
    .catch((error: unknown) =>
      failed(step.name, error instanceof Error ? (error.stack ?? error.message) : String(error)),
    );
  return { outcome, ms: performance.now() - start };
}
