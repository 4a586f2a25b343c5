import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { readTags } from '../../scripts/tag-reference/manifest.js';
import { tagReference } from '../../scripts/tag-reference/page.js';

describe('the reference of the tags', () => {
  test('is what the tags themselves say', () => {
    assert.equal(readFileSync('docs/tags.md', 'utf8'), tagReference());
  });

  test('tells of every tag what it does, and of each attribute, method and event what it is for', () => {
    const silent = readTags('dist/custom-elements.json').flatMap(({ tagName, summary, members, events }) => [
      ...(summary ? [] : [tagName]),
      ...[...members, ...events].filter((told) => !told.description).map(({ name }) => `${tagName} ${name}`),
    ]);
    assert.deepEqual(silent, []);
  });

  test('lists each custom property the styles read', () => {
    const read = readFileSync('src/styles/tokens.ts', 'utf8').match(/var\(\s*--komet-[\w-]+/g) ?? [];
    const listed = readFileSync('docs/tags.md', 'utf8').match(/^\| `--komet-/gm) ?? [];
    assert.ok(read.length > 20);
    assert.equal(listed.length, read.length);
  });
});
