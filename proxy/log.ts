import pino from 'pino';
import type { Log } from './deps.js';
import { containsCardNumber, maskCardNumbers } from './http/card-numbers.js';

/** The only members a line may have. One that isn't named here is dropped and its name told, so that it gets noticed. */
const MEMBERS: ReadonlySet<string> = new Set([
  'actorId',
  'address',
  'attemptId',
  'blocked',
  'code',
  'companyId',
  'count',
  'directive',
  'duplicate',
  'error',
  'exchangeId',
  'failure',
  'loop',
  'locationId',
  'message',
  'method',
  'ms',
  'operation',
  'paymentId',
  'reason',
  'requestId',
  'route',
  'signal',
  'stack',
  'status',
  'store',
  'transactionId',
]);

/** What is no business of a log even inside an allowed member's text: tokens, gateway keys, integrators' secrets. */
const SECRETS = /\beyJ[\w-]+\.[\w-]+\.[\w-]+|\b[0-9a-f]{32}\b|\bkp_sk_[\w-]+/gi;

export interface LogOptions {
  readonly level: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Takes one line with its line end. */
  readonly write: (line: string) => void;
}

/**
 * A log of one JSON object a line. Members are allow-listed, their texts cleaned of secrets, and a line in which something
 * still looks like a card number is withheld as a whole.
 */
export function createLog({ level, write }: LogOptions): Log {
  const guarded = (line: string): void => write(containsCardNumber(line) ? WITHHELD : line);
  const logger = pino(
    {
      level,
      base: null,
      messageKey: 'event',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write: guarded },
  );
  return {
    info: (event, members) => logger.info(allowed(members), event),
    warn: (event, members) => logger.warn(allowed(members), event),
    error: (event, members) => logger.error(allowed(members), event),
  };
}

const WITHHELD = `${JSON.stringify({ level: 'error', event: 'log-line-withheld' })}\n`;

function allowed(members: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  const dropped: string[] = [];
  for (const [name, value] of Object.entries(members)) {
    if (!MEMBERS.has(name)) dropped.push(name);
    else if (typeof value === 'string') kept[name] = clean(value);
    else if (typeof value === 'number' || typeof value === 'boolean') kept[name] = value;
  }
  return dropped.length === 0 ? kept : { ...kept, dropped };
}

function clean(text: string): string {
  return maskCardNumbers(text.replaceAll(SECRETS, '[secret]'));
}
