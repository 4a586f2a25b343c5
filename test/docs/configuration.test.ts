import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { variables } from '../../proxy/process/environment.js';

/** The variables the page explains: the first cell of a row, or the first word of a paragraph. */
const explained = [
  ...readFileSync('docs/configuration.md', 'utf8').matchAll(/^(?:\| )?`([A-Z][A-Z_]+)`(?= +\|| \()/gm),
].map(([, name]) => name!);

describe('the configuration page', () => {
  test('explains every variable the proxy reads, once, and no other', () => {
    assert.deepEqual(explained.toSorted(), Object.keys(variables.shape).sort());
  });

  test('knows of all that the proxy reads, since only its entry looks at the environment', () => {
    const readers = readdirSync('proxy', { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.includes('node_modules'))
      .filter((path) =>
        /\bprocess\.env\b|\benv\b.*from 'node:process'/.test(readFileSync(join('proxy', path), 'utf8')),
      );
    assert.deepEqual(readers, ['main.ts']);
  });
});
