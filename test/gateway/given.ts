import { createClearentGateway, type ClearentOptions } from '../../proxy/gateway/clearent/adapter.js';
import { createFetchHttp } from '../../proxy/gateway/fetch-http.js';
import type { MerchantAccount, PaymentGateway, ReversalRequest, SaleRequest } from '../../proxy/gateway/port.js';
import type { GatewayHttp, GatewayHttpRequest } from '../../proxy/gateway/transport.js';
import { createSimulator, type Simulator } from '../../simulator/app.js';
import { demoMerchants, miamiApiKey, miamiCounterApiKey } from '../../simulator/demo-merchants.js';

export const noon = Date.parse('2025-11-20T12:00:00Z');
export const baseUrl = 'http://gateway.test';
export const miami: MerchantAccount = { apiKey: miamiApiKey };
export const counter: MerchantAccount = { apiKey: miamiCounterApiKey };
export const jwt = 'aGVhZGVy.Y2xhaW1z.c2ln';

export const keyedSale: SaleRequest = {
  orderId: 'kpw-01JD3',
  amountCents: 41_250,
  feeCents: 0,
  source: { kind: 'card-token', token: jwt, storeCard: false },
  invoiceText: 'INV-88213',
  customerId: 'C-77',
};

export const reversal: ReversalRequest = { orderId: 'kpw-01JD9', transactionId: '30011901', amountCents: 41_250 };

const options = {
  baseUrl,
  softwareVersion: '1.2.3',
  saleTimeoutMs: 30_000,
  terminalTimeoutMs: 150_000,
  queryTimeoutMs: 10_000,
  clock: () => noon,
};

export function givenAdapter(http: GatewayHttp, more: Partial<ClearentOptions> = {}): PaymentGateway {
  return createClearentGateway({ ...options, http, ...more });
}

export interface Canned {
  readonly status?: number;
  /** An object is sent as JSON. */
  readonly body?: unknown;
}

export interface CannedGateway {
  readonly gateway: PaymentGateway;
  readonly requests: GatewayHttpRequest[];
  /** The last request's body. */
  sent(): Record<string, unknown>;
}

/** The adapter before recorded answers, the last of which is repeated. */
export function givenAnswers(...answers: readonly Canned[]): CannedGateway {
  const requests: GatewayHttpRequest[] = [];
  const http: GatewayHttp = async (request) => {
    const { status = 200, body = '' } = answers[Math.min(requests.length, answers.length - 1)] ?? {};
    requests.push(request);
    return { status, text: typeof body === 'string' ? body : JSON.stringify(body) };
  };
  const sent = () => JSON.parse(requests.at(-1)?.body ?? '{}') as Record<string, unknown>;
  return { gateway: givenAdapter(http), requests, sent };
}

export interface Simulated {
  readonly gateway: PaymentGateway;
  readonly simulator: Simulator;
  /** Moves the clock of both. */
  pass(ms: number): void;
  /** What the card frame yields for a card. */
  cardToken(card?: string): Promise<string>;
}

/** The adapter before the simulated gateway. */
export function givenSimulator(): Simulated {
  let now = noon;
  const simulator = createSimulator({ clock: () => now, seed: 7, origin: baseUrl });
  const http = createFetchHttp((request) => simulator.fetch(request));
  return {
    gateway: givenAdapter(http, { clock: () => now }),
    simulator,
    pass: (ms) => (now += ms),
    cardToken: async (card = '4111111111111111') => {
      const body = JSON.stringify({ card, 'exp-date': '1229', csc: '999', 'software-type': 'Test' });
      const headers = { 'public-key': demoMerchants[0]?.terminals[0]?.publicKey ?? '' };
      const request = new Request(`${baseUrl}/rest/v2/mobilejwt/manual`, { method: 'POST', headers, body });
      const answer = await (await simulator.fetch(request)).json();
      return answer.payload['mobile-jwt'].jwt;
    },
  };
}
