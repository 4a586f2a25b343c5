import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CloseBatchOutcome } from '../../proxy/gateway/port.js';
import { givenAnswers, miami, type Canned } from './given.js';
import { closedBatch, onePage, refusal, unauthorized } from './recorded.js';

const publicKey = `307a301406072a8648ce3d020106092b240303020801010c03620004${'ab'.repeat(96)}`;
const terminal = {
  code: '200',
  status: 'SUCCESS',
  payload: {
    'terminal-settings': {
      'merchant-id': '000000101202',
      'merchant-name': 'Flores del Sol',
      'terminal-id': '10018001',
      'terminal-name': 'Miami A/R',
      'time-zone': 'US/Eastern',
      'enable-auto-close-batch': true,
    },
    payloadType: 'terminal-settings',
  },
};
const hostedPage = { code: '200', status: 'SUCCESS', payload: { 'hpp-settings': { 'hpp-public-key': publicKey } } };

const settingsAnswered = (...answers: Canned[]) => givenAnswers(...answers).gateway.readSettings(miami);

describe('the settings of an account', () => {
  test('are whose key it is and the public key', async () => {
    assert.deepEqual(await settingsAnswered({ body: terminal }, { body: hostedPage }), {
      kind: 'answered',
      settings: {
        merchantId: '000000101202',
        terminalId: '10018001',
        merchantName: 'Flores del Sol',
        timeZone: 'US/Eastern',
      },
      publicKey,
    });
  });

  const badKey = { ...hostedPage, payload: { 'hpp-settings': { 'hpp-public-key': 'not hex' } } };
  const outcomes: readonly [what: string, answers: Canned[], kind: string][] = [
    ['are unauthorized', [{ status: 401, body: unauthorized }], 'unauthorized'],
    ['are unauthorized at the second read', [{ body: terminal }, { status: 401 }], 'unauthorized'],
    ['fail without a terminal', [{ body: hostedPage }, { body: hostedPage }], 'failed'],
    ['fail without a public key', [{ body: terminal }, { body: terminal }], 'failed'],
    ['fail with a public key that is none', [{ body: terminal }, { body: badKey }], 'failed'],
    ['fail under 500', [refusal(500, '050', 'Internal Error')], 'failed'],
    ['fail under a redirect', [{ status: 302 }], 'failed'],
  ];
  for (const [what, answers, kind] of outcomes) {
    test(what, async () => assert.deepEqual(await settingsAnswered(...answers), { kind }));
  }
});

const batch = {
  id: '214',
  status: 'closed',
  merchantId: '000000101202',
  terminalId: '10018001',
  terminalName: 'Miami A/R',
  closedAt: '2025-11-21T04:59:04.993Z',
  salesCount: 18,
  salesCents: 741_025,
  refundCount: 1,
  refundCents: 41_250,
  netCents: 699_775,
  confirmationCode: '00039999',
} as const;

describe('batches', () => {
  const november = { from: '2025-11-01T00:00:00.000Z', to: '2025-11-30T00:00:00.000Z' };
  const answerOf = (...rows: unknown[]): Canned => ({
    body: {
      status: 'success',
      payload: { batches: { batch: rows } },
      page: { ...onePage, 'total-elements': rows.length },
    },
  });
  const list = (answer: Canned, range = november) => givenAnswers(answer).gateway.listBatches(miami, range);

  test('are listed with their totals in cents', async () => {
    assert.deepEqual(await list(answerOf(closedBatch)), { kind: 'answered', batches: [batch] });
  });

  test('of the same number at two terminals are two', async () => {
    const outcome = await list(answerOf(closedBatch, { ...closedBatch, 'terminal-id': '10018002' }));
    assert.equal(outcome.kind === 'answered' && outcome.batches.length, 2);
  });

  test('beyond the range that the padding brings in are left out', async () => {
    const outcome = await list(answerOf(closedBatch), { ...november, to: '2025-11-21T04:59:00.000Z' });
    assert.deepEqual(outcome, { kind: 'answered', batches: [] });
  });

  test('with a total that cannot be read fail as a whole', async () => {
    assert.deepEqual(await list(answerOf(closedBatch, { ...closedBatch, id: '1', 'net-amount': '1e3' })), {
      kind: 'failed',
    });
  });

  const one = (members: Record<string, unknown> = {}): Canned => ({
    body: { status: 'success', payload: { batch: { ...closedBatch, ...members } } },
  });
  const closings: readonly [what: string, answer: Canned, outcome: CloseBatchOutcome][] = [
    ['is closed', one(), { kind: 'closed', batch }],
    [
      'is on its way',
      one({ status: 'PENDING', settled: undefined }),
      { kind: 'pending', batch: { ...withoutEnd(), status: 'pending' } },
    ],
    ['is not there', refusal(402, '040', 'No Opened Batch'), { kind: 'no-open-batch' }],
    ['is not there, without content', { status: 204 }, { kind: 'no-open-batch' }],
    ['has other totals', refusal(402, '039', 'Not Reconciled, Totals Provided'), { kind: 'differs' }],
    ['is refused', refusal(401, '042', 'UNAUTHORIZED'), { kind: 'failed' }],
    [
      'may be closed after 500',
      refusal(500, '002', 'Failed to process batch'),
      { kind: 'unknown', reason: 'server-error' },
    ],
    ['may be closed when it is shown open', one({ status: 'OPEN' }), { kind: 'unknown', reason: 'unreadable' }],
    ['may be closed after nothing', {}, { kind: 'unknown', reason: 'unreadable' }],
  ];
  for (const [what, answer, outcome] of closings) {
    test(`one that ${what} is ${outcome.kind}`, async () => {
      assert.deepEqual(await givenAnswers(answer).gateway.closeBatch(miami), outcome);
    });
  }

  test('are closed only in balance when totals are given', async () => {
    const { gateway, sent } = givenAnswers(one());
    await gateway.closeBatch(miami, { count: 19, netCents: 699_775 });
    assert.deepEqual([sent()['total-count'], sent()['net-amount']], ['19', '6997.75']);
    await gateway.closeBatch(miami);
    assert.equal('net-amount' in sent(), false);
  });
});

function withoutEnd() {
  const { closedAt: _, ...rest } = batch;
  return rest;
}
