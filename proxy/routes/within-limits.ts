import type { Context } from '../http/call.js';
import { ProblemError } from '../problem-error.js';
import { admit, LIMITS, noteDecline, type Attempt } from '../sessions/limits.js';

interface Limited<T> {
  /** Whether the request was carried out before: its answer is on record, and a repetition reaches nobody. */
  readonly isRepeated: () => Promise<boolean>;
  readonly run: () => Promise<T>;
}

/** Runs what reaches the processor if this session, customer and company may still do so, and counts what it refuses. */
export async function withinLimits<T>(
  { deps, app }: Context,
  attempt: Attempt,
  { isRepeated, run }: Limited<T>,
): Promise<T> {
  const limits = (app.limits ?? LIMITS)[attempt.actor.kind];
  if (!(await isRepeated())) await admit(deps, limits, attempt);
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
