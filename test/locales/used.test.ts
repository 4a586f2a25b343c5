import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const SOURCE = fileURLToPath(new URL('../../src/', import.meta.url));
const LOCALES = join(SOURCE, 'locales');

/** Every module of the widgets but the texts themselves. */
const code = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.startsWith('locales'))
  .map((path) => readFileSync(join(SOURCE, path), 'utf8'))
  .join('\n');

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Templates that keys are made by, such as `decline.${cause}`. */
const templates = [...code.matchAll(/`([\w.-]*(?:\$\{[^{}`]*\}[\w.-]*)+)`/g)]
  .map(([, template]) => template!.split(/\$\{[^{}]*\}/))
  .filter((fixed) => fixed.join('').length > 1);

const isRead = (key: string): boolean =>
  new RegExp(`['"\`]${escaped(key)}['"\`]`).test(code) ||
  templates.some((fixed) => new RegExp(`^${fixed.map(escaped).join('[\\w.-]+')}$`).test(key));

describe('every text is read by the code', () => {
  const widgets = readdirSync(LOCALES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  assert.ok(widgets.length >= 4);

  for (const { name } of widgets) {
    it(`of ${name}`, async () => {
      const [texts] = Object.values((await import(join(LOCALES, name, 'en.ts'))) as Record<string, object>);
      const idle = Object.keys(texts!).filter((key) => !isRead(key));
      assert.deepEqual(idle, []);
    });
  }
});
