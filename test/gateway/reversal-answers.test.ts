import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { GatewayOutcome, PaymentGateway } from '../../proxy/gateway/port.js';
import { givenAnswers, miami, reversal, type Canned } from './given.js';
import { approvedSale, decline, refusal } from './recorded.js';

type Operation = 'void' | 'refund';
const answered = (operation: Operation, answer: Canned) => {
  const { gateway }: { gateway: PaymentGateway } = givenAnswers(answer);
  return operation === 'void' ? gateway.void(miami, reversal) : gateway.refund(miami, reversal);
};

function approval(operation: Operation, members: Record<string, unknown> = {}): Canned {
  const own = { id: '30011955', type: operation.toUpperCase(), 'ref-id': '30011901', 'order-id': 'kpw-01JD9' };
  const transaction = { ...approvedSale.payload.transaction, ...own, ...members };
  return { body: { ...approvedSale, links: [], payload: { transaction, payloadType: 'transaction' } } };
}

describe('an approved reversal', () => {
  for (const operation of ['void', 'refund'] as const) {
    test(`of kind ${operation} names the sale it reverses`, async () => {
      const outcome = await answered(operation, approval(operation));
      assert.ok(outcome.kind === 'approved', JSON.stringify(outcome));
      const { id, type, parentId } = outcome.transaction;
      assert.deepEqual([id, type, parentId], ['30011955', operation, '30011901']);
    });

    test(`of kind ${operation} may lack order-id and parent`, async () => {
      const outcome = await answered(operation, approval(operation, { 'order-id': undefined, 'ref-id': undefined }));
      assert.equal(outcome.kind, 'approved');
    });
  }

  test('of kind void may be answered as the voided sale', async () => {
    const parent = { id: '30011901', 'ref-id': undefined, 'order-id': 'kpw-01JD3' };
    assert.equal((await answered('void', approval('void', parent))).kind, 'approved');
  });

  const doubtful: readonly [what: string, operation: Operation, members: Record<string, unknown>][] = [
    ['a void of another sale', 'void', { 'ref-id': '30019999' }],
    ['a refund of another sale', 'refund', { 'ref-id': '30019999' }],
    ['another order-id', 'refund', { 'order-id': 'kpw-other' }],
    ['a refund of less', 'refund', { amount: '400.00' }],
    ['a refund with the number of the sale', 'refund', { id: '30011901' }],
    ['the sale itself', 'void', { id: '30011901', type: 'SALE' }],
    ['a refund for a void', 'void', { type: 'REFUND' }],
    ['an unmatched refund', 'refund', { type: 'UNMATCHED REFUND' }],
  ];
  for (const [what, operation, members] of doubtful) {
    test(`is unknown when the answer is ${what}`, async () => {
      assert.deepEqual(await answered(operation, approval(operation, members)), {
        kind: 'unknown',
        reason: 'mismatch',
      });
    });
  }
});

describe('a refused reversal', () => {
  const notReversible = (code: string): GatewayOutcome => ({ kind: 'rejected', reason: 'not-reversible', code });
  for (const operation of ['void', 'refund'] as const) {
    for (const [status, code] of [
      [402, '024'],
      [402, '025'],
      [402, '027'],
      [402, '011'],
      [400, '011'],
    ] as const) {
      test(`of kind ${operation} with ${status} ${code} is not reversible`, async () => {
        assert.deepEqual(await answered(operation, refusal(status, code, 'Refused')), notReversible(code));
      });
    }
  }

  const besideError = (transaction: Record<string, unknown>) => {
    const { body } = refusal(402, '024', 'Previously Reversed');
    return { status: 402, body: { ...body, payload: { ...body.payload, transaction } } };
  };

  test('is not reversible also when the approved sale is shown beside the error', async () => {
    const answer = besideError(approvedSale.payload.transaction);
    assert.deepEqual(await answered('void', answer), notReversible('024'));
    assert.deepEqual(await answered('refund', answer), notReversible('024'));
  });

  test('is in doubt when an approved reversal is shown beside the error', async () => {
    const transaction = { ...approvedSale.payload.transaction, type: 'VOID', id: '30011955', 'ref-id': '30011901' };
    assert.deepEqual(await answered('void', besideError(transaction)), { kind: 'unknown', reason: 'mismatch' });
  });

  const others: readonly [operation: Operation, answer: Canned, outcome: GatewayOutcome][] = [
    [
      'refund',
      decline('023', { type: 'REFUND' }),
      { kind: 'declined', transactionId: '30011872', cause: 'declined', code: '023' },
    ],
    [
      'refund',
      refusal(400, '003', 'transaction-id required'),
      { kind: 'rejected', reason: 'invalid-request', code: '003' },
    ],
    ['void', refusal(401, '042', 'UNAUTHORIZED'), { kind: 'rejected', reason: 'unauthorized', code: '042' }],
    ['void', refusal(402, '031', 'Please Retry'), { kind: 'unknown', reason: 'server-error' }],
    ['refund', refusal(500, '002', 'Failed'), { kind: 'unknown', reason: 'server-error' }],
    ['void', refusal(402, '999', 'Something new'), { kind: 'unknown', reason: 'unreadable' }],
  ];
  for (const [operation, answer, outcome] of others) {
    const { code } = { code: undefined, ...outcome };
    test(`of kind ${operation} under ${answer.status} ${code ?? ''} is ${outcome.kind}`, async () => {
      assert.deepEqual(await answered(operation, answer), outcome);
    });
  }
});
