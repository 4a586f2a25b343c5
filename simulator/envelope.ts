import type { Refusal } from './refusal.js';
import { maskedNumber } from './cards.js';
import { answerView } from './views.js';
import type { World } from './world.js';

/** The gateway's outer object; all its scalars are text. */
export interface Envelope {
  code: string;
  status: string;
  'exchange-id'?: string;
  links?: Link[];
  payload: Record<string, unknown>;
  page?: Record<string, unknown>;
}

export interface Link {
  rel: string;
  href: string;
  id: string;
}

/** A decision of the gateway before it becomes HTTP. Status 204 has no body. */
export interface Answer {
  status: number;
  envelope: Envelope;
}

/** The services whose names show in exchange ids. */
export type Service = 'cgw' | 'mobile-gateway' | 'mobile-jwt';

export interface SuccessParts {
  payload: Record<string, unknown>;
  payloadType: string;
  service?: Service;
  links?: Link[];
  page?: Record<string, unknown>;
  status?: number;
  /** Settings say SUCCESS, transactions and tokens success. */
  word?: 'success' | 'SUCCESS';
}

export function success(world: World, parts: SuccessParts): Answer {
  const status = parts.status ?? 200;
  const envelope: Envelope = {
    code: String(status),
    status: parts.word ?? 'success',
    'exchange-id': exchangeId(world, parts.service ?? 'cgw'),
    ...(parts.links && { links: parts.links }),
    payload: { ...parts.payload, payloadType: parts.payloadType },
    ...(parts.page && { page: parts.page }),
  };
  return { status, envelope };
}

/** The error envelope; a booked decline shows its transaction beside the error, a wrong key shows no exchange id. */
export function failure(world: World, refusal: Refusal, service: Service = 'cgw'): Answer {
  const { status, code, message, transaction } = refusal;
  const error = { 'error-message': message, 'result-code': code, 'time-stamp': timeStamp(world.now(), service) };
  const envelope: Envelope = {
    code: String(status),
    status: 'fail',
    ...(status !== 401 && { 'exchange-id': exchangeId(world, service) }),
    ...(transaction && { links: [transactionLink(transaction.id)] }),
    payload: {
      ...(transaction && { transaction: { ...answerView(transaction), card: maskedNumber(transaction.card) } }),
      error,
      payloadType: 'error',
    },
  };
  return { status, envelope };
}

export const transactionLink = (id: string): Link => ({
  rel: 'transaction',
  href: `/rest/v2/transactions?id=${id}`,
  id,
});
export const tokenLink = (id: string): Link => ({ rel: 'token', href: `/rest/v2/tokens/${id}`, id });

function exchangeId(world: World, service: Service): string {
  return `ID-clearent-${service}-${++world.ledger.counters.exchange}-${world.random.hex(8)}`;
}

/** The card form's service writes ISO, the gateway "Tue Nov 10 21:24:04 UTC 2015". */
function timeStamp(now: number, service: Service): string {
  const date = new Date(now);
  if (service === 'mobile-jwt') return date.toISOString().replace('Z', '000');
  const [day, number, month, year, time] = date.toUTCString().replace(',', '').split(' ');
  return `${day} ${month} ${number} ${time} UTC ${year}`;
}
