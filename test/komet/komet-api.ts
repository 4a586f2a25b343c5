import type { ApiHttp, ApiRequest } from '../../proxy/komet/http/api-http.js';
import { createHttpKomet, type HttpKometOptions } from '../../proxy/komet/http/http-komet.js';
import type { Komet, Posting } from '../../proxy/komet/port.js';

export const TOKEN = 'tok-company-5f2b';
export const START = Date.parse('2026-11-20T15:00:00Z');

type Parameters = Readonly<Record<string, string>>;

/** What was asked of the API: the method's name with its parameters or body, without the token. */
export interface Asked {
  readonly method: string;
  readonly verb: 'GET' | 'POST';
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** A member of the answer, the answer of one call, or what goes wrong with it. */
export type Scripted =
  object | ((parameters: Parameters) => object) | Error | { readonly text: string; readonly status?: number };

/** Komet's API as its public pages show it, for one test: an answer for each method, and a record of what was asked. */
export interface KometApi {
  readonly komet: Komet;
  readonly asked: Asked[];
  readonly requests: ApiRequest[];
  readonly logged: string[];
  answer(method: string, scripted: Scripted): void;
  passTime(milliseconds: number): void;
}

/** Answers in the two spellings of the documented samples: `status` and ids as text here, as numbers there. */
const STANDARD: Readonly<Record<string, object>> = {
  'location.list': {
    status: '1',
    message: 'OK',
    locations: [
      { id: '12', name: 'Miami', code: 'MIA' },
      { id: 13, name: 'Bogotá desk', code: 'BOG' },
    ],
  },
  'customer.list': {
    status: 1,
    message: 'OK',
    customers: [
      {
        id: 25,
        accountingCode: 'A-25',
        name: 'Petal & Stem Florist',
        code: 'PETAL',
        active: '1',
        salesPerson: 'Luz Mora',
        salesPersonId: 4,
        customerType: 'Retail florist',
        updatedOn: '2026-11-02 10:11:12',
      },
      { id: '26', name: 'Quiet Garden Florals', code: 'QUIET', active: 0 },
      { id: '27', name: 'Maple Leaf Flowers', code: 'MAPLE', active: 1, currency: 'CAD' },
    ],
  },
  'payment.method.list': {
    status: 1,
    message: 'OK',
    paymentMethods: [
      { id: 1, name: 'Cash' },
      { id: '7', name: 'Credit Card (In-App)' },
      { id: 8, name: 'Credit Card (POS Terminal)' },
    ],
  },
  'payment.list': { status: 1, message: 'OK', payments: [] },
  'payment.create': { status: 1, message: 'OK' },
};

export function givenKometApi(options: Partial<HttpKometOptions> = {}): KometApi {
  let now = START;
  const answers = new Map<string, Scripted>(Object.entries(STANDARD));
  const asked: Asked[] = [];
  const requests: ApiRequest[] = [];
  const logged: string[] = [];
  const http: ApiHttp = (request) => {
    requests.push(request);
    const call = readRequest(request);
    asked.push(call);
    return respond(answers.get(call.method), call.parameters as Parameters);
  };
  const log = (event: string, members?: object) => void logged.push(JSON.stringify({ event, ...members }));
  return {
    komet: createHttpKomet({
      baseUrl: 'https://komet.test/api/',
      token: TOKEN,
      http,
      clock: () => now,
      log: { info: log, warn: log },
      company: { id: '1', name: 'Alameda Blooms', currency: 'USD' },
      timeZones: { standard: 'America/New_York', byLocationCode: { BOG: 'America/Bogota' } },
      ...options,
    }),
    asked,
    requests,
    logged,
    answer: (method, scripted) => answers.set(method, scripted),
    passTime: (milliseconds) => {
      now += milliseconds;
    },
  };
}

function readRequest({ method: verb, url, body }: ApiRequest): Asked {
  const address = new URL(url);
  const given: Record<string, unknown> =
    body === undefined ? Object.fromEntries(address.searchParams) : (JSON.parse(body) as Record<string, unknown>);
  const { authenticationToken: _, ...parameters } = given;
  return { verb, method: address.pathname.replace('/api/', ''), parameters };
}

function respond(scripted: Scripted | undefined, parameters: Parameters): ReturnType<ApiHttp> {
  if (scripted instanceof Error) return Promise.reject(scripted);
  if (scripted && 'text' in scripted) return Promise.resolve({ status: scripted.status ?? 200, text: scripted.text });
  const members = typeof scripted === 'function' ? (scripted as (given: Parameters) => object)(parameters) : scripted;
  return Promise.resolve({ status: 200, text: JSON.stringify(members ?? { status: 0, message: 'Unknown method' }) });
}

/** An invoice row with the members of the documented lists. */
export function invoiceRow(members: object = {}): object {
  return {
    id: 5001,
    number: 1001,
    shipDate: '2026-11-02',
    dueDate: '2026-12-02',
    locationId: '12',
    customerId: '25',
    customerName: 'Petal & Stem Florist',
    customerCode: 'PETAL',
    status: 1,
    subtotal: '100.00',
    total: '100.00',
    balance: '100.00',
    ...members,
  };
}

/** A card payment of invoices 1001 and 1002, 250.00 together. */
export function posting(members: Partial<Posting> = {}): Posting {
  return {
    key: '01JCARD0000000000000000001',
    concept: 'payment',
    controlNumber: 3001,
    customerId: '25',
    locationId: '12',
    method: 'in-app',
    date: '2026-11-20',
    amountCents: 25_000,
    feeCents: 0,
    overpaymentCents: 0,
    reference: '88210001',
    allocations: [
      { invoiceId: '5001', invoiceNumber: '1001', amountCents: 10_000, discountCents: 0 },
      { invoiceId: '5002', invoiceNumber: '1002', amountCents: 15_000, discountCents: 0 },
    ],
    credits: [],
    ...members,
  };
}
