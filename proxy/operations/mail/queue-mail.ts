import type { Deps } from '../../deps.js';
import type { MailMessage } from '../../mail/port.js';
import { ProblemError } from '../../problem-error.js';
import type { Tx } from '../../store/store.js';
import { instant } from '../instants.js';
import { sealKey } from '../sealed-key.js';

export interface QueuedMail {
  readonly companyId: string;
  /** What the mail is about, e.g. the id of a card request or of a payment. */
  readonly entityId: string;
  readonly message: Omit<MailMessage, 'id'>;
  /** After this instant the mail would be of no use and isn't sent any more. */
  readonly usefulUntil?: string;
}

/**
 * Lays a mail into the outbox, in the transaction of what it tells: both are kept or neither. It is sealed until it is sent and then
 * dropped, since a mail may hold a link that opens something.
 * @returns the mail's id
 * @throws ProblemError `mail-not-configured`
 */
export async function queueMail(deps: Deps, tx: Tx, mail: QueuedMail): Promise<string> {
  if (!deps.mailer) throw new ProblemError('mail-not-configured');
  const id = deps.newId();
  const now = deps.clock();
  await tx
    .insertInto('mail')
    .values({
      company_id: mail.companyId,
      id,
      entity_id: mail.entityId,
      sealed: await sealKey(JSON.stringify({ ...mail.message, id }), deps.config.keyEncryptionKey, `mail:${id}`),
      created_at: instant(now),
      next_try_at: instant(now),
      useful_until: mail.usefulUntil ?? instant(now + DAY_MS),
      sent_at: null,
      given_up_at: null,
    })
    .execute();
  return id;
}

const DAY_MS = 86_400_000;
