import { clientError, PayError } from './pay-error.js';

/** What the page answers when asked for a token; the token alone will do. */
export type TokenAnswer = string | { readonly token: string };

/** Asks the page for a token of its user; rejects when it has none. */
export type AskForToken = () => Promise<TokenAnswer>;

/** Holds a session's token in memory. However many requests need a new one at the same time, the page is asked once. */
export class TokenSource {
  readonly #askPage: AskForToken;
  #held: string | undefined;
  #asking: Promise<string> | undefined;

  constructor(askPage: AskForToken) {
    this.#askPage = askPage;
  }

  /** The token held, unless it is the one that was refused; then a new one. */
  get(refused?: string): Promise<string> {
    if (refused !== undefined && refused === this.#held) this.#held = undefined;
    return this.#held === undefined ? this.renew() : Promise.resolve(this.#held);
  }

  /** Gets a new one; the old one stays in use until it is there. */
  renew(): Promise<string> {
    this.#asking ??= this.#ask().finally(() => (this.#asking = undefined));
    return this.#asking;
  }

  async #ask(): Promise<string> {
    try {
      const answer = await this.#askPage();
      return (this.#held = typeof answer === 'string' ? answer : answer.token);
    } catch (cause) {
      throw cause instanceof PayError ? cause : clientError('session-expired', { cause });
    }
  }
}
