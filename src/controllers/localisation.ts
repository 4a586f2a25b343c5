import type { LanguageOptions } from '../context/keys.js';
import { languageOf, type Catalogue, type Language, type Message } from '../locales/catalogue.js';
import { Formats } from '../locales/formats.js';

/** One language, its formats and its texts, as everything inside one provider reads them. Tags that write nothing don't load it. */
export class Localisation {
  readonly language: Language;
  readonly formats: Formats;
  readonly #messages: Readonly<Record<string, Message>>;
  readonly #plurals: Intl.PluralRules;
  readonly #loaded = new Map<object, Readonly<Record<string, Message>>>();

  constructor({ locale = 'en', messages = {}, ...formats }: LanguageOptions = {}) {
    this.language = languageOf(locale);
    this.formats = new Formats({ language: this.language, ...formats });
    this.#messages = messages;
    this.#plurals = new Intl.PluralRules(this.language);
  }

  /** Fetches the texts in this language; resolves to whether there is something new to show. */
  async load<Key extends string>(catalogue: Catalogue<Key>): Promise<boolean> {
    if (this.language === 'en' || this.#loaded.has(catalogue)) return false;
    const texts = await catalogue.others[this.language]().catch(() => undefined);
    if (texts) this.#loaded.set(catalogue, texts);
    return texts !== undefined;
  }

  /** English stands in while the language is being fetched, and when it can't be. */
  text<Key extends string>(
    catalogue: Catalogue<Key>,
    key: Key,
    params: Readonly<Record<string, unknown>> = {},
  ): string {
    const texts: Readonly<Record<string, Message>> = this.#loaded.get(catalogue) ?? catalogue.en;
    const message = this.#messages[key] ?? texts[key] ?? key;
    return this.#chosen(message, params).replace(/\{(\w+)\}/g, (place, name: string) =>
      this.#written(params[name], place),
    );
  }

  #chosen(message: Message, { count }: Readonly<Record<string, unknown>>): string {
    if (typeof message === 'string') return message;
    return (typeof count === 'number' ? message[this.#plurals.select(count)] : undefined) ?? message.other;
  }

  #written(value: unknown, place: string): string {
    if (typeof value === 'number') return this.formats.number(value);
    return typeof value === 'string' ? value : place;
  }
}

/** One for each settings object, so that a page of many fields makes its formats and fetches its texts once. */
const shared = new WeakMap<LanguageOptions, Localisation>();

export function localisationOf(options: LanguageOptions): Localisation {
  const localisation = shared.get(options) ?? new Localisation(options);
  shared.set(options, localisation);
  return localisation;
}
