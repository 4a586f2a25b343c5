import { parseSearchDate } from './dates.js';
import { isExpired, readCard } from './cards.js';
import { success, tokenLink, type Answer } from './envelope.js';
import { readAddress, readFlag, readText, type Body } from './fields.js';
import { pageOf } from './paging.js';
import { invalid, Refusal } from './refusal.js';
import type { PresentedCard, Token } from './state.js';
import { tokenView } from './views.js';
import type { Call, Terminal, World } from './world.js';

/** Puts a card into the merchant's vault. Ids have 19 digits, begin with 11 and end in the card's last four. */
export function issueToken(world: World, terminal: Terminal, card: PresentedCard, body: Body): Token {
  const { cscResult: _, ...plain } = card;
  const id = `11${String(++world.ledger.counters.token).padStart(13, '0')}${card.lastFour}`;
  const description = readText(body, 'token-description') ?? readText(body, 'description');
  const billing = readAddress(body, 'billing');
  const avsZip = readText(body, 'avs-zip') ?? billing?.['zip'];
  const avsAddress = readText(body, 'avs-address') ?? billing?.['street'];
  const customerKey = readText(body, 'customer-key');
  const token: Token = {
    id,
    vault: terminal.merchant.vault,
    card: plain,
    created: world.now(),
    updated: world.now(),
    status: 'Active',
    timesUsed: 0,
    ...(description !== undefined && { description }),
    ...(customerKey !== undefined && { customerKey }),
    ...(avsZip !== undefined && { avsZip }),
    ...(avsAddress !== undefined && { avsAddress }),
  };
  world.ledger.tokens.push(token);
  return token;
}

/** The stored card of a charge, presented without security code. */
export function presentToken(world: World, terminal: Terminal, id: string): { token: Token; card: PresentedCard } {
  const token = findToken(world, terminal, id);
  if (token.status !== 'Active') throw new Refusal(402, '017', 'Card Not Active');
  return { token, card: { ...token.card, cscResult: 'P' } };
}

/** POST /rest/v2/tokens: the card is checked with its issuer unless `card-inquiry` is false. */
export function createToken({ world, terminal, body }: Call): Answer {
  const card = readCard(body['card'], body['exp-date'], body['csc']);
  if (readText(body, 'card-type') === undefined) throw invalid('card-type is required');
  const inquiry = readFlag(body, 'card-inquiry', true);
  if (inquiry && isExpired(card.expDate, world.now())) throw new Refusal(402, '004', 'Card Expired');
  return answerToken(world, issueToken(world, terminal, card, body));
}

/** GET /rest/v2/tokens */
export function listTokens(call: Call): Answer {
  const { world, terminal, query } = call;
  const zone = String(terminal.config.settings['time-zone']);
  const [start, end] = [query.get('updated-start-date'), query.get('updated-end-date')];
  const rows = world.ledger.tokens.filter(
    (token) =>
      token.vault === terminal.merchant.vault &&
      token.status !== 'Deleted' &&
      (query.get('token-id') ?? token.id) === token.id &&
      (start === null || token.updated >= parseSearchDate(start, zone)) &&
      (end === null || token.updated <= parseSearchDate(end, zone)),
  );
  return pageOf(call, rows.map(tokenView), { plural: 'tokens', singular: 'token' });
}

/** GET /rest/v2/tokens/{id} */
export function readToken({ world, terminal }: Call, id: string): Answer {
  return answerToken(world, findToken(world, terminal, id));
}

/** PUT /rest/v2/tokens/{id}: only customer-key, status and description can change. */
export function updateToken({ world, terminal, body }: Call, id: string): Answer {
  const token = findToken(world, terminal, id);
  const status = readText(body, 'status')?.toUpperCase();
  const words: Record<string, string> = { ACTIVE: 'Active', INACTIVE: 'Inactive', DELETED: 'Deleted' };
  if (status !== undefined && !(status in words)) throw invalid('Invalid status');
  token.status = words[status ?? ''] ?? token.status;
  token.description = readText(body, 'description') ?? token.description ?? '';
  token.customerKey = readText(body, 'customer-key') ?? token.customerKey ?? '';
  token.updated = world.now();
  return answerToken(world, token);
}

/** DELETE /rest/v2/tokens/{id}: past transactions stay as they are. */
export function deleteToken({ world, terminal }: Call, id: string): Answer {
  const token = findToken(world, terminal, id);
  token.status = 'Deleted';
  token.updated = world.now();
  return success(world, { payload: { token: { 'token-id': id, description: 'Token deleted' } }, payloadType: 'token' });
}

function answerToken(world: World, token: Token): Answer {
  return success(world, {
    payload: { tokenResponse: tokenView(token) },
    payloadType: 'token',
    links: [tokenLink(token.id)],
  });
}

function findToken(world: World, terminal: Terminal, id: string): Token {
  const token = world.ledger.tokens.find((candidate) => candidate.id === id && candidate.status !== 'Deleted');
  if (token?.vault !== terminal.merchant.vault) throw new Refusal(404, '027', 'Token not found');
  return token;
}
