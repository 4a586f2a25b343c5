import { forgetOldTickets } from '../card-frame/tickets.js';
import type { Deps } from '../deps.js';
import { purgeDeletedCards } from '../operations/cards.js';
import { sendMails } from '../operations/mail/send-mails.js';
import { confirmDue } from '../operations/orders/confirmations.js';
import { deliverDue } from '../operations/outbox.js';
import { sweep } from '../operations/recover.js';
import { forgetOldRates } from '../sessions/limits.js';
import { forgetExpiredSessions } from '../sessions/sessions.js';
import type { GatewayKey } from './environment.js';
import { bootstrapGatewayKeys } from './gateway-keys.js';
import { startLoop, type Loop } from './loops.js';

const SOON_MS = 2_000;
const KEYS_MS = 15_000;
const TIDY_MS = 300_000;

/** What goes on beside the requests: unknown outcomes are looked up, postings delivered, old rows removed. */
export function startBackgroundWork(deps: Deps, unproved: readonly GatewayKey[]): Loop {
  const { log } = deps;
  let keys = unproved;
  const loops = [
    startLoop({ name: 'recovery', everyMs: SOON_MS, log, work: () => sweep(deps) }),
    startLoop({ name: 'confirmations', everyMs: SOON_MS, log, work: () => confirmDue(deps) }),
    startLoop({ name: 'outbox', everyMs: SOON_MS, log, work: () => deliverDue(deps) }),
    startLoop({ name: 'mails', everyMs: SOON_MS, log, work: () => sendMails(deps) }),
    startLoop({
      name: 'gateway-keys',
      everyMs: KEYS_MS,
      log,
      work: async () => (keys = await bootstrapGatewayKeys(deps, keys)),
    }),
    startLoop({
      name: 'tidying',
      everyMs: TIDY_MS,
      log,
      work: async () => {
        await forgetExpiredSessions(deps);
        await forgetOldRates(deps);
        await forgetOldTickets(deps);
        await purgeDeletedCards(deps);
      },
    }),
  ];
  return { stop: () => Promise.all(loops.map((loop) => loop.stop())).then(() => undefined) };
}
