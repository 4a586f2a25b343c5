import { isExpired, readCard } from './cards.js';
import { charge } from './charges.js';
import { success, type Answer } from './envelope.js';
import { readText, type Body } from './fields.js';
import { invalid, Refusal, unauthorized } from './refusal.js';
import { chargeTypeOf } from './transactions.js';
import type { Call, World } from './world.js';
import type { PresentedCard } from './state.js';

const lifetimeMs = 24 * 3_600_000;

/**
 * POST /rest/v2/mobilejwt/manual, called by the card form: a card becomes a token that pays once within 24 hours.
 * Only number and date are checked here; a bad card shows at the sale.
 */
export async function tokenizeCard(world: World, publicKey: string | null, body: Body): Promise<Answer> {
  const terminal = world.terminals.find((candidate) => candidate.publicKey === publicKey);
  if (!terminal) throw unauthorized();
  const card = readCard(body['card'], body['exp-date'], body['csc']);
  if (isExpired(card.expDate, world.now())) throw invalid('Invalid expiration date');
  const expires = world.now() + lifetimeMs;
  const token = world.random.hex(32);
  const jwt = await signJwt(publicKey ?? '', {
    'last-four': card.lastFour,
    type: 'MANUAL',
    exp: Math.floor(expires / 1000),
    token,
  });
  const { merchantId } = terminal.merchant;
  world.ledger.cardJwts.push({ jwt, merchantId, card, expires, used: false });
  const payload = { 'mobile-jwt': { jwt, 'last-four': card.lastFour } };
  return success(world, { payload, payloadType: 'mobile-jwt', service: 'mobile-jwt' });
}

/** POST /rest/v2/mobile/transactions/{type}: charges the card behind the `mobilejwt` header. */
export function transactMobile(call: Call, jwt: string | undefined): Answer {
  requireSoftware(call.body);
  if (call.body['id'] !== undefined) throw new Refusal(400, '011', 'Invalid Request');
  const type = chargeTypeOf(call.target.type);
  return charge(call, { type, card: redeem(call, jwt), service: 'mobile-gateway' });
}

/** The mobile and terminal endpoints insist on knowing the calling software. */
export function requireSoftware(body: Body): void {
  for (const name of ['software-type', 'software-type-version']) {
    if (readText(body, name) === undefined) throw invalid(`${name} is required`);
  }
}

/** A token is dead after its transaction, also after a declined one. */
function redeem({ world, terminal }: Call, jwt: string | undefined): PresentedCard {
  const known = world.ledger.cardJwts.find((candidate) => candidate.jwt === jwt);
  const { cardJwtStatus, cardJwtCode } = world.behaviour;
  const refuse = (message: string) => new Refusal(cardJwtStatus, cardJwtCode, message);
  if (known?.merchantId !== terminal.merchant.merchantId) throw refuse('Invalid mobilejwt');
  if (known.used) throw refuse('mobilejwt has already been used');
  if (known.expires <= world.now()) throw refuse('mobilejwt has expired');
  known.used = true;
  return known.card;
}

async function signJwt(secret: string, claims: Record<string, unknown>): Promise<string> {
  const text = new TextEncoder();
  const encode = (value: unknown) => base64Url(text.encode(JSON.stringify(value)));
  const signed = `${encode({ alg: 'HS256' })}.${encode(claims)}`;
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', text.encode(secret), algorithm, false, ['sign']);
  return `${signed}.${base64Url(new Uint8Array(await crypto.subtle.sign('HMAC', key, text.encode(signed))))}`;
}

function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
