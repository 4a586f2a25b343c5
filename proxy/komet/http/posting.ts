import type { KometLocation, Posting, PostingOutcome } from '../port.js';
import { rowsOf, type Answer, type Api } from './call.js';
import { METHOD_NAMES, referenceOf, toPayment } from './mapping.js';
import { remember } from './remembered.js';
import { methodRow, paymentRow } from './schemas.js';

/** The name of the method that creates a payment is not on the pages we have; its siblings are `payment.list` and `open.credit.balance.create`. */
const CREATE_PAYMENT = 'payment.create';
const MAX_REQUEST_BYTES = 65_536;
const METHODS_MAX_AGE_MS = 60 * 60_000;
/** How long a creation whose answer was lost may still be at work in Komet, unseen by a search. */
const SETTLING_MS = 60_000;

export interface PostingOptions {
  readonly clock: () => number;
  readonly locations: () => Promise<KometLocation[]>;
}

const retry = (message: string): PostingOutcome => ({ kind: 'retry', message });
const refuse = (message: string): PostingOutcome => ({ kind: 'refused', message });

/**
 * Creates payments in Komet. The API knows no key of ours, so a payment is looked for by its check reference first and created only when
 * there is none: a posting that is repeated after a lost answer is booked once.
 */
export function createPosting(api: Api, { clock, locations }: PostingOptions) {
  const methods = remember(() => readMethods(api), { clock, maxAgeMs: METHODS_MAX_AGE_MS });
  const settlingUntil = new Map<string, number>();

  return async (posting: Posting): Promise<PostingOutcome> => {
    const impossible = reasonAgainst(posting);
    if (impossible) return refuse(impossible);
    const body = await bodyOf(posting, { methods: () => methods.get(), locations });
    if ('kind' in body) return body;
    const found = await find(api, posting);
    if (found !== 'absent') {
      if (found === 'present') settlingUntil.delete(posting.key);
      return found === 'present' ? { kind: 'posted' } : retry('Komet could not be asked whether it has this payment');
    }
    if (clock() < (settlingUntil.get(posting.key) ?? 0)) return retry('Komet may still be at work on this payment');
    const answer = await api.post(CREATE_PAYMENT, body);
    if (answer.kind === 'failed') settlingUntil.set(posting.key, clock() + SETTLING_MS);
    else settlingUntil.delete(posting.key);
    return outcomeOf(answer);
  };
}

/** What the public API has no method for has to be booked in Komet by a person. */
function reasonAgainst({ concept, credits }: Posting): string | undefined {
  if (concept === 'charge-back')
    return "Komet's API can not take a payment back: book the charge back in Payment History";
  if (concept === 'refund') return "Komet's API can not refund open credits: book the refund in Receive Payment";
  if (credits.length > 0) return "Komet's API can not apply open credits: apply them in Receive Payment";
  return undefined;
}

interface Surroundings {
  readonly methods: () => Promise<readonly { id: string; name: string }[]>;
  readonly locations: () => Promise<KometLocation[]>;
}

async function bodyOf(
  posting: Posting,
  { methods, locations }: Surroundings,
): Promise<ReturnType<typeof toPayment> | PostingOutcome> {
  const name = METHOD_NAMES[posting.method];
  const method = (await methods()).find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  if (!method) return retry(`Komet has no active payment method "${name}"`);
  const places = await locations();
  const place = places.find(({ id }) => id === posting.locationId);
  if (!place) return refuse(`Komet has no location ${posting.locationId}`);
  const body = toPayment(posting, { methodId: method.id, ...(places.length > 1 && { locationCode: place.code }) });
  const bytes = new TextEncoder().encode(JSON.stringify(body)).byteLength;
  // Room for the token, which is added later.
  return bytes > MAX_REQUEST_BYTES - 256 ? refuse('The payment is longer than the 64 KiB that Komet takes') : body;
}

const readMethods = (api: Api) => api.list('payment.method.list', {}, { name: 'paymentMethods', schema: methodRow });

async function find(api: Api, posting: Posting): Promise<'present' | 'absent' | 'unclear'> {
  const reference = referenceOf(posting);
  const answer = await api.get('payment.list', { checkReference: reference });
  const found = rowsOf(answer, 'payments', paymentRow);
  if (!found || found.unreadable > 0) return 'unclear';
  if (found.rows.some((row) => row.reference === reference)) return 'present';
  return found.rows.some((row) => row.reference === undefined) ? 'unclear' : 'absent';
}

/** Refusals that pass by themselves or by an administrator's hand, and say nothing about the payment. */
const PASSING =
  /\btoken\b|(request|rate|daily|call)s? (limit|quota)|too many|unavailable|maintenance|try again|time(d )?out/i;
const MOST_MESSAGE = 500;

function outcomeOf(answer: Answer): PostingOutcome {
  if (answer.kind === 'answer') return { kind: 'posted' };
  if (answer.kind === 'failed') return retry(`Komet did not answer: ${answer.reason}`);
  const message = answer.message.slice(0, MOST_MESSAGE) || 'Komet refused the payment without a reason';
  return PASSING.test(message) ? retry(message) : refuse(message);
}
