import type { Role, SessionRequest } from '../src/contract/session.js';

/** How a sandbox is spoken to from outside the widgets. Every call throws unless it succeeds. */
export interface Caller {
  /** A session token for a user with this role; a customer is the one of the guided journey. */
  token(role: Role): Promise<string>;
  /** Calls a route as an administrator, e.g. to pay an invoice before a story begins. Resolves to the parsed body. */
  call(method: string, path: string, body?: unknown): Promise<unknown>;
  /** Calls a route as the company's own server, which is also the operator here. */
  operate(method: string, path: string, body?: unknown): Promise<unknown>;
}

export interface CallerOptions {
  readonly fetch: (request: Request) => Promise<Response>;
  readonly origin: string;
  readonly integratorSecret: string;
}

const PORTAL_CUSTOMER = '25';

export function createCaller({ fetch, origin, integratorSecret }: CallerOptions): Caller {
  const send = async (method: string, path: string, token: string, body?: unknown): Promise<unknown> => {
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    };
    const text = body === undefined ? null : JSON.stringify(body);
    const response = await fetch(new Request(`${origin}${path}`, { method, headers, body: text }));
    const answer = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${answer}`);
    return answer === '' ? undefined : (JSON.parse(answer) as unknown);
  };
  const operate: Caller['operate'] = (method, path, body) => send(method, path, integratorSecret, body);
  const token: Caller['token'] = async (role) => {
    const answer = (await operate('POST', '/v1/sessions', sessionFor(role, origin))) as { token: string };
    return answer.token;
  };
  return { token, operate, call: async (method, path, body) => send(method, path, await token('Administrator'), body) };
}

function sessionFor(role: Role, origin: string): SessionRequest {
  const common = { roles: [role], origin };
  return role === 'Customer'
    ? { ...common, actor: { id: 'buyer-25', name: 'Petal & Stem', kind: 'portal' }, customerId: PORTAL_CUSTOMER }
    : { ...common, actor: { id: 'clerk-7', name: 'Ana Paz', kind: 'staff' } };
}
