import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { CARD_FRAME_FAULTS } from '../../src/contract/card-frame.js';
import { RULES } from '../../src/contract/problem.js';
import { LANGUAGES, type Message } from '../../src/locales/catalogue.js';

const SOURCE = fileURLToPath(new URL('../../src/', import.meta.url));
const LOCALES = join(SOURCE, 'locales');

type Texts = Readonly<Record<string, Message>>;

const widgets = readdirSync(LOCALES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

async function textsOf(widget: string, language: string): Promise<Texts> {
  const module = (await import(join(LOCALES, widget, `${language}.ts`))) as Record<string, Texts>;
  const [texts] = Object.values(module);
  assert.ok(texts, `${widget} has texts in ${language}`);
  return texts;
}

const forms = (message: Message): string[] => (typeof message === 'string' ? [message] : Object.values(message));
const places = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort();

/** Every module of the widgets but the texts themselves. */
const code = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.startsWith('locales'))
  .map((path) => readFileSync(join(SOURCE, path), 'utf8'))
  .join('\n');

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Templates that keys are made by, such as `declined.${cause}.next`. */
const templates = [...code.matchAll(/`([\w.-]*(?:\$\{[^{}`]*\}[\w.-]*)+)`/g)]
  .map(([, template]) => template!.split(/\$\{[^{}]*\}/))
  .filter((fixed) => fixed.join('').length > 1);

const isRead = (key: string): boolean =>
  new RegExp(`['"\`]${escaped(key)}['"\`]`).test(code) ||
  templates.some((fixed) => new RegExp(`^${fixed.map(escaped).join('[\\w-]+')}$`).test(key));

describe('the texts', () => {
  it('are there for several widgets', () => assert.ok(widgets.length >= 4, widgets.join()));

  for (const widget of widgets) {
    for (const language of LANGUAGES.filter((each) => each !== 'en')) {
      it(`of ${widget} say everything in ${language}, with the same places`, async () => {
        const [english, other] = [await textsOf(widget, 'en'), await textsOf(widget, language)];
        assert.deepEqual(Object.keys(other).sort(), Object.keys(english).sort());
        for (const [key, message] of Object.entries(english)) {
          const wanted = new Set(forms(message).flatMap(places));
          const given = new Set(forms(other[key]!).flatMap(places));
          assert.deepEqual([...given].sort(), [...wanted].sort(), `the places of ${key}`);
        }
      });

      it(`of ${widget} have every plural of ${language}`, async () => {
        const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
        for (const [key, message] of Object.entries(await textsOf(widget, language)))
          if (typeof message !== 'string')
            assert.deepEqual(
              pluralCategories.filter((form) => form !== 'many' && !(form in message)),
              [],
              key,
            );
      });
    }

    it(`of ${widget} are all read by the code`, async () => {
      const idle = Object.keys(await textsOf(widget, 'en')).filter((key) => !isRead(key));
      assert.deepEqual(idle, []);
    });
  }

  it('name every rule and every fault of a typed card', async () => {
    const [core, frame] = [await textsOf('core', 'en'), await textsOf('card-frame', 'en')];
    assert.deepEqual(
      RULES.filter((rule) => !(`rule.${rule}` in core)),
      [],
    );
    assert.deepEqual(
      CARD_FRAME_FAULTS.filter((fault) => !(`fault.${fault}` in frame)),
      [],
    );
  });
});
