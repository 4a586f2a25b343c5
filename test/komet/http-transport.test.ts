import assert from 'node:assert/strict';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, describe, test } from 'node:test';
import { createApiHttp } from '../../proxy/komet/http/api-http.js';

describe("the line to Komet's API", () => {
  const servers: Server[] = [];
  after(() => servers.forEach((server) => server.close()));

  async function givenServer(answer: RequestListener): Promise<string> {
    const server = createServer(answer).listen(0, '127.0.0.1');
    servers.push(server);
    await new Promise((resolve) => server.once('listening', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  const http = createApiHttp((request) => fetch(request));

  test('follows no redirect, so that a token goes nowhere else', async () => {
    let elsewhere = 0;
    const other = await givenServer((_, response) => {
      elsewhere++;
      response.end('{}');
    });
    const url = await givenServer((_, response) => response.writeHead(307, { location: other }).end());
    const answer = await http({ method: 'POST', url, body: '{}', timeoutMs: 5_000 });
    assert.equal(answer.status, 307);
    assert.equal(elsewhere, 0);
  });

  test('ends when the time is up, also in the middle of an answer', async () => {
    const url = await givenServer((_, response) => void response.writeHead(200).write('{"status":'));
    await assert.rejects(http({ method: 'GET', url, timeoutMs: 50 }), { name: 'TimeoutError' });
  });

  test('reads no more than an answer may be long', async () => {
    const url = await givenServer((_, response) => {
      const chunk = 'x'.repeat(1_048_576);
      for (let megabyte = 0; megabyte < 20; megabyte++) response.write(chunk);
      response.end();
    });
    await assert.rejects(http({ method: 'GET', url, timeoutMs: 10_000 }), RangeError);
  });

  test('sends JSON and reads text', async () => {
    const url = await givenServer((request, response) => {
      request.setEncoding('utf8').once('data', (body: string) => {
        response.end(`${request.method ?? ''} ${request.headers['content-type'] ?? ''} ${body}`);
      });
    });
    const answer = await http({ method: 'POST', url, body: '{"name":"Bogotá"}', timeoutMs: 5_000 });
    assert.deepEqual(answer, { status: 200, text: 'POST application/json {"name":"Bogotá"}' });
  });
});
