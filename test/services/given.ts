import type { Payment } from '../../src/contract/payment.js';
import type { ProblemCode } from '../../src/contract/problem.js';
import { PROBLEMS } from '../../src/contract/problem.js';
import type { PayClient } from '../../src/services/call.js';
import { createClient, type ClientOptions } from '../../src/services/client.js';

/** What the network does with a request: answers it, loses it, or never answers. */
export type Reaction = Response | 'lost' | 'silence';

export interface Sent {
  readonly method: string;
  readonly url: URL;
  readonly authorization: string | null;
  readonly key: string | null;
  readonly body: string;
}

export interface Network {
  readonly fetch: typeof globalThis.fetch;
  readonly sent: Sent[];
}

/** A network that reacts to requests in turn; the last reaction repeats. */
export function network(...reactions: (Reaction | ((sent: Sent) => Reaction))[]): Network {
  const sent: Sent[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const { method, headers, signal } = request;
    const [authorization, key] = [headers.get('authorization'), headers.get('idempotency-key')];
    const record = { method, url: new URL(request.url), authorization, key, body: await request.text() };
    sent.push(record);
    const planned = reactions[Math.min(sent.length, reactions.length) - 1];
    const reaction = typeof planned === 'function' ? planned(record) : planned;
    if (reaction === 'lost') throw new TypeError('fetch failed');
    if (reaction === 'silence')
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));
    return reaction!.clone();
  };
  return { fetch, sent };
}

export function givenClient(net: Network, options: Partial<ClientOptions> = {}): PayClient {
  const base = { apiBase: 'https://pay.example/komet-pay', getToken: () => Promise.resolve('token-1') };
  return createClient({ ...base, fetch: net.fetch, isOnline: () => true, patience: { repeatMs: 0 }, ...options });
}

export const json = (body: unknown, status = 200): Response => Response.json(body, { status });

export function problem(code: ProblemCode, members: object = {}): Response {
  const { status, title, moneyMoved, next } = PROBLEMS[code];
  const body = { type: `/problems/${code}`, title, status, code, moneyMoved, next, requestId: 'req-7', ...members };
  return Response.json(body, { status, headers: { 'content-type': 'application/problem+json' } });
}

export const payment = (members: Partial<Payment> = {}): Payment => ({
  id: 'pay-1',
  concept: 'payment',
  status: 'approved',
  needsReview: false,
  locationId: 'miami',
  customerId: '25',
  customerName: 'Rosas & Co',
  method: 'in-app',
  date: '2026-11-03',
  amountCents: 10_000,
  feeCents: 0,
  totalCents: 10_000,
  appliedCents: 10_000,
  creditsAppliedCents: 0,
  discountCents: 0,
  overpaymentCents: 0,
  allocations: [{ invoiceId: 'inv-1', invoiceNumber: '1', amountCents: 10_000, discountCents: 0 }],
  credits: [],
  posting: 'posted',
  confirmation: 'none',
  createdBy: { id: 'clerk-7', name: 'Ana Paz' },
  createdAt: '2026-11-03T15:00:00.000Z',
  ...members,
});

export const declined = (): Response =>
  problem('payment-declined', {
    payment: payment({ status: 'declined', decline: { cause: 'insufficient-funds' }, posting: 'none' }),
  });
