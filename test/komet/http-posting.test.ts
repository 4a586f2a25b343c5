import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { givenKometApi, posting, TOKEN } from './komet-api.js';

const created = (asked: readonly { method: string; parameters: object }[]) =>
  asked.filter(({ method }) => method === 'payment.create').map(({ parameters }) => parameters);

/** A Komet that keeps what is created and finds it by its reference. */
function givenBooks() {
  const api = givenKometApi();
  const references = () => created(api.asked).map((body) => (body as { referenceNumber: string }).referenceNumber);
  api.answer('payment.list', () => ({
    status: 1,
    payments: references().map((checkReference, index) => ({ id: index, controlNumber: 900 + index, checkReference })),
  }));
  return api;
}

describe("posting a payment to Komet's API", () => {
  test('creates it with amounts, reference and the method’s id', async () => {
    const { komet, asked, requests } = givenKometApi();
    assert.deepEqual(await komet.post('1', posting({ notes: 'By phone' })), { kind: 'posted' });
    assert.deepEqual(created(asked), [
      {
        customerId: '25',
        locationCode: 'MIA',
        methodId: '7',
        date: '2026-11-20',
        totalPayment: 250,
        referenceNumber: '88210001',
        notes: 'Payment 01JCARD0000000000000000001. By phone',
        invoices: [
          { invoiceNumber: 1001, amount: 100 },
          { invoiceNumber: 1002, amount: 150 },
        ],
      },
    ]);
    const { url, body } = requests.at(-1) ?? {};
    assert.equal(url, 'https://komet.test/api/payment.create');
    assert.ok(body?.includes(TOKEN));
  });

  test('tells discounts, leaves an overpayment in the total and a fee out of it', async () => {
    const { komet, asked } = givenKometApi();
    const allocations = [{ invoiceId: '5001', invoiceNumber: '1001', amountCents: 9_995, discountCents: 5 }];
    await komet.post('1', posting({ allocations, amountCents: 10_030, overpaymentCents: 35, feeCents: 290 }));
    const [body] = created(asked) as { totalPayment: number; notes: string; invoices: object[] }[];
    assert.deepEqual(body?.invoices, [{ invoiceNumber: 1001, amount: 99.95, discount: 0.05 }]);
    assert.equal(body.totalPayment, 100.3);
    assert.match(body.notes, /Card fee 2\.90/);
  });

  test('names no location where the company has only one', async () => {
    const { komet, asked, answer } = givenKometApi();
    answer('location.list', { status: 1, locations: [{ id: 12, name: 'Miami', code: 'MIA' }] });
    await komet.post('1', posting({ method: 'pos-terminal' }));
    const [body] = created(asked) as { methodId: string }[];
    assert.equal(body?.methodId, '8');
    assert.ok(!('locationCode' in body));
  });

  test('books a payment once when the answer to its creation was lost', async () => {
    const { komet, asked, answer } = givenBooks();
    answer('payment.create', new DOMException('Timed out', 'TimeoutError'));
    assert.equal((await komet.post('1', posting())).kind, 'retry');
    assert.deepEqual(await komet.post('1', posting()), { kind: 'posted' });
    assert.equal(created(asked).length, 1);
  });

  test('waits for a creation that may still be at work before it makes another', async () => {
    const { komet, asked, answer, passTime } = givenKometApi();
    answer('payment.create', new Error('socket hang up'));
    await komet.post('1', posting());
    answer('payment.create', { status: 1, message: 'OK' });
    passTime(30_000);
    assert.equal((await komet.post('1', posting())).kind, 'retry');
    assert.equal(created(asked).length, 1);
    passTime(31_000);
    assert.deepEqual(await komet.post('1', posting()), { kind: 'posted' });
    assert.equal(created(asked).length, 2);
  });

  for (const [name, answered] of Object.entries({
    'Komet does not answer the search': new Error('no route'),
    'Komet refuses the search': { status: 0, message: 'Too many requests' },
    'a found payment does not tell its reference': { status: 1, payments: [{ id: 4 }] },
    'a found row makes no sense': { status: 1, payments: ['?'] },
  })) {
    test(`creates nothing when ${name}`, async () => {
      const { komet, asked, answer } = givenKometApi();
      answer('payment.list', answered);
      assert.equal((await komet.post('1', posting())).kind, 'retry');
      assert.deepEqual(created(asked), []);
    });
  }

  test('creates it when the search finds only others with a longer reference', async () => {
    const { komet, asked, answer } = givenKometApi();
    answer('payment.list', { status: 1, payments: [{ id: 4, checkReference: '882100019' }] });
    assert.deepEqual(await komet.post('1', posting()), { kind: 'posted' });
    assert.equal(created(asked).length, 1);
  });

  for (const message of ['Invoice 1001 does not exist', 'Customer credit limit exceeded', 'Date not allowed']) {
    test(`is refused with Komet's own words: ${message}`, async () => {
      const { komet, answer } = givenKometApi();
      answer('payment.create', { status: '0', message });
      assert.deepEqual(await komet.post('1', posting()), { kind: 'refused', message });
    });
  }

  for (const message of ['Daily limit reached', 'Too many requests', 'Service unavailable, please try again']) {
    test(`is tried again when Komet says something that passes: ${message}`, async () => {
      const { komet, answer } = givenKometApi();
      answer('payment.create', { status: 0, message });
      assert.deepEqual(await komet.post('1', posting()), { kind: 'retry', message });
    });
  }

  test('keeps the token out of what Komet says about it', async () => {
    const { komet, answer } = givenKometApi();
    answer('payment.create', { status: 0, message: `Token ${TOKEN} has expired` });
    assert.deepEqual(await komet.post('1', posting()), { kind: 'retry', message: 'Token [token] has expired' });
  });

  test('waits while the payment method is switched off in Komet', async () => {
    const { komet, asked, answer } = givenKometApi();
    answer('payment.method.list', { status: 1, paymentMethods: [{ id: 1, name: 'Cash' }] });
    assert.equal((await komet.post('1', posting())).kind, 'retry');
    assert.deepEqual(created(asked), []);
  });

  for (const [name, members] of Object.entries({
    'a charge back': { concept: 'charge-back' as const, reversalOfKey: '01JCARD0000000000000000000' },
    'a payment with open credits': { credits: [{ creditId: '9', amountCents: 2_000 }] },
    'a payment at a location Komet does not have': { locationId: '99' },
    'a payment of more than 64 KiB': {
      allocations: Array.from({ length: 1_500 }, (_, index) => ({
        invoiceId: String(index),
        invoiceNumber: String(1_000_000 + index),
        amountCents: 12_345,
        discountCents: 55,
      })),
    },
  })) {
    test(`leaves ${name} to a person, since the API can not take it`, async () => {
      const { komet, asked } = givenKometApi();
      assert.equal((await komet.post('1', posting(members))).kind, 'refused');
      assert.deepEqual(created(asked), []);
    });
  }

  test("is refused for a company whose token this isn't", async () => {
    const { komet, asked } = givenKometApi();
    assert.equal((await komet.post('2', posting())).kind, 'refused');
    assert.deepEqual(asked, []);
  });
});
