import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Role } from '../../src/contract/session.js';
import { givenProxy, newKey, portalRequest, SECRETS, type Answered, type Proxy } from './given.js';
import { goodRequests, type GoodRequest } from './requests.js';

/** Komet's roles by the letter they have in `MAY`. */
const ROLES: Readonly<Record<string, Role>> = {
  A: 'Administrator',
  R: 'Accounts Receivables',
  C: 'Cashier',
  M: 'Credit Manager',
  S: 'Sales Manager',
  s: 'Sales',
  a: 'Sales Allocations',
  U: 'Setup',
  B: 'Customer',
};

/** Who may do what, as Komet's User Roles page and the role notes of its screens have it. */
const MAY: Readonly<Record<string, string>> = {
  'DELETE /v1/session': 'ARCMSsaUB',
  'GET /v1/session': 'ARCMSsaUB',
  'GET /v1/locations': 'ARCMSsaUB',

  'GET /v1/customers': 'ARCMSsUB',
  'GET /v1/customers/{customerId}': 'ARCMSsUB',
  'GET /v1/customers/{customerId}/invoices': 'ARCMSsB',
  'GET /v1/customers/{customerId}/credits': 'ARCMSsB',

  'GET /v1/customers/{customerId}/cards': 'ARCMSsB',
  'POST /v1/customers/{customerId}/cards': 'ARCMSsB',
  'PATCH /v1/cards/{cardId}': 'ARCMSsB',
  'DELETE /v1/cards/{cardId}': 'ARCMSsB',
  'POST /v1/card-frames': 'ARCMSsB',
  'GET /v1/customers/{customerId}/card-requests': 'ARCMSsB',
  'POST /v1/customers/{customerId}/card-requests': 'ARCMSs',
  'POST /v1/card-requests/{requestId}/resend': 'ARCMSs',
  'DELETE /v1/card-requests/{requestId}': 'ARCMSs',

  'POST /v1/payments': 'ARCSsB',
  'POST /v1/payments/{paymentId}/cancel': 'ARCSsB',
  'GET /v1/payments': 'ARCMSB',
  'GET /v1/payments/{paymentId}': 'ARCMSsB',
  'GET /v1/reports/payment-history': 'ARCMSB',
  'GET /v1/payments/{paymentId}/receipt': 'ARCMSsB',
  'POST /v1/payments/{paymentId}/receipt/email': 'ARCMSsB',

  'GET /v1/orders': 'ARCMSsaB',
  'GET /v1/orders/{orderId}': 'ARCMSsaB',
  'POST /v1/orders/{orderId}/confirm': 'ACSsa',

  'GET /v1/payments/{paymentId}/charge-back/preview': 'ARC',
  'POST /v1/payments/{paymentId}/charge-back': 'ARC',
  'GET /v1/customers/{customerId}/refundable-credits': 'ARC',
  'POST /v1/credit-refunds': 'ARC',

  'POST /v1/reconciliations': 'ARC',
  'GET /v1/reconciliations/{reconciliationId}': 'ARC',
  'GET /v1/reconciliations/{reconciliationId}/groups': 'ARC',
  'GET /v1/reconciliations/{reconciliationId}/batches': 'ARC',
  'POST /v1/reconciliations/{reconciliationId}/cancel': 'ARC',
  'POST /v1/reconciliations/{reconciliationId}/explain': 'ARC',
  'POST /v1/reconciliations/{reconciliationId}/close': 'ARC',
  'POST /v1/reconciliations/{reconciliationId}/reopen': 'A',
  'GET /v1/locations/{locationId}/reconciliation-days': 'ARC',
  'GET /v1/report-mapping': 'ARC',
  'GET /v1/reports/batches': 'ARC',
  'POST /v1/locations/{locationId}/close-batch': 'ARC',

  'GET /v1/locations/{locationId}/settings': 'ARCMSsaUB',
  'PATCH /v1/locations/{locationId}/settings': 'AU',
  'GET /v1/customers/{customerId}/settings': 'ARCMSsaUB',
  'PATCH /v1/customers/{customerId}/settings': 'AU',
  'GET /v1/locations/{locationId}/terminals': 'ARCSsUB',
  'POST /v1/locations/{locationId}/terminals': 'AU',
  'PATCH /v1/terminals/{terminalId}': 'AU',
  'DELETE /v1/terminals/{terminalId}': 'AU',
  'POST /v1/terminals/{terminalId}/test': 'AU',
  'GET /v1/locations/{locationId}/integration': 'AU',
  'PATCH /v1/locations/{locationId}/integration': 'AU',
  'GET /v1/locations/{locationId}/application': 'AU',
  'PUT /v1/locations/{locationId}/application': 'AU',
  'POST /v1/locations/{locationId}/application/submit': 'AU',
  'PUT /v1/locations/{locationId}/rates': 'AU',
};

const NOWHERE = '01ARZ3NDEKTSV4RRFFQ69G5FAV';

describe('what a token allows', () => {
  let proxy: Proxy;
  let requests: GoodRequest[];
  before(async () => {
    proxy = await givenProxy();
    requests = (await goodRequests(proxy)).filter(({ route }) => typeof route.access !== 'string');
  });
  after(() => proxy.close());

  const send = ({ route, path, call }: GoodRequest, more: object): Promise<Answered> =>
    proxy.call(route.method, path, { ...call, ...(route.idempotent && { key: newKey() }), ...more });

  test('is said for every route that a session can call', () => {
    assert.deepEqual(requests.map(({ name }) => name).sort(), Object.keys(MAY).sort());
  });

  for (const [letter, role] of Object.entries(ROLES)) {
    test(`is what the role ${role} may do, and nothing else`, async () => {
      const token = await proxy.session(role === 'Customer' ? portalRequest('25') : { roles: [role] });
      const allowed: string[] = [];
      // Ending the session would end the test.
      for (const request of requests.filter(({ name }) => name !== 'DELETE /v1/session')) {
        // Nothing has this id, or the body says nothing, so whoever may do it does nothing.
        const path = request.route.path.replaceAll(/\{\w+\}/g, NOWHERE);
        const body = request.body && (request.path === path ? {} : request.body);
        const { status, json } = await send({ ...request, path }, { token, ...(body && { body }) });
        assert.notEqual(status, 401, request.name);
        if (json?.code !== 'not-permitted') allowed.push(request.name);
      }
      const expected = Object.keys(MAY).filter((name) => MAY[name]?.includes(letter) && name !== 'DELETE /v1/session');
      assert.deepEqual(allowed.sort(), expected.sort());
    });
  }

  /** What a session that is not for Miami, or not for its customer, is told of everything that is there. */
  const refusals = async (token: string, wanted: (request: GoodRequest) => boolean) => {
    const asked = requests.filter(wanted);
    const before = await proxy.books();
    const told: string[] = [];
    for (const request of asked) {
      const { status, json } = await send(request, { token });
      if (status !== 403 && status !== 404) told.push(`${request.name} ${status} ${JSON.stringify(json)}`);
    }
    assert.equal(await proxy.books(), before);
    return { count: asked.length, told };
  };
  const says = (request: GoodRequest, member: string, value: string) =>
    request.route.path.includes(`{${member}}`) || request.body?.[member] === value;
  const isOfMiami = (request: GoodRequest) =>
    says(request, 'locationId', 'miami') ||
    /\{(cardId|paymentId|terminalId|requestId|reconciliationId)\}/.test(request.route.path);

  test('ends at the locations of its user', async () => {
    const token = await proxy.session({ locationIds: ['bogota'] });
    const { count, told } = await refusals(token, isOfMiami);
    assert.deepEqual(told, []);
    assert.ok(count > 30, `only ${count} were asked`);
  });

  test('ends at the company', async () => {
    const token = await proxy.session({}, SECRETS.two);
    const isMade = ({ route }: GoodRequest) =>
      /\{(cardId|paymentId|terminalId|requestId|reconciliationId)\}/.test(route.path);
    const { count, told } = await refusals(token, isMade);
    assert.deepEqual(told, []);
    assert.ok(count > 15, `only ${count} were asked`);
  });

  test('ends at the customer it is for, who needs none of the company’s own screens', async () => {
    const isOfCustomer = (request: GoodRequest) =>
      says(request, 'customerId', '25') || /\{(cardId|paymentId|requestId)\}/.test(request.route.path);
    for (const token of [await proxy.session(portalRequest('30')), await proxy.session({ customerId: '30' })]) {
      const { count, told } = await refusals(token, isOfCustomer);
      assert.deepEqual(told, []);
      assert.ok(count > 15, `only ${count} were asked`);
    }
  });
});
