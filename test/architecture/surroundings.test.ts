import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readModules } from './modules.js';

/** Modules of the proxy that only a Node process loads. Everything else also runs in the page of a story. */
const NODE_ONLY: readonly (string | RegExp)[] = [
  'proxy/main.ts',
  'proxy/log.ts',
  /^proxy\/process\//,
  'proxy/gateway/pooled-http.ts',
  'proxy/store/folder-lock.ts',
  'proxy/store/postgres.ts',
];

const READS_ENVIRONMENT: readonly string[] = ['proxy/main.ts', 'simulator/main.ts'];

const backend = [...readModules('proxy'), ...readModules('simulator')];
const fits = (path: string, names: readonly (string | RegExp)[]) =>
  names.some((name) => (typeof name === 'string' ? path === name : name.test(path)));

describe('what the code knows of its surroundings', () => {
  test('only the entry files read the environment', () => {
    const readers = [...backend, ...readModules('src')].filter((module) =>
      /\bprocess\s*(\.|\?\.|\[)\s*['"]?env\b/.test(module.text),
    );
    assert.deepEqual(
      readers.map((module) => module.path).filter((path) => !READS_ENVIRONMENT.includes(path)),
      [],
    );
    assert.deepEqual(readers.map((module) => module.path).sort(), [...READS_ENVIRONMENT].sort());
  });

  test('the proxy runs in a page, but for the modules named here', () => {
    const wrong = readModules('proxy')
      .filter((module) => !fits(module.path, NODE_ONLY))
      .flatMap((module) =>
        module.external
          .filter((specifier) => /^(node:|pg$|undici$|pino$|@hono\/node-server)/.test(specifier))
          .map((specifier) => `${module.path} imports ${specifier}`),
      );
    assert.deepEqual(wrong, []);
  });
});
