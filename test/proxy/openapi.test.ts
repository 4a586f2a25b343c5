import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { openApiDocument } from '../../proxy/openapi/document.js';
import { PROBLEMS } from '../../src/contract/problem.js';
import { API, type Json } from './given.js';
import { ALL_ROUTES } from './requests.js';

const document: Json = openApiDocument(ALL_ROUTES, API);

describe('the OpenAPI document', () => {
  test('is valid OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(document));
    assert.deepEqual(errors ?? [], []);
    assert.equal(valid, true);
    assert.equal(document.openapi, '3.1.0');
  });

  test('describes every route of the contract with its key, its access and its answers', () => {
    for (const { path, method, answers, idempotent, access, body } of ALL_ROUTES) {
      const operation = document.paths[path]?.[method.toLowerCase()];
      assert.ok(operation, `${method} ${path}`);
      for (const status of Object.keys(answers)) assert.ok(operation.responses[status], `${path} ${status}`);
      const key = operation.parameters.find((parameter: Json) => parameter.name === 'Idempotency-Key');
      assert.equal(key?.required === true, idempotent, path);
      assert.equal(operation.security === undefined, access === 'anyone', path);
      assert.equal(operation.requestBody === undefined, body === undefined, path);
    }
  });

  test('tells every problem code, each under its own status', () => {
    const told = new Set<string>();
    for (const operations of Object.values<Json>(document.paths)) {
      for (const operation of Object.values<Json>(operations)) {
        for (const [status, response] of Object.entries<Json>(operation.responses)) {
          const refusal = response.content?.['application/problem+json']?.schema.allOf[1];
          for (const code of refusal?.properties.code.enum ?? []) {
            assert.equal(String(PROBLEMS[code as keyof typeof PROBLEMS].status), status, code);
            told.add(code);
          }
        }
      }
    }
    assert.deepEqual([...told].sort(), Object.keys(PROBLEMS).sort());
  });

  test('gives each operation a name of its own', () => {
    const names = Object.values<Json>(document.paths).flatMap((operations) =>
      Object.values<Json>(operations).map((operation) => operation.operationId),
    );
    assert.equal(new Set(names).size, names.length);
  });
});
