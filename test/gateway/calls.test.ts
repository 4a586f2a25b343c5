import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createFetchHttp } from '../../proxy/gateway/fetch-http.js';
import { DoubtError, MAX_ANSWER_BYTES, NotSentError } from '../../proxy/gateway/transport.js';
import { givenAdapter, keyedSale, miami, noon } from './given.js';
import { callTo } from './raw-server.js';
import { approvedSale, declinedSale, refusal } from './recorded.js';

interface Line {
  readonly level: string;
  readonly event: string;
  readonly members: unknown;
}

function givenLog() {
  const lines: Line[] = [];
  const at = (level: string) => (event: string, members?: unknown) => void lines.push({ level, event, members });
  return { lines, log: { info: at('info') } };
}

describe('the log of a call', () => {
  const answers: readonly [what: string, status: number, body: unknown, members: Record<string, unknown>][] = [
    ['an approval', 200, approvedSale, { status: 200, code: '000', exchangeId: 'ID-clearent-mobile-gateway-1-0b9d' }],
    ['a decline', 402, declinedSale, { status: 402, code: '012', exchangeId: 'ID-clearent-cgw-2-5f0c1a' }],
    ['a refusal', 400, refusal(400, '041', 'x').body, { status: 400, code: '041', exchangeId: 'ID-clearent-cgw-2-77' }],
    ['something else', 502, 'nothing of ours', { status: 502 }],
    ['an exchange-id that could be a card number', 200, { 'exchange-id': '4111111111111111' }, { status: 200 }],
  ];
  for (const [what, status, body, members] of answers) {
    test(`after ${what} holds operation, time, status, code and exchange-id, and nothing else`, async () => {
      const { lines, log } = givenLog();
      let now = noon;
      const http = async () => {
        now += 120;
        return { status, text: JSON.stringify(body) };
      };
      await givenAdapter(http, { log, clock: () => now }).sale(miami, keyedSale);
      assert.deepEqual(lines, [
        { level: 'info', event: 'gateway-call', members: { operation: 'sale', ms: 120, ...members } },
      ]);
    });
  }

  test('without an answer says why', async () => {
    const { lines, log } = givenLog();
    const failures = [new NotSentError('refused'), new DoubtError('timeout')];
    const http = () => Promise.reject(failures.shift() ?? new Error());
    const gateway = givenAdapter(http, { log });
    await gateway.sale(miami, keyedSale);
    await gateway.findById(miami, '30011901');
    assert.deepEqual(
      lines.map(({ members }) => members),
      [
        { operation: 'sale', ms: 0, failure: 'not-sent' },
        { operation: 'find-by-id', ms: 0, failure: 'timeout' },
      ],
    );
  });
});

describe('a call through a given fetch', () => {
  const call = callTo('http://gateway.test/rest');

  test('hands over the request and gives back status and text', async () => {
    const seen: unknown[] = [];
    const http = createFetchHttp(async (request) => {
      seen.push([
        request.method,
        request.url,
        request.headers.get('content-type'),
        await request.text(),
        request.redirect,
      ]);
      return new Response('{}', { status: 402 });
    });
    assert.deepEqual(await http(call), { status: 402, text: '{}' });
    assert.deepEqual(seen, [['POST', call.url, 'application/json', '{"type":"SALE"}', 'manual']]);
  });

  const failures: readonly [what: string, reason: string, fetch: () => Promise<Response>][] = [
    ['fails', 'connection-lost', () => Promise.reject(new TypeError('failed to fetch'))],
    ['does not end and ignores its signal', 'timeout', () => new Promise(() => undefined)],
    ['answers too much', 'unreadable', async () => new Response(new Uint8Array(MAX_ANSWER_BYTES + 1))],
  ];
  for (const [what, reason, fetch] of failures) {
    test(`that ${what} leaves a doubt (${reason})`, async () => {
      const http = createFetchHttp(fetch);
      // A timer keeps the process alive while nothing else would.
      const alive = setTimeout(() => undefined, 5_000);
      await assert.rejects(http({ ...call, timeoutMs: 50 }), { name: 'DoubtError', reason });
      clearTimeout(alive);
    });
  }

  test('that cannot be made was not sent', async () => {
    const http = createFetchHttp(async () => new Response());
    await assert.rejects(http({ ...call, url: 'no address' }), NotSentError);
  });
});
