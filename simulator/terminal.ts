import { readCard } from './cards.js';
import { charge } from './charges.js';
import { success, tokenLink, type Answer } from './envelope.js';
import { readText } from './fields.js';
import { requireSoftware } from './mobile.js';
import { Refusal } from './refusal.js';
import { issueToken } from './tokens.js';
import { chargeTypeOf } from './transactions.js';
import { tokenView } from './views.js';
import type { Call, ReaderResponse } from './world.js';
import type { PresentedCard } from './state.js';

const defaultCard = '4111111111111111';
/** Declines with 023. */
const decliningCard = '4000000000000234';

/** POST /rest/v2/terminal/transactions/{type}: the call stays open until the reader is done. */
export async function transactOnReader(call: Call): Promise<Answer> {
  const { world, body, target } = call;
  requireSoftware(body);
  if (body['id'] !== undefined || readText(body, 'card') !== undefined)
    throw new Refusal(400, '011', 'Invalid Request');
  if (target.type === 'TOKEN ONLY') return tokenOnly(call);
  const type = chargeTypeOf(target.type);
  const card = await promptReader(call);
  const withoutToken = world.faults.take(target, 'missing-token') !== undefined;
  return charge(call, { type, card, service: 'cgw', entryMethod: '5', withoutToken });
}

async function tokenOnly(call: Call): Promise<Answer> {
  const { world, terminal, body } = call;
  const token = issueToken(world, terminal, await promptReader(call), body);
  const payload = { tokenResponse: tokenView(token) };
  return success(world, { payload, payloadType: 'token', links: [tokenLink(token.id)] });
}

/** Wakes the reader and waits for a card. */
async function promptReader(call: Call): Promise<PresentedCard> {
  const { world, terminal, target } = call;
  requireFreeReader(call);
  const cancelled = world.faults.take(target, 'terminal-cancelled') !== undefined;
  const response: ReaderResponse =
    terminal.config.interactive && !cancelled ? await answerOfReader(call) : { action: 'approve' };
  if (cancelled || response.action === 'cancel') {
    throw new Refusal(
      world.behaviour.cancelStatus,
      world.behaviour.cancelCode,
      'Transaction cancelled at the terminal',
    );
  }
  const number = response.card ?? (response.action === 'decline' ? decliningCard : defaultCard);
  const { cscResult: _, ...card } = readCard(number, nextExpiry(world.now()), undefined);
  return { ...card, cscResult: 'P' };
}

function requireFreeReader({ world, terminal, target }: Call): void {
  if (!terminal.config.device?.enabled || world.faults.take(target, 'terminal-offline')) {
    throw new Refusal(400, '001', 'Could not communicate with Terminal');
  }
  if (world.prompts.has(terminal.terminalId) || world.faults.take(target, 'terminal-busy')) {
    throw new Refusal(400, '001', 'Terminal is busy');
  }
}

async function answerOfReader({ world, terminal }: Call): Promise<ReaderResponse> {
  try {
    return await new Promise<ReaderResponse>((resolve) => world.prompts.set(terminal.terminalId, resolve));
  } finally {
    world.prompts.delete(terminal.terminalId);
  }
}

/** December, three years from now. */
function nextExpiry(now: number): string {
  return `12${String(new Date(now).getUTCFullYear() + 3).slice(2)}`;
}
