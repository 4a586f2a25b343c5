import { sql, type Selectable } from 'kysely';
import type { Deps } from '../../deps.js';
import type { Mailer, MailMessage } from '../../mail/port.js';
import type { MailTable } from '../../store/mail-tables.js';
import { instant } from '../instants.js';
import { openKey } from '../sealed-key.js';

type MailRow = Selectable<MailTable>;

/** Longer than a mail server may take. */
const LEASE_MS = 120_000;
const MOST_WAIT_MS = 15 * 60_000;
const BATCH = 20;

/**
 * Sends every mail that is due and returns how many there were. A mail whose sending was cut off goes out again under the same id:
 * losing it would be worse than a second copy.
 */
export async function sendMails(deps: Deps): Promise<number> {
  if (!deps.mailer) return 0;
  const due = await lease(deps, sql`true`);
  for (const row of due) await deliver(deps, deps.mailer, row);
  return due.length;
}

/** Sends one mail now, so that the screen can tell that it went; the outbox has it if this fails. */
export async function sendMail(deps: Deps, companyId: string, mailId: string): Promise<void> {
  const { mailer } = deps;
  if (!mailer) return;
  try {
    for (const row of await lease(deps, sql`mail.company_id = ${companyId} and mail.id = ${mailId}`))
      await deliver(deps, mailer, row);
  } catch (error) {
    deps.log.warn('mail-postponed', { companyId, mailId, reason: String(error) });
  }
}

async function lease(deps: Deps, condition: ReturnType<typeof sql>): Promise<MailRow[]> {
  const now = deps.clock();
  const leased = await sql<MailRow>`
    update mail set next_try_at = ${instant(now + LEASE_MS)}, tries = tries + 1
    where (company_id, id) in (
      select mail.company_id, mail.id from mail
      where ${condition} and mail.next_try_at <= ${instant(now)} and mail.sent_at is null and mail.given_up_at is null
      order by mail.created_at limit ${BATCH} for update skip locked)
    returning *`.execute(deps.store.db);
  return leased.rows;
}

async function deliver(deps: Deps, mailer: Mailer, row: MailRow): Promise<void> {
  const isUseful = row.useful_until > instant(deps.clock());
  const outcome = isUseful ? await mailer.send(await open(deps, row)) : 'refused';
  const at = instant(deps.clock());
  await deps.store.db
    .updateTable('mail')
    .set(
      outcome === 'sent'
        ? { sent_at: at, sealed: null }
        : outcome === 'refused'
          ? { given_up_at: at, sealed: null }
          : { next_try_at: instant(deps.clock() + waitAfter(row.tries)) },
    )
    .where('company_id', '=', row.company_id)
    .where('id', '=', row.id)
    .execute();
}

async function open({ config }: Deps, row: MailRow): Promise<MailMessage> {
  const text = await openKey(row.sealed ?? new Uint8Array(), config.keyEncryptionKey, `mail:${row.id}`);
  return JSON.parse(text) as MailMessage;
}

const waitAfter = (tries: number): number => Math.min(MOST_WAIT_MS, 2_000 * 2 ** Math.min(tries, 10));
