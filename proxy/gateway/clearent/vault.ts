import type { DeleteCardOutcome, StoreCardOutcome } from '../port.js';
import type { Reply } from './call.js';
import { present } from './present.js';
import { refusalOf, unknown } from './refusals.js';
import { isFailed, type Answer } from './schemas.js';
import { readVaultCard } from './vault-card.js';
import { readVerdict, type Expected } from './verdict.js';

export function storeCardOutcomeOf(reply: Reply, expected: Expected): StoreCardOutcome {
  const { status, answer } = reply.kind === 'answer' ? reply : { status: 0, answer: undefined };
  const card = answer && readVaultCard(answer);
  if (card && (status === 200 || status === 201) && isAccepted(answer, expected)) return { kind: 'stored', card };
  const refusal = refusalOf(reply, expected);
  if (refusal.kind === 'declined')
    return { kind: 'declined', cause: refusal.cause, ...present({ code: refusal.code }) };
  return card ? unknown('mismatch') : refusal;
}

function isAccepted(answer: Answer, expected: Expected): boolean {
  const { result } = readVerdict(answer, expected);
  return !isFailed(answer) && (result === undefined || result === 'approved');
}

/** A card that is not there any more counts as deleted, if it is the gateway that says so. */
export function deleteOutcomeOf(reply: Reply): DeleteCardOutcome {
  const { status, answer } = reply.kind === 'answer' ? reply : { status: 0, answer: undefined };
  const gone = status === 404 && answer?.payload['error'] !== undefined;
  const deleted = status === 204 || (status === 200 && answer !== undefined && !isFailed(answer));
  return { kind: gone || deleted ? 'deleted' : 'failed' };
}
