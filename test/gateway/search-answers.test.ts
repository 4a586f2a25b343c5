import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { SearchOutcome } from '../../proxy/gateway/port.js';
import { givenAnswers, keyedSale, miami, type Canned } from './given.js';
import { listedSale, onePage, refusal } from './recorded.js';

const search = (...answers: Canned[]) => givenAnswers(...answers).gateway.findByOrderId(miami, keyedSale.orderId);

/** A documented search answer with this payload. */
function answerOf(payload: unknown, page: unknown = onePage): Canned {
  return { body: { code: '200', status: 'success', 'exchange-id': 'ID-clearent-cgw-1-44d8', payload, page } };
}

const listOf = (...rows: unknown[]) => ({ transactions: { transaction: rows }, payloadType: 'transactions' });

function transactionsOf(outcome: SearchOutcome) {
  assert.ok(outcome.kind === 'answered');
  return outcome.transactions;
}

describe('a found transaction', () => {
  test('is reduced to what may be kept', async () => {
    assert.deepEqual(await search(answerOf(listOf(listedSale))), {
      kind: 'answered',
      transactions: [
        {
          id: '30011901',
          orderId: 'kpw-01JD3',
          type: 'sale',
          result: 'approved',
          amountCents: 41_250,
          tipCents: 0,
          feeCents: 0,
          voided: false,
          settled: true,
          pending: false,
          resultCode: '000',
          authorizationCode: 'TAS517',
          last4: '1111',
          brand: 'visa',
          batchId: '214',
          createdAt: '2025-11-20T15:04:05.101Z',
        },
      ],
    });
  });

  const wrappings: readonly [what: string, answer: Canned][] = [
    ['as one bare object', answerOf({ transactions: { transaction: listedSale } })],
    ['as a list without its inner name', answerOf({ transactions: [listedSale] })],
    ['as the list’s only member', answerOf({ transactions: listedSale })],
    ['as payload.transaction', answerOf({ transaction: listedSale })],
    ['as a bare list', { body: [listedSale] }],
    ['without page information', answerOf(listOf(listedSale), null)],
    ['with page information of numbers as text', answerOf(listOf(listedSale), { number: '0', last: 'true' })],
    [
      'with its amount as a number and flags as booleans',
      answerOf(listOf({ ...listedSale, amount: 412.5, settled: true, voided: false })),
    ],
    ['with only the status text', answerOf(listOf({ ...listedSale, result: undefined, status: 'APPROVED' }))],
  ];
  for (const [what, answer] of wrappings) {
    test(`is read ${what}`, async () => {
      const [transaction, ...others] = transactionsOf(await search(answer));
      assert.equal(others.length, 0);
      assert.deepEqual(
        [transaction?.id, transaction?.amountCents, transaction?.result, transaction?.settled],
        ['30011901', 41_250, 'approved', true],
      );
    });
  }

  test('counts tip as amount and keeps the fee apart', async () => {
    const row = { ...listedSale, 'tip-amount': '7.50', 'service-fee': '2.90' };
    const [transaction] = transactionsOf(await search(answerOf(listOf(row))));
    assert.deepEqual([transaction?.amountCents, transaction?.tipCents, transaction?.feeCents], [42_000, 750, 290]);
  });

  const types: readonly [text: string, type: string][] = [
    ['VOID', 'void'],
    ['REFUND', 'refund'],
    ['UNMATCHED REFUND', 'unmatched-refund'],
    ['unmatched-refund', 'unmatched-refund'],
    ['FORCED SALE', 'forced-sale'],
    ['Capture', 'capture'],
    ['AUTH', 'auth'],
    ['ACH CREDIT', 'other'],
  ];
  for (const [text, type] of types) {
    test(`of type "${text}" is of type ${type}`, async () => {
      const [transaction] = transactionsOf(
        await search(answerOf(listOf({ ...listedSale, type: text, 'ref-id': '3' }))),
      );
      assert.deepEqual([transaction?.type, transaction?.parentId], [type, '3']);
    });
  }

  test('tells why it was declined, and that an error was neither', async () => {
    const declined = { ...listedSale, id: '1', result: 'DECLINED', status: 'Declined', 'result-code': '012' };
    const failed = { ...listedSale, id: '2', result: 'INVALID_REQUEST', status: 'Error', amount: undefined };
    const found = transactionsOf(await search(answerOf(listOf(declined, failed), null)));
    assert.deepEqual(
      found.map(({ id, result, cause }) => [id, result, cause]),
      [
        ['1', 'declined', 'insufficient-funds'],
        ['2', 'error', undefined],
      ],
    );
  });

  test('of another order is left out when the gateway ignores what was asked for', async () => {
    const foreign = { ...listedSale, id: '2', 'order-id': '4111111111111111' };
    const rows = [listedSale, foreign, { ...listedSale, id: '3', 'order-id': undefined }];
    const found = transactionsOf(await search(answerOf(listOf(...rows), null)));
    assert.deepEqual(
      found.map(({ id }) => id),
      ['30011901', '3'],
    );
  });
});

describe('a search', () => {
  const noRows = { ...onePage, 'total-elements': '0' };
  const nothing: readonly [what: string, answer: Canned][] = [
    ['204', { status: 204 }],
    ['an empty list', answerOf(listOf(), noRows)],
    ['a list that is left out', answerOf({ payloadType: 'transactions' }, noRows)],
    ['a list that is left out, without page information', answerOf({ payloadType: 'transactions' }, null)],
    ['an empty object for the list', answerOf({ transactions: {} }, noRows)],
    ['an empty text for the list', answerOf({ transactions: '' }, noRows)],
    ['a total of none', answerOf({}, noRows)],
  ];
  for (const [what, answer] of nothing) {
    test(`answered with ${what} found nothing`, async () => {
      assert.deepEqual(await search(answer), { kind: 'answered', transactions: [] });
    });
  }

  const failures: readonly [what: string, answer: Canned][] = [
    ['an empty body', {}],
    ['half an answer', { body: '{"code":"200","payload":{"transactions":{"transac' }],
    ['no payload', { body: { code: '200', status: 'success' } }],
    ['links alone', { body: { payload: { payloadType: 'transactions' }, links: [{ rel: 'transaction', id: '1' }] } }],
    ['a row without a number', answerOf(listOf({ ...listedSale, id: undefined }))],
    ['a row without an amount', answerOf(listOf({ ...listedSale, amount: undefined }))],
    ['a row whose amount is no money', answerOf(listOf({ ...listedSale, amount: '412.505' }))],
    ['a row without a result', answerOf(listOf({ ...listedSale, result: undefined, status: undefined }))],
    ['a row that is a number', answerOf(listOf(7))],
    ['fewer rows than it counts', answerOf(listOf(listedSale), { ...onePage, 'total-elements': 2 })],
    ['a fail around the list', { body: { ...(answerOf(listOf()).body as object), status: 'fail' } }],
    ['a redirect', { status: 302 }],
    ['a wrong key', refusal(401, '042', 'UNAUTHORIZED')],
    ['an error', refusal(500, '050', 'Internal Error')],
  ];
  for (const [what, answer] of failures) {
    test(`answered with ${what} has failed, not found nothing`, async () => {
      assert.deepEqual(await search(answer), { kind: 'failed' });
    });
  }

  const pageOf = (number: number, page: unknown) => answerOf(listOf({ ...listedSale, id: `p${number}` }), page);
  const pagings: readonly [what: string, pages: Canned[]][] = [
    ['until the page that says it is the last', [0, 1, 2].map((number) => pageOf(number, { last: number === 2 }))],
    ['until the number of pages is reached', [0, 1, 2].map((number) => pageOf(number, { number, 'total-pages': '3' }))],
    [
      'until a page is empty',
      [...[0, 1, 2].map((number) => pageOf(number, { last: false })), answerOf(listOf(), { last: false })],
    ],
    ['until there is no content', [...[0, 1, 2].map((number) => pageOf(number, { last: false })), { status: 204 }]],
  ];
  for (const [what, pages] of pagings) {
    test(`reads pages ${what}`, async () => {
      const { gateway, requests } = givenAnswers(...pages);
      const found = transactionsOf(await gateway.findByOrderId(miami, keyedSale.orderId));
      assert.deepEqual(
        found.map(({ id }) => id),
        ['p0', 'p1', 'p2'],
      );
      assert.deepEqual(
        requests.map(({ url }) => new URL(url).searchParams.get('page')),
        pages.map((_, number) => String(number)),
      );
    });
  }

  test('has failed when a later page does', async () => {
    assert.deepEqual(await search(pageOf(0, { last: false }), { status: 500 }), { kind: 'failed' });
  });
});
