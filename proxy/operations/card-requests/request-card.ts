import type { CardRequest, CardRequestCreation } from '../../../src/contract/card-request.js';
import type { Actor, Deps } from '../../deps.js';
import { brokenRule, ProblemError } from '../../problem-error.js';
import { isUniqueViolation, type Tx } from '../../store/store.js';
import { recordEvent } from '../events.js';
import { once, type Replayable } from '../idempotency.js';
import { instant } from '../instants.js';
import { queueMail } from '../mail/queue-mail.js';
import { sendMail } from '../mail/send-mails.js';
import { requireReadyAccount } from '../merchant-accounts.js';
import { mayUseCustomer, mayUseLocation, notFound, requireCustomer, requireLocation } from '../scope.js';
import { requireCardRight } from '../settings/card-rights.js';
import { newLinkToken, readLinkToken } from './link-token.js';
import { cardRequestMail } from './request-mail.js';
import { findCardRequest, isSaving, stateOf, viewCardRequest, type CardRequestRow } from './request-rows.js';

/** How long a link lives (rule R-14). */
const LIFETIME_MS = 8 * 3_600_000;

interface Order extends CardRequestCreation {
  readonly customerId: string;
}

/** Asks a customer for a card by e-mail. An open request to the same address ends with it. */
export function requestCard(deps: Deps) {
  return async (
    actor: Actor,
    { key, ...order }: Order & { readonly key: string },
  ): Promise<Replayable<CardRequest>> => {
    const asked = { operation: 'request-card', key, body: order };
    return send(deps, actor, asked, order);
  };
}

/** Sends a request anew, whatever became of it unless it brought its card. Its former link is worthless from then on. */
export function resendCardRequest(deps: Deps) {
  return async (
    actor: Actor,
    { key, requestId }: { key: string; requestId: string },
  ): Promise<Replayable<CardRequest>> => {
    requireStaff(actor);
    const row = await requireCardRequest(deps, actor, requestId);
    if (stateOf(row, deps.clock()) === 'completed')
      throw brokenRule('card-request-completed', 'The customer has saved a card by this request already');
    const { customer_id: customerId, location_id: locationId, email, locale } = row;
    const asked = { operation: 'resend-card-request', key, body: { requestId } };
    return send(deps, actor, asked, { customerId, locationId, email, locale });
  };
}

/** Customers add their cards themselves, and end no request that the company sent. */
export function requireStaff(actor: Actor): void {
  if (actor.kind !== 'staff') throw new ProblemError('not-permitted', { permission: 'card:save' });
}

export async function requireCardRequest(deps: Deps, actor: Actor, requestId: string): Promise<CardRequestRow> {
  const row = await findCardRequest(deps.store.db, actor.companyId, requestId);
  if (!row || !mayUseCustomer(actor, row.customer_id) || !mayUseLocation(actor, row.location_id)) throw notFound();
  return row;
}

async function send(
  deps: Deps,
  actor: Actor,
  asked: Parameters<ReturnType<typeof once>>[1],
  order: Order,
): Promise<Replayable<CardRequest>> {
  requireStaff(actor);
  const customer = await requireCustomer(deps, actor, order.customerId);
  const location = await requireLocation(deps, actor, order.locationId);
  await requireCardRight(deps.store.db, actor, 'card:save', location.id);
  const account = await requireReadyAccount(deps, { companyId: actor.companyId, locationId: location.id });
  const company = await deps.komet.readCompany(actor.companyId);
  const row = { customer_id: customer.id, location_id: location.id, account_id: account.id };
  const email = order.email.toLowerCase();
  const done = await once(deps)<string>(actor, asked, async (tx) => {
    await endOpenRequest(deps, tx, actor, { ...row, email });
    return insertRequest(deps, tx, actor, {
      ...row,
      email,
      locale: order.locale,
      company_name: company?.name ?? actor.companyId,
    });
  }).catch((error: unknown) => {
    // Another clerk asked the same customer in the same moment.
    throw isUniqueViolation(error, 'card_request_open') ? new ProblemError('request-in-progress') : error;
  });
  const sent = await requireCardRequest(deps, actor, done.value);
  await sendMail(deps, actor.companyId, sent.mail_id);
  return { value: await viewCardRequest(deps, deps.store.db, sent), replayed: done.replayed };
}

type NewRequest = Pick<
  CardRequestRow,
  'customer_id' | 'location_id' | 'account_id' | 'email' | 'locale' | 'company_name'
>;

async function insertRequest(deps: Deps, tx: Tx, actor: Actor, request: NewRequest): Promise<string> {
  const { companyId } = actor;
  const token = newLinkToken(companyId);
  const id = deps.newId();
  const now = deps.clock();
  const expiresAt = instant(now + LIFETIME_MS);
  const facts = { to: request.email, locale: request.locale, companyName: request.company_name };
  const message = cardRequestMail({ ...facts, link: `${deps.config.cardRequestUrl}/${token}` });
  const mailId = await queueMail(deps, tx, { companyId, entityId: id, message, usefulUntil: expiresAt });
  await tx
    .insertInto('card_request')
    .values({
      ...request,
      company_id: companyId,
      id,
      token_hash: (await readLinkToken(token))?.tokenHash ?? '',
      mail_id: mailId,
      sent_at: instant(now),
      sent_by: actor.id,
      sent_by_name: actor.name,
      expires_at: expiresAt,
      opened_at: null,
      revoked_at: null,
      saving_id: null,
      saving_since: null,
      completed_at: null,
      card_id: null,
    })
    .execute();
  const event = { companyId, at: instant(now), actorId: actor.id, action: 'card-requested', entityId: id };
  await recordEvent(tx, event);
  return id;
}

/** Ends the open request that stands where a new one is to stand. */
async function endOpenRequest(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  { customer_id, location_id, email }: Pick<CardRequestRow, 'customer_id' | 'location_id' | 'email'>,
): Promise<void> {
  const open = await tx
    .selectFrom('card_request')
    .selectAll()
    .where('company_id', '=', actor.companyId)
    .where('customer_id', '=', customer_id)
    .where('location_id', '=', location_id)
    .where('email', '=', email)
    .where('completed_at', 'is', null)
    .where('revoked_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (open) await endRequest(deps, tx, actor, open);
}

/** Makes a link worthless. @throws ProblemError `request-in-progress` while its card is being saved */
export async function endRequest(deps: Deps, tx: Tx, actor: Actor, row: CardRequestRow): Promise<void> {
  if (isSaving(deps, row)) throw new ProblemError('request-in-progress');
  const at = instant(deps.clock());
  await tx
    .updateTable('card_request')
    .set({ revoked_at: at })
    .where('company_id', '=', row.company_id)
    .where('id', '=', row.id)
    .execute();
  const { companyId, id: actorId } = actor;
  await recordEvent(tx, { companyId, at, actorId, action: 'card-request-revoked', entityId: row.id });
}
