import type { Context } from '../http/call.js';
import { ProblemError } from '../problem-error.js';
import { admit, LIMITS, noteDecline, type Attempt } from '../sessions/limits.js';

/** Runs what reaches the processor if this session, customer and company may still do so, and counts what it refuses. */
export async function withinLimits<T>({ deps, app }: Context, attempt: Attempt, run: () => Promise<T>): Promise<T> {
  const limits = (app.limits ?? LIMITS)[attempt.actor.kind];
  await admit(deps, limits, attempt);
  try {
    return await run();
  } catch (error) {
    if (isDecline(error)) await noteDecline(deps, limits, attempt);
    throw error;
  }
}

const isDecline = (error: unknown): boolean =>
  error instanceof ProblemError &&
  (error.code === 'payment-declined' || error.code === 'card-not-saved') &&
  error.members.replayed !== true;
