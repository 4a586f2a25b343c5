import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { after, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { createPooledHttp } from '../../proxy/gateway/pooled-http.js';
import { MAX_ANSWER_BYTES, NotSentError } from '../../proxy/gateway/transport.js';
import { givenAdapter, keyedSale, miami } from './given.js';
import { approvedSale } from './recorded.js';
import { callTo, givenServer, httpAnswer } from './raw-server.js';

const doubt = (reason: string) => ({ name: 'DoubtError', reason });

describe('a call that never left', () => {
  const pool = createPooledHttp();
  after(() => pool.close());

  test('is proven by a refused connection', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    await assert.rejects(pool.http(callTo(`http://127.0.0.1:${port}/`)), NotSentError);
  });

  test('is proven by a host that has no address', async () => {
    await assert.rejects(pool.http(callTo('http://gateway.invalid/')), NotSentError);
  });

  test('is proven by a TLS handshake that fails', async () => {
    const plain = createServer((socket) => socket.on('error', () => undefined).end('this is not TLS\r\n'));
    plain.listen(0, '127.0.0.1');
    await once(plain, 'listening');
    after(() => plain.close());
    const { port } = plain.address() as AddressInfo;
    await assert.rejects(pool.http(callTo(`https://127.0.0.1:${port}/`)), NotSentError);
  });
});

describe('a call whose answer is lost', () => {
  test('is in doubt, and not repeated, when the connection is reset before the answer', async () => {
    const { http, call, requests } = await givenServer((socket) => socket.resetAndDestroy());
    await assert.rejects(http(call), doubt('connection-lost'));
    assert.equal(requests.length, 1);
  });

  test('is in doubt when the connection is closed within the answer', async () => {
    const answer = httpAnswer('{"code":"200"}');
    const { http, call, requests } = await givenServer((socket) => socket.end(answer.subarray(0, answer.length - 3)));
    await assert.rejects(http(call), doubt('connection-lost'));
    assert.equal(requests.length, 1);
  });

  test('is in doubt, and not repeated, when a kept connection is reset', async () => {
    const used = new Set<Socket>();
    const { http, call, requests } = await givenServer((socket) => {
      if (used.has(socket)) socket.resetAndDestroy();
      else socket.write(httpAnswer('{}'));
      used.add(socket);
    });
    let calls = 0;
    const callUntilReset = async () => {
      for (; calls < 10; calls++) await http(call);
    };
    await assert.rejects(callUntilReset(), doubt('connection-lost'));
    assert.equal(requests.length, calls + 1);
  });

  test('is in doubt when nothing comes in time', async () => {
    const { http, call, requests } = await givenServer(() => undefined);
    await assert.rejects(http({ ...call, timeoutMs: 50 }), doubt('timeout'));
    assert.equal(requests.length, 1);
  });

  test('is in doubt when the answer drips for longer than the call may take', async () => {
    const { http, call } = await givenServer((socket) => {
      const answer = httpAnswer(' '.repeat(10_000));
      let sent = 0;
      const drip = setInterval(() => socket.write(answer.subarray(sent, ++sent)), 5);
      socket.on('close', () => clearInterval(drip));
    });
    await assert.rejects(http({ ...call, timeoutMs: 200 }), doubt('timeout'));
  });
});

describe('the pool', () => {
  test('carries a hundred calls in a row over a connection or two', async () => {
    const { http, call, requests, connections } = await givenServer((socket) => socket.write(httpAnswer('{}')));
    for (let number = 0; number < 100; number++) await http(call);
    assert.equal(requests.length, 100);
    assert.ok(connections() <= 2);
  });

  test('lets no call wait behind another', async () => {
    const waiting: (() => void)[] = [];
    const { http, call, connections } = await givenServer((socket) => {
      waiting.push(() => socket.write(httpAnswer('{}')));
      if (waiting.length === 3) for (const answer of waiting) answer();
    });
    await Promise.all([http(call), http(call), http(call)]);
    assert.equal(connections(), 3);
  });

  test('never hands the late answer of a call to another', async () => {
    const late: Socket[] = [];
    const { http, call } = await givenServer((socket, number) => {
      if (number === 0) late.push(socket);
      else late[0]?.write(httpAnswer('"late"'), () => socket.write(httpAnswer(`"answer ${number}"`)));
    });
    await assert.rejects(http({ ...call, timeoutMs: 50 }), doubt('timeout'));
    for (const number of [1, 2, 3]) assert.equal((await http(call)).text, `"answer ${number}"`);
  });

  test('never hands an answer that nobody asked for to a call', async () => {
    const { http, call } = await givenServer((socket, number) => {
      socket.write(Buffer.concat([httpAnswer(`"answer ${number}"`), httpAnswer('"nobody asked"')]));
    });
    for (const number of [0, 1, 2, 3]) assert.equal((await http(call)).text, `"answer ${number}"`);
  });
});

describe('an answer', () => {
  test('that redirects is handed back and not followed', async () => {
    const elsewhere = await givenServer((socket) => socket.write(httpAnswer('{}')));
    const location = `location: http://127.0.0.1:${elsewhere.port}/`;
    const { http, call } = await givenServer((socket) =>
      socket.write(httpAnswer('', [location], '307 Temporary Redirect')),
    );
    assert.deepEqual(await http(call), { status: 307, text: '' });
    assert.equal(elsewhere.requests.length, 0);
  });

  test('that was compressed on the way is read', async () => {
    const { http, call } = await givenServer((socket) =>
      socket.write(httpAnswer(gzipSync('{"code":"200"}'), ['content-encoding: gzip'])),
    );
    assert.equal((await http(call)).text, '{"code":"200"}');
  });

  const tooLong = ' '.repeat(MAX_ANSWER_BYTES + 1);
  const unreadable: readonly [what: string, answer: Buffer][] = [
    ['is too long', httpAnswer(tooLong)],
    ['unpacks to too much', httpAnswer(gzipSync(tooLong), ['content-encoding: gzip'])],
    ['is packed in an unknown way', httpAnswer('{}', ['content-encoding: constructor'])],
    ['is packed badly', httpAnswer('{}', ['content-encoding: br'])],
  ];
  for (const [what, answer] of unreadable) {
    test(`that ${what} leaves a doubt`, async () => {
      const { http, call } = await givenServer((socket) => socket.write(answer));
      await assert.rejects(http(call), doubt('unreadable'));
    });
  }
});

describe('an approval that is cut short', () => {
  const body = JSON.stringify(approvedSale);
  const chunked = `HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`;
  const framings: readonly [name: string, answer: Buffer][] = [
    ['with a length', httpAnswer(body)],
    ['in chunks', Buffer.from(chunked)],
    ['up to the end of the connection', Buffer.from(`HTTP/1.1 200 OK\r\n\r\n${body}`)],
  ];
  for (const [name, answer] of framings) {
    test(`at any byte is in doubt, whole it is an approval (${name})`, async () => {
      const { http, port } = await givenServer((socket, number) => socket.end(answer.subarray(0, number)));
      const gateway = givenAdapter(http, { baseUrl: `http://127.0.0.1:${port}` });
      for (let length = 0; length < answer.length; length++) {
        const outcome = await gateway.sale(miami, keyedSale);
        assert.equal(outcome.kind, 'unknown', `${name}, ${length} bytes: ${JSON.stringify(outcome)}`);
      }
      assert.equal((await gateway.sale(miami, keyedSale)).kind, 'approved');
    });
  }
});
