import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { StoreCardOutcome } from '../../proxy/gateway/port.js';
import { givenAnswers, jwt, miami, type Canned } from './given.js';
import { approvedSale, decline, refusal, storedCard } from './recorded.js';

const store = (answer: Canned) => givenAnswers(answer).gateway.storeCard(miami, { orderId: 's1', token: jwt });

function tokenAnswer(members: Record<string, unknown>, around: Record<string, unknown> = {}): Canned {
  const token = { ...storedCard.payload.tokenResponse, ...members };
  return { body: { ...storedCard, payload: { tokenResponse: token }, ...around } };
}

describe('a card that is to be kept', () => {
  const card = { vaultId: '1100000000427711111', brand: 'visa', last4: '1111', expiry: '1229' } as const;
  const { expiry: _, ...cardOfLink } = card;
  const { transaction } = approvedSale.payload;
  const zero = { ...transaction, type: 'AUTH', amount: '0.00' };

  const outcomes: readonly [what: string, answer: Canned, outcome: StoreCardOutcome][] = [
    ['is stored', { body: storedCard }, { kind: 'stored', card }],
    ['is stored under 201', { status: 201, body: storedCard }, { kind: 'stored', card }],
    [
      'is stored though only a link tells so',
      { body: { ...approvedSale, payload: { transaction: zero } } },
      { kind: 'stored', card: cardOfLink },
    ],
    [
      'is stored under the older name',
      { body: { ...storedCard, payload: { token: storedCard.payload.tokenResponse } } },
      { kind: 'stored', card },
    ],
    [
      'is stored with the last four of its id',
      tokenAnswer({ 'last-four-digits': undefined }),
      { kind: 'stored', card },
    ],
    [
      'is stored without an expiry that is none',
      tokenAnswer({ 'exp-date': '1329' }),
      { kind: 'stored', card: cardOfLink },
    ],
    [
      'is declined',
      decline('004', { amount: '0.00', 'order-id': 's1' }),
      { kind: 'declined', cause: 'expired-card', code: '004' },
    ],
    [
      'is refused for its token',
      refusal(400, '041', 'Field Validation'),
      { kind: 'rejected', reason: 'card-token-expired', code: '041' },
    ],
    [
      'is in doubt when no card comes back',
      { body: { ...approvedSale, links: [] } },
      { kind: 'unknown', reason: 'mismatch' },
    ],
    [
      'is in doubt when the answer says fail',
      tokenAnswer({}, { status: 'fail' }),
      { kind: 'unknown', reason: 'mismatch' },
    ],
    ['is in doubt under 500', { status: 500, body: storedCard }, { kind: 'unknown', reason: 'mismatch' }],
    [
      'is in doubt when its id could be a card number',
      tokenAnswer({ 'token-id': '4111111111111111' }),
      { kind: 'unknown', reason: 'unreadable' },
    ],
    [
      'is in doubt when its id lost digits',
      tokenAnswer({ 'token-id': 1_100_000_000_427_711_000 }),
      { kind: 'unknown', reason: 'unreadable' },
    ],
    ['is in doubt after nothing', {}, { kind: 'unknown', reason: 'unreadable' }],
  ];
  for (const [what, answer, outcome] of outcomes) {
    test(what, async () => assert.deepEqual(await store(answer), outcome));
  }
});

describe('a card that is to be deleted', () => {
  const gone = {
    code: '200',
    status: 'success',
    payload: { token: { 'token-id': '11', description: 'Token deleted' } },
  };
  const outcomes: readonly [what: string, answer: Canned, kind: string][] = [
    ['is deleted', { body: gone }, 'deleted'],
    ['is deleted without content', { status: 204 }, 'deleted'],
    ['was deleted before', refusal(404, '027', 'Token not found'), 'deleted'],
    ['is still there after a page of something else', { status: 404, body: '<html>Not Found</html>' }, 'failed'],
    ['is still there after a fail', { body: { ...gone, status: 'FAIL' } }, 'failed'],
    ['is still there after an empty answer', {}, 'failed'],
    ['is still there after a wrong key', refusal(401, '042', 'UNAUTHORIZED'), 'failed'],
    ['is still there after an error', refusal(500, '050', 'Internal Error'), 'failed'],
  ];
  for (const [what, answer, kind] of outcomes) {
    test(what, async () => assert.deepEqual(await givenAnswers(answer).gateway.deleteCard(miami, '11'), { kind }));
  }
});
