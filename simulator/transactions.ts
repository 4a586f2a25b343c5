import { readCard, readExpiry } from './cards.js';
import { charge, type ChargeType } from './charges.js';
import type { Answer } from './envelope.js';
import { readText } from './fields.js';
import { capture, refund, voidTransaction } from './follow-ups.js';
import { invalid, Refusal } from './refusal.js';
import { presentToken } from './tokens.js';
import type { Call } from './world.js';

const chargeTypes: Record<string, ChargeType> = {
  SALE: 'SALE',
  AUTH: 'AUTH',
  'FORCED SALE': 'FORCED SALE',
  REFUND: 'UNMATCHED REFUND',
};

/** POST /rest/v2/transactions[/{type}]: everything that is keyed, charged to a stored card, or follows another. */
export function transact(call: Call): Answer {
  const { body, target } = call;
  const type = target.type ?? '';
  if (type === 'VOID') return voidTransaction(call);
  if (type === 'CAPTURE') return capture(call);
  if (type === 'REFUND' && body['id'] !== undefined) return refund(call);
  return charge(call, { type: chargeTypeOf(type), service: 'cgw', ...presentedCard(call) });
}

/** @throws Refusal 400/011 for a type that does not start from a card */
export function chargeTypeOf(type: string | undefined): ChargeType {
  const chargeType = chargeTypes[type ?? ''];
  if (chargeType === undefined) throw new Refusal(400, '011', 'Invalid Request');
  return chargeType;
}

/** `card` is a number, or the id of a stored card (19 digits that begin with 11: no brand's numbers do). */
function presentedCard({ world, terminal, body }: Call) {
  const card = readText(body, 'card');
  if (card === undefined) throw invalid('card is required');
  if (!/^11\d{17}$/.test(card)) return { card: readCard(card, body['exp-date'], body['csc']) };
  if (body['exp-date'] !== undefined) readExpiry(body['exp-date']);
  return presentToken(world, terminal, card);
}
