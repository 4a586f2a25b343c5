import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { PayClient } from '../../src/services/call.js';
import { changeCard, deleteCard, listCards, openCardFrame, storeCard } from '../../src/services/cards.js';
import { createClient } from '../../src/services/client.js';
import { listCredits, listCustomers, listInvoices, readCustomer } from '../../src/services/customers.js';
import { PayError } from '../../src/services/pay-error.js';
import { findPaymentByKey, readPayment, takePayment } from '../../src/services/payments.js';
import { listLocations, readSession } from '../../src/services/sessions.js';
import { API, FRAME, givenProxy, HOST_PAGE, newKey, paymentOf, type Proxy } from '../proxy/given.js';
import type { PaymentRequest } from '../../src/contract/payment.js';

const DECLINED_CARD = '4000000000000127';
const CUSTOMER = '25';

const request = (cardToken: string, invoiceId: string, amountCents: number, more: object = {}): PaymentRequest => ({
  ...(paymentOf(cardToken, { allocations: [{ invoiceId, amountCents }], amountCents, ...more }) as PaymentRequest),
});

async function errorOf(promise: Promise<unknown>): Promise<PayError> {
  const error: unknown = await promise.catch((reason: unknown) => reason);
  assert.ok(error instanceof PayError, `expected a PayError, got ${String(error)}`);
  return error;
}

describe('the client before the real proxy', () => {
  let proxy: Proxy;
  let client: PayClient;
  /** Set, the next answer gets lost on its way back. */
  let losesAnswer = false;

  const clientWith = (getToken: () => Promise<string>): PayClient =>
    createClient({
      apiBase: API,
      getToken,
      isOnline: () => true,
      fetch: async (input, init) => {
        const request = new Request(input, init);
        request.headers.set('origin', HOST_PAGE);
        const response = await proxy.app.fetch(request);
        if (!losesAnswer) return response;
        losesAnswer = false;
        throw new TypeError('fetch failed');
      },
    });

  before(async () => {
    proxy = await givenProxy();
    client = clientWith(() => proxy.session());
  });
  after(() => proxy.close());

  it('reads everything that a payment starts from', async () => {
    assert.equal((await readSession(client)()).environment, 'training');
    assert.deepEqual((await listLocations(client)()).map((location) => location.id).sort(), ['bogota', 'miami']);
    const { customers } = await listCustomers(client)({ search: 'petal', limit: 5 });
    assert.ok(customers.some((customer) => customer.id === CUSTOMER));
    assert.equal((await readCustomer(client)(CUSTOMER)).id, CUSTOMER);
    assert.ok((await listInvoices(client)(CUSTOMER, 'miami')).length > 3);
    assert.ok((await listCredits(client)(CUSTOMER)).every((credit) => credit.openCents > 0));
  });

  it('takes a payment, reads it and finds it by its key', async () => {
    const key = newKey();
    const paid = await takePayment(client)(request(await proxy.cardToken(), 'inv-1001', 10_000), { key });
    assert.equal(paid.status, 'approved');
    assert.deepEqual(await readPayment(client)(paid.id), paid);
    assert.equal((await findPaymentByKey(client)(key))?.id, paid.id);
    assert.equal(await findPaymentByKey(client)(newKey()), undefined);
  });

  it('finds a payment whose answer was lost, made once', async () => {
    const key = newKey();
    const body = request(await proxy.cardToken(), 'inv-1002', 5_000);
    losesAnswer = true;
    const lost = await errorOf(takePayment(client)(body, { key }));
    assert.equal(lost.kind, 'unknown-outcome');
    const found = await findPaymentByKey(client)(key);
    assert.equal(found?.status, 'approved');
    assert.equal((await takePayment(client)(body, { key })).id, found.id);
  });

  it('tells a declined card with the payment inside', async () => {
    const body = request(await proxy.cardToken(DECLINED_CARD), 'inv-1004', 41_250);
    const error = await errorOf(takePayment(client)(body, { key: newKey() }));
    assert.equal(error.kind, 'declined');
    assert.equal(error.payment?.status, 'declined');
    assert.equal(error.moneyMoved, 'no');
    assert.match(error.requestId ?? '', /\w+/);
  });

  it('tells the rule that refuses a payment', async () => {
    const body = request(await proxy.cardToken(), 'inv-1004', 1_000, { amountCents: 2_000 });
    const error = await errorOf(takePayment(client)(body, { key: newKey() }));
    assert.equal(error.kind, 'refused');
    assert.equal(error.problem?.rule, 'overpayment-not-confirmed');
  });

  it('keeps, describes and deletes a card', async () => {
    const cardToken = await proxy.cardToken();
    const card = await storeCard(client)(CUSTOMER, { locationId: 'miami', cardToken }, { key: newKey() });
    assert.equal(card.last4, '1111');
    const changed = await changeCard(client)(card.id, { description: 'Office' }, { key: newKey() });
    assert.equal(changed.description, 'Office');
    assert.ok((await listCards(client)(CUSTOMER, 'miami')).some(({ id }) => id === card.id));
    await deleteCard(client)(card.id, { key: newKey() });
    assert.ok((await listCards(client)(CUSTOMER)).every(({ id }) => id !== card.id));
  });

  it('gets an address of the card frame', async () => {
    const ticket = await openCardFrame(client)({ locationId: 'miami', locale: 'en', colorScheme: 'light' });
    assert.equal(ticket.origin, FRAME);
    assert.ok(ticket.url.startsWith(`${FRAME}/card-frame?ticket=`));
  });

  it('tells that the session is over when its token is not taken', async () => {
    const error = await errorOf(listLocations(clientWith(() => Promise.resolve('forged')))());
    assert.equal(error.kind, 'session-expired');
    assert.equal(error.next, 'sign-in');
  });

  it('tells which right is missing', async () => {
    const seller = clientWith(() => proxy.session({ roles: ['Setup'] }));
    const error = await errorOf(takePayment(seller)(request('a.bb.cc', 'inv-1004', 1_000), { key: newKey() }));
    assert.equal(error.code, 'not-permitted');
    assert.equal(error.retryable, false);
  });
});
