import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { problem, PROBLEMS } from '../../src/contract/problem.js';
import { givenProxy, newKey, SECRETS, type Answered, type Proxy } from './given.js';
import { goodRequests, type GoodRequest } from './requests.js';

const BAD_VALUES = [
  null,
  '2026-02-31',
  true,
  -1,
  1.5,
  1e15,
  '',
  'x'.repeat(5_000),
  '../../etc/passwd',
  "' or 1=1 --",
  [],
  [{}],
  {},
];

/** Every copy of the value with one member, however deep, replaced by a bad one. */
function* mutants(value: unknown, replace: (bad: unknown) => unknown = (bad) => bad): Generator {
  for (const bad of BAD_VALUES) yield replace(bad);
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    const put = (bad: unknown) =>
      replace(
        Array.isArray(value) ? value.map((item, at) => (String(at) === name ? bad : item)) : { ...value, [name]: bad },
      );
    yield* mutants(inner, put);
  }
  if (!Array.isArray(value)) yield replace({ ...value, surplus: 1 });
}

function assertProblem({ status, headers, text, json }: Answered, what: string): void {
  assert.ok(status >= 400 && status < 500, `${what}: ${status} ${text}`);
  assert.equal(headers.get('content-type'), 'application/problem+json', what);
  const parsed = problem.parse(json);
  assert.equal(PROBLEMS[parsed.code].status, status, what);
  assert.equal(parsed.requestId, headers.get('x-request-id'), what);
  assert.doesNotMatch(text, /\bat [\w.<>]+ \(|node_modules|\.ts:\d/, what);
}

describe('bad input', () => {
  let proxy: Proxy;
  let requests: GoodRequest[];
  let books: string;
  const send = ({ route, path, call }: GoodRequest, more: object) =>
    proxy.call(route.method, path, { ...call, ...(route.idempotent && { key: newKey() }), ...more });
  const withBody = () => requests.filter(({ body }) => body !== undefined);
  const guarded = () => requests.filter(({ route }) => route.access !== 'anyone');

  before(async () => {
    proxy = await givenProxy();
    requests = await goodRequests(proxy);
  });
  beforeEach(async () => {
    books = await proxy.books();
  });
  afterEach(async () => {
    assert.equal(await proxy.books(), books, 'a refused request changed the books');
    const broken = proxy.logs.filter(({ event }) => event === 'unexpected-error');
    assert.deepEqual(broken, []);
  });
  after(() => proxy.close());

  test('is looked for on every route that the proxy offers', async () => {
    const { paths } = (await proxy.call('GET', '/v1/openapi.json')).json as { paths: Record<string, object> };
    const offered = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    assert.deepEqual(requests.map(({ name }) => name).sort(), offered.sort());
    assert.ok(requests.length > 50);
    for (const { name, body, schema } of requests) {
      assert.equal(body !== undefined, schema !== undefined, name);
      if (schema) assert.ok(schema.safeParse(body).success, name);
    }
  });

  test('in any member of a body is refused with its place', async () => {
    let sent = 0;
    for (const request of withBody()) {
      for (const body of mutants(request.body)) {
        if (body === undefined || request.schema?.safeParse(body).success === true) continue;
        const what = `${request.name} ${JSON.stringify(body).slice(0, 200)}`;
        const answer = await send(request, { body });
        assertProblem(answer, what);
        assert.equal(answer.json.code, 'invalid-request', what);
        assert.ok(answer.json.errors.length > 0, what);
        sent += 1;
      }
    }
    assert.ok(sent > 300, `only ${sent} mutants were sent`);
  });

  test('that is no JSON, too large, of another type or reaches for a prototype is refused', async () => {
    for (const request of withBody()) {
      for (const text of [
        '{',
        '',
        'nul',
        '{"__proto__":{"a":1}}',
        '{"constructor":{"prototype":{}}}',
        '['.repeat(20_000),
      ]) {
        assert.equal(
          (await send(request, { text })).json.code,
          'malformed-json',
          `${request.name} ${text.slice(0, 40)}`,
        );
      }
      const text = JSON.stringify({ notes: 'x'.repeat(request.route.maxBodyBytes ?? 40_000) });
      assert.equal((await send(request, { text })).json.code, 'body-too-large', request.name);
      for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', '']) {
        const answer = await send(request, { headers: { 'content-type': type } });
        assert.equal(answer.json.code, 'unsupported-media-type', `${request.name} ${type}`);
      }
    }
  });

  test('is refused without a token, with a foreign one or one for something else', async () => {
    for (const request of guarded()) {
      const wrong = request.route.access === 'integrator' ? await proxy.session() : SECRETS.one;
      const tokens = ['', 'garbage', 'a.b.c', ...(request.route.access === 'operator' ? [] : [wrong])];
      for (const token of tokens) {
        const answer = await send(request, { token });
        assertProblem(answer, request.name);
        assert.equal(answer.json.code, 'not-authenticated', request.name);
        assert.equal(answer.headers.get('www-authenticate'), 'Bearer');
      }
    }
  });

  test('is refused when a write has no key or a malformed one', async () => {
    const writes = requests.filter(({ route }) => route.idempotent);
    assert.ok(writes.length >= 4);
    for (const { route, path, call, name } of writes) {
      for (const key of [undefined, '', 'short', 'x'.repeat(65), 'with blanks in the key']) {
        const answer = await proxy.call(route.method, path, { ...call, ...(key !== undefined && { key }) });
        assert.equal(answer.json.code, 'idempotency-key-missing', `${name} ${key}`);
      }
    }
  });

  test('in a query is refused', async () => {
    const token = await proxy.session();
    for (const query of [
      'limit=0',
      'limit=501',
      'limit=ten',
      'limit=10&limit=20',
      'from=yesterday',
      'from=2026-13-01',
      'from=2026-02-31',
      'cursor=%00',
      'cursor=abc',
      'status=paid',
      'key=short',
      'customerId=a/b',
    ]) {
      const answer = await proxy.call('GET', `/v1/payments?${query}`, { token });
      assertProblem(answer, query);
      assert.equal(answer.json.code, 'invalid-request', query);
    }
  });

  test('that no database can keep is refused', async () => {
    const isText = (schema: GoodRequest['schema'], body: unknown) => schema?.safeParse(body).success === true;
    let sent = 0;
    for (const request of withBody()) {
      for (const name of Object.keys(request.body ?? {})) {
        for (const bad of ['a\u0000b', 'a\ud800b']) {
          const body = { ...request.body, [name]: bad };
          assert.equal((await send(request, { body })).json.code, 'invalid-request', `${request.name} ${name}`);
          if (isText(request.schema, body)) sent += 1;
        }
      }
    }
    assert.ok(sent > 0, 'no free text was tried');
  });

  test('of unknown and impossible ids gets one and the same 404', async () => {
    const same = new Set<string>();
    for (const request of guarded()) {
      const { route, path } = request;
      if (!route.path.includes('{') || typeof route.access === 'string') continue;
      const [, query = ''] = /^[^?]*(.*)$/.exec(path) ?? [];
      const unknown = route.path.replaceAll(/\{\w+\}/g, '01ARZ3NDEKTSV4RRFFQ69G5FAV') + query;
      const impossible = route.path.replaceAll(/\{\w+\}/g, 'x'.repeat(65)) + query;
      const answers = [await send({ ...request, path: unknown }, {}), await send({ ...request, path: impossible }, {})];
      for (const answer of answers) {
        assertProblem(answer, request.name);
        assert.equal(answer.status, 404, `${request.name} ${answer.text}`);
        same.add(JSON.stringify({ ...answer.json, requestId: '' }));
      }
    }
    assert.equal(same.size, 1, [...same].join('\n'));
  });

  test('to an unknown path or with another method is told apart', async () => {
    const token = await proxy.session();
    for (const path of ['/', '/v1', '/v1/paymentss', '/v1/payments/', '/v1/payments/x/y', '/card-frame', '/.env']) {
      assert.equal((await proxy.call('GET', path, { token })).json.code, 'not-found', path);
    }
    const answer = await proxy.call('PUT', '/v1/payments', { token, body: {} });
    assert.equal(answer.json.code, 'method-not-allowed');
    assert.equal(answer.headers.get('allow'), 'POST, GET, HEAD');
    assert.equal((await proxy.call('GET', '/v1/payments/%E0%A4%A', { token })).status < 500, true);
    assert.equal((await proxy.call('GET', 'https://elsewhere.test/v1/payments', { token })).json.code, 'not-found');
  });
});
