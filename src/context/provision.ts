import { ContextProvider } from '@lit/context';
import { SessionKeeper, type SessionState } from '../services/session-keeper.js';
import { clientError } from '../services/pay-error.js';
import type { AskForToken } from '../services/token-source.js';
import { clientContext, languageContext, workplaceContext, type LanguageOptions } from './keys.js';

export interface Employment {
  /** Where the proxy is; without it nothing works. */
  readonly apiBase: string | undefined;
  readonly askForToken: AskForToken;
}

/** Gives client, session and language to everything inside an element. */
export class Provision {
  readonly #client;
  readonly #workplace;
  readonly #language;
  readonly #onChange: (state: SessionState) => void;
  #keeper: SessionKeeper | undefined;

  constructor(host: HTMLElement, onChange: (state: SessionState) => void = () => undefined) {
    const workplace = { session: { status: 'loading' }, locationId: undefined } as const;
    this.#client = new ContextProvider(host, { context: clientContext });
    this.#workplace = new ContextProvider(host, { context: workplaceContext, initialValue: workplace });
    this.#language = new ContextProvider(host, { context: languageContext, initialValue: {} });
    this.#onChange = onChange;
  }

  /** Says that it is there; a Lit element's controllers are told by their host. */
  announce(): void {
    for (const provider of [this.#client, this.#workplace, this.#language]) provider.hostConnected();
  }

  /** Opens a session with these settings; one that is open already ends. */
  async open({ apiBase, askForToken }: Employment): Promise<void> {
    this.close();
    const onChange = (state: SessionState): void => this.#show(state);
    if (!apiBase) {
      onChange({ status: 'failed', error: clientError('not-configured') });
      return;
    }
    this.#keeper = new SessionKeeper({ apiBase, askForToken, onChange });
    this.#client.setValue(this.#keeper.client);
    await this.#keeper.start();
  }

  /** Goes on with the session after `pause`. */
  async resume(): Promise<void> {
    await this.#keeper?.start();
  }

  pause(): void {
    this.#keeper?.stop();
  }

  close(): void {
    this.#keeper?.stop();
    this.#keeper = undefined;
  }

  workAt(locationId: string | undefined): void {
    this.#workplace.setValue({ ...this.#workplace.value, locationId });
  }

  speak(options: LanguageOptions): void {
    this.#language.setValue(options);
  }

  #show(session: SessionState): void {
    this.#workplace.setValue({ ...this.#workplace.value, session });
    this.#onChange(session);
  }
}
