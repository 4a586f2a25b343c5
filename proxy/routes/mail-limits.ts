import type { Actor, Deps } from '../deps.js';
import { isAnswered } from '../operations/idempotency.js';
import { countWithin, type Limit } from '../sessions/limits.js';

const HOUR = 3600;

/** Mails to customers, so that nobody makes a nuisance of the company; tight where customers help themselves. */
const MAILS = {
  staff: { most: 60, withinSeconds: HOUR },
  portal: { most: 10, withinSeconds: HOUR },
  company: { most: 600, withinSeconds: HOUR },
} satisfies Record<string, Limit>;

/** Counts a mail that this user is about to send, and refuses one too many. What was sent already is not sent again. */
export async function countMail(deps: Deps, actor: Actor, request: { operation: string; key: string }): Promise<void> {
  if (await isAnswered(deps, actor, request)) return;
  await countWithin(deps, actor.companyId, [
    [`mail:${actor.kind}:${actor.id}`, MAILS[actor.kind]],
    ['mails', MAILS.company],
  ]);
}
