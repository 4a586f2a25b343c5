import { ContextProvider } from '@lit/context';
import { createLinkClient } from '../services/card-request-links.js';
import { clientContext, languageContext, type LanguageOptions } from './keys.js';

/** Gives everything inside an element what the holder of a link may do, and the language. There is no session. */
export class LinkProvision {
  readonly #client;
  readonly #language;

  constructor(host: HTMLElement) {
    this.#client = new ContextProvider(host, { context: clientContext });
    this.#language = new ContextProvider(host, { context: languageContext, initialValue: {} });
  }

  open(apiBase: string, token: string): void {
    this.#client.setValue(createLinkClient(apiBase, token));
  }

  speak(options: LanguageOptions): void {
    this.#language.setValue(options);
  }
}
