import { createSimulator, type Simulator, type SimulatorOptions } from '../../simulator/app.js';
import { demoMerchants, miamiApiKey } from '../../simulator/demo-merchants.js';

export const origin = 'http://gateway.test';
export const noon = Date.parse('2025-11-20T12:00:00Z');
export const software = { 'software-type': 'Test', 'software-type-version': '1.0' };
export const visa = { card: '4111111111111111', 'exp-date': '1229', csc: '999' };

export interface Reply {
  status: number;
  // The wire is looked at freely: tests read whatever members they are about.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  body: any;
}

export interface Gateway {
  simulator: Simulator;
  /** Sends JSON with an api-key (Miami's unless told); an empty answer has an undefined body. */
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>;
  /** Moves the injected clock. */
  pass(ms: number): void;
  /** A single-use token of the card form. */
  cardJwt(card?: Record<string, string>): Promise<string>;
  /** Approved sale of the Visa test card by number. */
  sale(amount: string, extra?: Record<string, unknown>): Promise<Reply>;
}

export function givenGateway(options: Partial<SimulatorOptions> = {}): Gateway {
  let now = noon;
  const simulator = createSimulator({ clock: () => now, seed: 7, origin, ...options });
  const publicKey = demoMerchants[0]?.terminals[0]?.publicKey ?? '';

  const call: Gateway['call'] = async (method, path, body, headers = {}) => {
    const request = new Request(origin + path, {
      method,
      headers: { 'api-key': miamiApiKey, 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const response = await simulator.fetch(request);
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  };
  return {
    simulator,
    call,
    pass: (ms) => (now += ms),
    cardJwt: async (card = visa) => {
      const reply = await call('POST', '/rest/v2/mobilejwt/manual', card, { 'api-key': '', 'public-key': publicKey });
      return reply.body.payload['mobile-jwt'].jwt;
    },
    sale: (amount, extra = {}) =>
      call('POST', '/rest/v2/transactions/sale', { ...visa, type: 'SALE', amount, ...extra }),
  };
}
