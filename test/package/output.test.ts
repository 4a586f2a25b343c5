import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { Script } from 'node:vm';
import { measureSizes } from '../../bench/sizes.js';
import { publicTags } from '../../scripts/tags.js';

const scripts = readdirSync('dist', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.js'))
  .map((path) => ({ path, text: readFileSync(`dist/${path}`, 'utf8') }));
const classic = scripts.find(({ path }) => path === 'cdn/komet-pay.iife.js');
const module = scripts.find(({ path }) => path === 'cdn/komet-pay.js');
const loader = scripts.find(({ path }) => path === 'cdn/komet-pay.auto.js');

describe('the built scripts', () => {
  test('hold no code made from text, which a strict content security policy forbids', () => {
    const offenders = scripts.filter(({ text }) =>
      /\beval\s*\(|\bnew\s+Function\b|[=(,]\s*Function\s*[,;)(]/.test(text),
    );
    assert.deepEqual(
      offenders.map(({ path }) => path),
      [],
    );
    assert.ok(scripts.length > 10);
  });

  test('hold no raw decorator', () => {
    const offenders = scripts.filter(({ text }) =>
      /^\s*@(customElement|property|state|query|consume|provide)\b/m.test(text),
    );
    assert.deepEqual(
      offenders.map(({ path }) => path),
      [],
    );
  });

  test('include a classic script that begins with a byte order mark and is valid', () => {
    assert.ok(classic);
    assert.equal(classic.text.charCodeAt(0), 0xfeff);
    assert.match(classic.text, /^\uFEFFvar KometPay\s*=/);
    assert.doesNotThrow(() => new Script(classic.text));
  });

  for (const [name, script] of Object.entries({ classic, module, loader })) {
    test(`know every public tag in the ${name} one`, () => {
      const unknown = publicTags().filter((tag) => !new RegExp(`["'\`]${tag.name}["'\`]`).test(script?.text ?? ''));
      assert.deepEqual(unknown, []);
    });
  }

  test('include one module that imports nothing', () => {
    assert.ok(module);
    assert.doesNotMatch(module.text, /\bimport\s*["'{*]|\bfrom\s*["'][^"']+["'];?\s*$/m);
    assert.deepEqual(
      readdirSync('dist/cdn')
        .filter((path) => !path.endsWith('.map') && !path.startsWith('auto-'))
        .sort(),
      ['komet-pay.auto.js', 'komet-pay.iife.js', 'komet-pay.js'],
    );
  });

  test('read nothing of a build tool’s environment', () => {
    const offenders = scripts.filter(({ text }) => /\bprocess\.env\b|\bimport\.meta\.env\b/.test(text));
    assert.deepEqual(
      offenders.map(({ path }) => path),
      [],
    );
  });
});

describe('the weight of a page', async () => {
  for (const { name, kib, limitKib } of await measureSizes()) {
    if (limitKib === undefined) continue;
    test(`${name} stays within ${limitKib} KiB gzip`, () => {
      assert.ok(kib <= limitKib, `${kib.toFixed(1)} KiB`);
    });
  }
});
