import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { CARD_FRAME_FAULTS } from '../../src/contract/card-frame.js';
import { DECLINE_CAUSES, FAILURE_CAUSES } from '../../src/contract/payment.js';
import { RULES } from '../../src/contract/problem.js';
import { LANGUAGES, type Catalogue, type Message } from '../../src/locales/catalogue.js';
import { cardFrameTexts } from '../../src/locales/card-frame/catalogue.js';
import { coreTexts } from '../../src/locales/core/catalogue.js';

const FOLDER = new URL('../../src/locales/', import.meta.url);

async function catalogues(): Promise<[string, Catalogue<string>][]> {
  const folders = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  assert.ok(folders.length >= 3);
  const read = folders.map(async ({ name }): Promise<[string, Catalogue<string>]> => {
    const module = (await import(new URL(`${name}/catalogue.ts`, FOLDER).href)) as Record<string, unknown>;
    const [found] = Object.values(module).filter((value) => typeof value === 'object');
    return [name, found as Catalogue<string>];
  });
  return Promise.all(read);
}

const variantsOf = (message: Message): string[] => (typeof message === 'string' ? [message] : Object.values(message));
const placesOf = (message: Message): string[] =>
  [...new Set(variantsOf(message).flatMap((text) => text.match(/\{\w+\}/g) ?? []))].sort();

for (const [name, { en, others }] of await catalogues()) {
  for (const language of LANGUAGES.filter((other) => other !== 'en')) {
    describe(`the texts of ${name} in ${language}`, async () => {
      const texts = await others[language]();

      it('are there for every key and for no other', () => {
        assert.deepEqual(Object.keys(texts).sort(), Object.keys(en).sort());
      });

      it('have the same places to fill', () => {
        for (const [key, message] of Object.entries(en))
          assert.deepEqual(placesOf(texts[key]!), placesOf(message), key);
      });

      it('have every plural class of the language', () => {
        const classes = new Intl.PluralRules(language).resolvedOptions().pluralCategories.sort();
        for (const [key, message] of Object.entries(texts)) {
          if (typeof message !== 'string') assert.deepEqual(Object.keys(message).sort(), classes, key);
        }
      });

      it('are never empty', () => {
        for (const [key, message] of Object.entries(texts)) {
          for (const text of variantsOf(message)) assert.notEqual(text.trim(), '', key);
        }
      });
    });
  }
}

describe('the texts of errors', () => {
  it('know every rule of the proxy', () => {
    for (const rule of RULES) assert.ok(`rule.${rule}` in coreTexts.en, rule);
  });

  it('know every fault of a typed card', () => {
    for (const fault of CARD_FRAME_FAULTS) assert.ok(`fault.${fault}` in cardFrameTexts.en, fault);
  });

  it('know every cause of a decline and of a failure', () => {
    for (const cause of DECLINE_CAUSES) assert.ok(`decline.${cause}` in coreTexts.en, cause);
    for (const cause of FAILURE_CAUSES) assert.ok(`failure.${cause}` in coreTexts.en, cause);
  });
});
