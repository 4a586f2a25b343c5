import type { MerchantAccount, SettingsOutcome, TerminalSettings } from '../port.js';
import type { Caller, Reply } from './call.js';
import { present } from './present.js';
import { hostedPageRow, isFailed, readOne, terminalRow } from './schemas.js';
import { safeText } from './transactions.js';

/** Two reads: whose key it is, and the public key with which the card frame encrypts. */
export async function readSettings(
  caller: Caller,
  account: MerchantAccount,
  timeoutMs: number,
): Promise<SettingsOutcome> {
  const read = (path: string) => caller(account, { operation: 'read-settings', method: 'GET', path, timeoutMs });
  const terminal = await read('/rest/v2/settings/terminal');
  if (isUnauthorized(terminal)) return { kind: 'unauthorized' };
  const hostedPage = await read('/rest/v2/settings/terminal/hpp');
  if (isUnauthorized(hostedPage)) return { kind: 'unauthorized' };
  const settings = readTerminal(terminal);
  const publicKey = readOne(hostedPageRow, memberOf(hostedPage, 'hpp-settings'))?.['hpp-public-key'];
  return settings && isPublicKey(publicKey) ? { kind: 'answered', settings, publicKey } : { kind: 'failed' };
}

function readTerminal(reply: Reply): TerminalSettings | undefined {
  const row = readOne(terminalRow, memberOf(reply, 'terminal-settings'));
  const merchantId = safeText(row?.['merchant-id']);
  const terminalId = safeText(row?.['terminal-id']);
  if (merchantId === undefined || terminalId === undefined) return undefined;
  const timeZone = safeText(row?.['time-zone']);
  return { merchantId, terminalId, merchantName: safeText(row?.['merchant-name']) ?? '', ...present({ timeZone }) };
}

function isUnauthorized(reply: Reply): boolean {
  return reply.kind === 'answer' && reply.status === 401;
}

function memberOf(reply: Reply, name: string): unknown {
  if (reply.kind !== 'answer' || reply.status !== 200 || !reply.answer || isFailed(reply.answer)) return undefined;
  return reply.answer.payload[name];
}

/** Hex of a DER public key. */
function isPublicKey(text: string | undefined): text is string {
  return text !== undefined && /^[0-9a-f]{64,2048}$/i.test(text);
}
