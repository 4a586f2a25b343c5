import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { GatewayOutcome, SaleRequest } from '../../proxy/gateway/port.js';
import { DoubtError, NotSentError } from '../../proxy/gateway/transport.js';
import { givenAdapter, givenAnswers, keyedSale, miami, type Canned } from './given.js';
import { approvedSale, decline, declinedSale, refusal, storedCard } from './recorded.js';

const saleAnswered = (answer: Canned, request: SaleRequest = keyedSale) =>
  givenAnswers(answer).gateway.sale(miami, request);

/** The documented approval with other members; undefined leaves one out. */
function approval(transaction: Record<string, unknown>, around: Record<string, unknown> = {}): Canned {
  const payload = { ...approvedSale.payload, transaction: { ...approvedSale.payload.transaction, ...transaction } };
  return { body: { ...approvedSale, payload, ...around } };
}

function approvalBesideError(code: string): Canned {
  const error = { 'error-message': 'Not Sufficient Funds', 'result-code': code };
  return { body: { ...approvedSale, payload: { ...approvedSale.payload, error } } };
}

describe('an approved sale', () => {
  test('is reduced to what may be kept', async () => {
    assert.deepEqual(await saleAnswered({ body: approvedSale }), {
      kind: 'approved',
      transaction: {
        id: '30011901',
        orderId: 'kpw-01JD3',
        type: 'sale',
        result: 'approved',
        amountCents: 41_250,
        tipCents: 0,
        feeCents: 0,
        voided: false,
        settled: false,
        pending: false,
        resultCode: '000',
        authorizationCode: 'TAS517',
        last4: '1111',
        brand: 'visa',
        batchId: '214',
      },
      vaultCard: { vaultId: '1100000000427711111', brand: 'visa', last4: '1111' },
    });
  });

  const { payload } = approvedSale;
  const tolerated: readonly [what: string, answer: Canned][] = [
    ['is written "Approved"', approval({ result: 'Approved', 'result-code': '0000' })],
    ['has a status instead of a result', approval({ result: undefined, status: 'Approved' })],
    ['has its amount as a number', approval({ amount: 412.5 })],
    ['has no order-id', approval({ 'order-id': undefined })],
    ['has its id only in a link', approval({ id: undefined })],
    [
      'has its id only in a link’s address',
      approval({ id: undefined }, { links: [{ rel: 'transaction', href: '/rest/v2/transactions?id=30011901' }] }),
    ],
    ['has its id as a number', approval({ id: 30011901 })],
    [
      'comes as a list of one',
      { body: { ...approvedSale, payload: { ...payload, transaction: [payload.transaction] } } },
    ],
    ['says SUCCESS', approval({}, { status: 'SUCCESS' })],
    ['says nothing around it', approval({}, { status: undefined, code: undefined, links: null })],
    ['has real booleans and unknown members', approval({ settled: false, pending: 'FALSE', 'new-member': { a: 1 } })],
    ['has no type', approval({ type: undefined })],
  ];
  for (const [what, answer] of tolerated) {
    test(`is one also when it ${what}`, async () => {
      const outcome = await saleAnswered(answer);
      assert.ok(outcome.kind === 'approved', JSON.stringify(outcome));
      assert.equal(outcome.transaction.id, '30011901');
      assert.equal(outcome.transaction.amountCents, 41_250);
    });
  }

  test('keeps the fee that was asked for when the answer does not repeat it', async () => {
    const outcome = await saleAnswered(approval({}), { ...keyedSale, feeCents: 290 });
    assert.ok(outcome.kind === 'approved');
    assert.equal(outcome.transaction.feeCents, 290);
  });

  test('tells of the stored card in whichever place the gateway puts it', async () => {
    const token = storedCard.payload.tokenResponse;
    for (const name of ['tokenResponse', 'token']) {
      const outcome = await saleAnswered({
        body: { ...approvedSale, links: [], payload: { ...payload, [name]: token } },
      });
      assert.ok(outcome.kind === 'approved');
      const { vaultCard } = outcome;
      assert.deepEqual(vaultCard, { vaultId: '1100000000427711111', brand: 'visa', last4: '1111', expiry: '1229' });
    }
  });

  test('carries no vault card when what stands for one could be a card number', async () => {
    const links = [{ rel: 'token', id: '4111111111111111' }];
    const outcome = await saleAnswered(approval({}, { links }));
    assert.equal(outcome.kind === 'approved' && outcome.vaultCard, undefined);
  });

  test('never carries what the gateway echoes of the card', async () => {
    const number = '4111 1111 1111 1111';
    const echoes = {
      card: number,
      'last-four': number,
      csc: '737',
      'exp-date': '0931',
      'authorization-code': number,
      'ref-id': number,
    };
    const outcome = await saleAnswered(approval(echoes));
    assert.equal(outcome.kind, 'approved');
    assert.doesNotMatch(JSON.stringify(outcome), /4111 1111|737|0931/);
  });

  const brands: readonly [text: string, brand: string][] = [
    ['VISA', 'visa'],
    ['MASTERCARD', 'mastercard'],
    ['Master Card', 'mastercard'],
    ['MC', 'mastercard'],
    ['AMERICAN_EXPRESS', 'amex'],
    ['Amex', 'amex'],
    ['DISCOVER', 'discover'],
    ['JCB', 'other'],
  ];
  for (const [text, brand] of brands) {
    test(`of a card type "${text}" is of the brand ${brand}`, async () => {
      const outcome = await saleAnswered(approval({ 'card-type': text }));
      assert.equal(outcome.kind === 'approved' && outcome.transaction.brand, brand);
    });
  }
});

describe('an approval of a debit card', () => {
  for (const fee of [undefined, '0.00']) {
    test(`is one without the surcharge, its fee given as ${fee ?? 'nothing'}`, async () => {
      const answer = approval({ 'surcharge-applied': 'false', 'service-fee': fee });
      const outcome = await saleAnswered(answer, { ...keyedSale, feeCents: 290, feeKind: 'surcharge' });
      assert.equal(outcome.kind === 'approved' && outcome.transaction.feeCents, 0);
    });
  }
});

describe('an answer that contradicts the sale', () => {
  const unknown: readonly [what: string, reason: string, answer: Canned, request?: SaleRequest][] = [
    ['another order-id', 'mismatch', approval({ 'order-id': 'kpw-other' })],
    ['another amount', 'mismatch', approval({ amount: '412.51' })],
    ['no amount', 'unreadable', approval({ amount: undefined })],
    ['an amount with a fraction of a cent', 'unreadable', approval({ amount: '412.505' })],
    ['a negative amount', 'mismatch', approval({ amount: '-412.50' })],
    ['a fee that was not asked for', 'mismatch', approval({ 'service-fee': '1.00' })],
    ['another fee', 'mismatch', approval({ 'service-fee': '0.00' }), { ...keyedSale, feeCents: 290 }],
    [
      'a dropped convenience fee',
      'mismatch',
      approval({ 'surcharge-applied': 'false' }),
      { ...keyedSale, feeCents: 290 },
    ],
    [
      'a surcharge both dropped and taken',
      'mismatch',
      approval({ 'surcharge-applied': 'false', 'service-fee': '2.90' }),
      { ...keyedSale, feeCents: 290, feeKind: 'surcharge' },
    ],
    ['a tip', 'mismatch', approval({ 'tip-amount': '5.00' })],
    ['another type', 'mismatch', approval({ type: 'AUTH' })],
    ['no id at all', 'unreadable', approval({ id: undefined }, { links: [] })],
    ['no result-code', 'unreadable', approval({ 'result-code': undefined })],
    ['the result-code of a decline', 'mismatch', approval({ 'result-code': '012' })],
    ['an error beside the approval', 'mismatch', approvalBesideError('012')],
    ['a fail around the approval', 'mismatch', approval({}, { status: 'fail' })],
    ['an approval that is already voided', 'mismatch', approval({ voided: 'true' })],
    ['an approval under 402', 'mismatch', { ...approval({}), status: 402 }],
    ['an approval under 500', 'mismatch', { ...approval({}), status: 500 }],
    ['"previously approved"', 'duplicate-answer', approval({ 'display-message': 'Transaction previously approved' })],
    ['a decline of another order', 'mismatch', decline('012', { 'order-id': 'kpw-other' })],
    ['a decline of another amount', 'mismatch', decline('012', { amount: '1.00' })],
    ['two transactions', 'unreadable', { body: { ...approvedSale, payload: { transaction: [{}, {}] } } }],
  ];
  for (const [what, reason, answer, request] of unknown) {
    test(`with ${what} leaves it unknown (${reason})`, async () => {
      assert.deepEqual(await saleAnswered(answer, request), { kind: 'unknown', reason });
    });
  }
});

describe('a sale without a readable answer', () => {
  const answers: readonly [what: string, reason: string, answer: Canned][] = [
    ['nothing', 'unreadable', {}],
    ['204', 'unreadable', { status: 204 }],
    ['HTML', 'unreadable', { body: '<html>It works</html>' }],
    ['HTML under 400', 'unreadable', { status: 400, body: '<html>Bad Request</html>' }],
    ['HTML under 404', 'unreadable', { status: 404, body: '<html>Not Found</html>' }],
    ['a bare JSON number', 'unreadable', { body: '12' }],
    ['an empty object', 'unreadable', { body: {} }],
    ['a redirect', 'unreadable', { status: 302 }],
    ['500', 'server-error', { status: 500, body: refusal(500, '050', 'Internal Error').body }],
    ['502 of something between', 'server-error', { status: 502, body: '<html>Bad Gateway</html>' }],
    ['a decline under 500', 'server-error', { status: 503, body: declinedSale }],
  ];
  for (const [what, reason, answer] of answers) {
    test(`but ${what} is unknown (${reason})`, async () => {
      assert.deepEqual(await saleAnswered(answer), { kind: 'unknown', reason });
    });
  }

  const failures: readonly [error: Error, outcome: GatewayOutcome][] = [
    [new NotSentError('refused'), { kind: 'rejected', reason: 'not-sent' }],
    [new DoubtError('timeout'), { kind: 'unknown', reason: 'timeout' }],
    [new Error('anything'), { kind: 'unknown', reason: 'connection-lost' }],
  ];
  for (const [error, outcome] of failures) {
    test(`because of a ${error.name}: ${error.message} is ${outcome.kind}`, async () => {
      const gateway = givenAdapter(() => Promise.reject(error));
      assert.deepEqual(await gateway.sale(miami, keyedSale), outcome);
    });
  }
});
