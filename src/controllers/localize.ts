import { ContextConsumer } from '@lit/context';
import type { ReactiveControllerHost } from 'lit';
import { languageContext, type LanguageOptions } from '../context/keys.js';
import type { Catalogue, Language } from '../locales/catalogue.js';
import { localisationOf } from './localisation.js';

const DEFAULTS: LanguageOptions = {};

/** Reads the texts of one catalogue and writes amounts and dates, in the language of the provider around the host. */
export class Localize<Key extends string> {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #catalogue: Catalogue<Key>;
  #localisation = localisationOf(DEFAULTS);

  constructor(host: ReactiveControllerHost & HTMLElement, catalogue: Catalogue<Key>) {
    this.#host = host;
    this.#catalogue = catalogue;
    const callback = (options: LanguageOptions): void => void this.#speak(options);
    new ContextConsumer(host, { context: languageContext, subscribe: true, callback });
  }

  /** `{name}` places are filled from `params`; `params.count` picks the plural. */
  readonly t = (key: Key, params?: Readonly<Record<string, unknown>>): string =>
    this.#localisation.text(this.#catalogue, key, params);

  /** 123450 → `$1,234.50` */
  readonly money = (cents: number): string => this.#localisation.formats.money(cents);

  /** 123450 → `1,234.50` */
  readonly decimal = (cents: number): string => this.#localisation.formats.decimal(cents);

  readonly number = (value: number): string => this.#localisation.formats.number(value);

  /** `2026-11-03` → `Nov 3, 2026`, or as the provider's `date-pattern` says. */
  readonly date = (iso: string): string => this.#localisation.formats.date(iso);

  get decimalMark(): '.' | ',' {
    return this.#localisation.formats.decimalMark;
  }

  get locale(): Language {
    return this.#localisation.language;
  }

  async #speak(options: LanguageOptions): Promise<void> {
    const localisation = (this.#localisation = localisationOf(options));
    if (await localisation.load(this.#catalogue)) this.#host.requestUpdate();
  }
}
