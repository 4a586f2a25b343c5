import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { GatewayOutcome, SaleRequest } from '../../proxy/gateway/port.js';
import { givenAnswers, keyedSale, miami, type Canned } from './given.js';
import { decline, declinedSale, refusal, unauthorized } from './recorded.js';

const atReader: SaleRequest = { ...keyedSale, source: { kind: 'terminal' } };
const stored: SaleRequest = { ...keyedSale, source: { kind: 'stored-card', vaultId: '1100000000427711111' } };

const saleAnswered = (answer: Canned, request: SaleRequest = keyedSale) =>
  givenAnswers(answer).gateway.sale(miami, request);

describe('a refused sale', () => {
  test('is declined for the reason of the transaction, not of the error beside it', async () => {
    const hidden = { 'error-message': 'System Error Other', 'result-code': '073' };
    const body = { ...declinedSale, payload: { ...declinedSale.payload, error: hidden } };
    assert.deepEqual(await saleAnswered({ status: 402, body }), {
      kind: 'declined',
      transactionId: '30011872',
      cause: 'insufficient-funds',
      code: '012',
    });
  });

  const declines: readonly [code: string, cause: string][] = [
    ['003', 'expired-card'],
    ['004', 'expired-card'],
    ['005', 'card-not-active'],
    ['007', 'call-issuer'],
    ['010', 'invalid-card-number'],
    ['013', 'not-permitted'],
    ['014', 'limit-exceeded'],
    ['015', 'not-permitted'],
    ['016', 'limit-exceeded'],
    ['017', 'card-not-active'],
    ['021', 'invalid-security-code'],
    ['023', 'declined'],
    ['026', 'invalid-card-number'],
    ['033', 'declined'],
    ['046', 'address-mismatch'],
    ['047', 'invalid-security-code'],
    ['048', 'invalid-security-code'],
    ['999', 'declined'],
  ];
  for (const [code, cause] of declines) {
    test(`with ${code} is declined: ${cause}`, async () => {
      const outcome = await saleAnswered(decline(code));
      assert.deepEqual(outcome, { kind: 'declined', transactionId: '30011872', cause, code });
    });
  }

  type Row = readonly [status: number, code: string, message: string, outcome: GatewayOutcome, request?: SaleRequest];
  const withoutTransaction: readonly Row[] = [
    [400, '009', 'Invalid Card Number', { kind: 'declined', cause: 'invalid-card-number', code: '009' }],
    [400, '018', 'Invalid Pin', { kind: 'declined', cause: 'invalid-security-code', code: '018' }],
    [402, '017', 'Card Not Active', { kind: 'declined', cause: 'card-not-active', code: '017' }, stored],
    [400, '041', 'Invalid mobilejwt', { kind: 'rejected', reason: 'card-token-expired', code: '041' }],
    [400, '041', 'Field Validation', { kind: 'rejected', reason: 'card-token-expired', code: '041' }],
    [401, '042', 'jwt has expired', { kind: 'rejected', reason: 'card-token-expired', code: '042' }],
    [400, '041', 'Invalid amount', { kind: 'rejected', reason: 'invalid-request', code: '041' }],
    [400, '041', 'Field Validation', { kind: 'rejected', reason: 'invalid-request', code: '041' }, stored],
    [404, '027', 'Token not found', { kind: 'rejected', reason: 'invalid-request', code: '027' }, stored],
    [400, '011', 'Invalid Request', { kind: 'rejected', reason: 'invalid-request', code: '011' }],
    [402, '029', 'Inactive Terminal', { kind: 'rejected', reason: 'invalid-request', code: '029' }],
    [
      400,
      '001',
      'Could not communicate with Terminal',
      { kind: 'rejected', reason: 'terminal-unreachable', code: '001' },
      atReader,
    ],
    [400, '001', 'Terminal is busy', { kind: 'rejected', reason: 'terminal-busy', code: '001' }, atReader],
    [402, '061', 'Aborted', { kind: 'rejected', reason: 'cancelled-at-terminal', code: '061' }, atReader],
    [402, '023', 'Cancelled by customer', { kind: 'rejected', reason: 'cancelled-at-terminal', code: '023' }, atReader],
    [402, '012', 'Not Sufficient Funds', { kind: 'declined', cause: 'insufficient-funds', code: '012' }, atReader],
    [402, '999', 'Something new', { kind: 'unknown', reason: 'unreadable' }],
    [402, '', 'No code', { kind: 'unknown', reason: 'unreadable' }],
    [402, '000', 'Success', { kind: 'unknown', reason: 'unreadable' }],
  ];
  for (const [status, code, message, outcome, request = keyedSale] of withoutTransaction) {
    test(`with ${status} ${code} ${message} (${request.source.kind}) is ${outcome.kind}`, async () => {
      assert.deepEqual(await saleAnswered(refusal(status, code, message), request), outcome);
    });
  }

  test('is unauthorized without another word under 401', async () => {
    assert.deepEqual(await saleAnswered({ status: 401 }), { kind: 'rejected', reason: 'unauthorized' });
    const outcome = { kind: 'rejected', reason: 'unauthorized', code: '042' };
    assert.deepEqual(await saleAnswered({ status: 401, body: unauthorized }), outcome);
  });

  for (const code of ['032', '045', '059']) {
    test(`with ${code} may be a duplicate of itself: unknown`, async () => {
      const outcome = { kind: 'unknown', reason: 'duplicate-answer' };
      assert.deepEqual(await saleAnswered(refusal(402, code, 'Duplicate')), outcome);
      assert.deepEqual(await saleAnswered(decline(code)), outcome);
    });
  }

  for (const code of ['031', '049', '050', '051', '057', '058']) {
    test(`with ${code} is unknown whatever its status`, async () => {
      assert.deepEqual(await saleAnswered(decline(code)), { kind: 'unknown', reason: 'server-error' });
      assert.deepEqual(await saleAnswered(refusal(400, code, '')), { kind: 'unknown', reason: 'server-error' });
    });
  }
});
