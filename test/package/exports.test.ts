import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { publicTags } from '../../scripts/tags.js';

const name = 'komet-payment-widgets';
const modulePaths = readdirSync('dist/lib', { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.js'),
);

describe('the published package', () => {
  test('can be imported in Node as a whole', async () => {
    const all = (await import(name)) as Record<string, unknown>;
    assert.notEqual(Object.keys(all).length, 0);
  });

  for (const tag of publicTags()) {
    test(`can be imported in Node as ${name}/tags/${tag.name}, which defines the tag`, async () => {
      await import(`${name}/tags/${tag.name}`);
      assert.ok(customElements.get(tag.name), `${tag.name} is not defined`);
    });
  }

  test('can be imported in Node file by file', async () => {
    for (const path of modulePaths) await import(pathToFileURL(`dist/lib/${path}`).href);
    assert.notEqual(modulePaths.length, 0);
  });

  test('exports the manifest', () => {
    const { modules } = JSON.parse(
      readFileSync(new URL(import.meta.resolve(`${name}/custom-elements.json`)), 'utf8'),
    ) as { modules: unknown[] };
    assert.notEqual(modules.length, 0);
  });

  test('has types beside every module', () => {
    const all = readdirSync('dist/lib', { recursive: true, encoding: 'utf8' });
    const untyped = modulePaths.filter(
      (path) => !path.startsWith('internal/') && !all.includes(path.replace(/\.js$/, '.d.ts')),
    );
    assert.deepEqual(untyped, []);
  });

  test('is a package that bundlers and TypeScript understand', async () => {
    const { messages, pkg } = await publint({ level: 'warning', strict: true });
    assert.deepEqual(
      messages.map((message) => formatMessage(message, pkg)),
      [],
    );
  });
});
