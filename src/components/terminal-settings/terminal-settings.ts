import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Terminal } from '../../contract/terminal.js';
import { describeError } from '../../controllers/describe-error.js';
import { Localize } from '../../controllers/localize.js';
import { ProviderController } from '../../controllers/provider.js';
import { QueryController } from '../../controllers/query.js';
import { WriteController } from '../../controllers/write.js';
import { element } from '../../define.js';
import { SettingsChangedEvent } from '../../events.js';
import { coreTexts } from '../../locales/core/catalogue.js';
import { settingTexts } from '../../locales/setting/catalogue.js';
import { terminalSettingsTexts } from '../../locales/terminal-settings/catalogue.js';
import type { PayClient, WriteOptions } from '../../services/call.js';
import { PayError } from '../../services/pay-error.js';
import {
  changeTerminal,
  createTerminal,
  deleteTerminal,
  listTerminals,
  testTerminal,
} from '../../services/terminals.js';
import { plainTable } from '../../styles/plain-table.js';
import { widget } from '../../styles/widget.js';
import { keepTyping } from '../ui/key-guard.js';
import { loadingView } from '../ui/loading-view.js';
import { saveStatus } from '../ui/setting/save-status.js';
import { setting } from '../ui/setting/setting.styles.js';
import { lockOf, stopOf } from '../ui/setting/stop.js';
import { draftOf, faultsOf, membersOf, NEW_TERMINAL, type TerminalDraft } from './parts/terminal-draft.js';
import { terminalForm } from './parts/terminal-form.js';
import { terminalList, type TerminalActs, type Tested } from './parts/terminal-list.js';
import { styles } from './terminal-settings.styles.js';

type Change = { readonly save: TerminalDraft } | { readonly deleteId: string };

/**
 * Credit Card Terminals of a location: adds, changes, tests and deletes them. Keys are never shown or typed here.
 *
 * Stands inside a `<komet-pay-provider>`, in the location's settings.
 *
 * @summary Sets up the card terminals of a location.
 * @fires {SettingsChangedEvent} komet-settings-changed - a terminal was added, changed or deleted
 * @fires {PayErrorEvent} komet-error - anything went wrong, with a stable code
 */
@element('komet-terminal-settings')
export class KometTerminalSettings extends LitElement {
  static override styles = [...widget, plainTable, setting, styles];

  /** The location whose terminals are set up; by default the provider's. */
  @property({ attribute: 'location-id' }) locationId = '';
  /** Shows the terminals without letting anything be changed. */
  @property({ type: Boolean, reflect: true }) readonly = false;
  @state() private draft: TerminalDraft | undefined;
  @state() private isTried = false;
  @state() private askedId: string | undefined;
  @state() private tested: ReadonlyMap<string, Tested> = new Map();

  #text = new Localize(this, terminalSettingsTexts);
  #common = new Localize(this, settingTexts);
  #core = new Localize(this, coreTexts);
  #provider = new ProviderController(this);
  #terminals = new QueryController(this, {
    provider: this.#provider,
    args: () => (this.#place() ? ([this.#place()] as const) : undefined),
    load: (client, [locationId], signal) => listTerminals(client)(locationId, { signal }),
  });
  #write = new WriteController<Change, string | undefined>(this, {
    provider: this.#provider,
    slot: () => undefined,
    send: (client, change, options) => this.#send(client, change, options),
  });

  /** Reads the terminals anew. */
  refresh(): Promise<void> {
    return this.#terminals.refresh();
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('locationId')) this.#leave();
  }

  override render() {
    return html`<div class="frame" @keydown=${keepTyping}>${this.#content()}</div>`;
  }

  #content() {
    const stop = stopOf(this.#common, this.#provider);
    if (stop) return html`<p class="notice warning">${stop}</p>`;
    if (this.#provider.session && !this.#place()) return html`<p class="muted">${this.#text.t('stop.location')}</p>`;
    const { data, state } = this.#terminals;
    if (data) return this.#all(data);
    const error = state.status === 'error' ? describeError(this.#core, state.error) : undefined;
    return loadingView(this.#text, { error, retry: () => void this.#terminals.refresh() });
  }

  #all(terminals: readonly Terminal[]) {
    const lock = lockOf(this.#common, this.#provider, { right: 'terminal', readonly: this.readonly });
    const { t } = this.#text;
    const canAdd = !lock && !this.draft;
    return html`<div class="head">
        <h2>${t('title')}</h2>
        ${canAdd ? html`<button type="button" @click=${() => this.#open(NEW_TERMINAL)}>${t('add')}</button>` : nothing}
      </div>
      ${lock ? html`<p class="notice">${lock}</p>` : nothing}
      ${terminalList(this.#text, {
        terminals,
        tested: this.tested,
        describe: (error) => describeError(this.#core, error),
        askedId: this.askedId,
        acts: lock === undefined ? this.#acts : undefined,
      })}
      ${terminals.some(({ keyState }) => keyState === 'missing') ? html`<p class="hint">${t('missing.hint')}</p>` : nothing}
      ${this.draft ? this.#form(this.draft) : nothing}
      ${saveStatus(this.#common, this.#write.state, (error) => describeError(this.#core, error))}`;
  }

  #form(draft: TerminalDraft) {
    return terminalForm(this.#text, {
      draft,
      isTried: this.isTried,
      isRunning: this.#isRunning(),
      change: (part) => (this.draft = { ...draft, ...part }),
      save: () => void this.#save(draft),
      cancel: () => this.#leave(),
    });
  }

  #acts: TerminalActs = {
    edit: (terminal) => this.#open(draftOf(terminal)),
    test: (terminal) => void this.#test(terminal),
    ask: (terminal) => {
      this.askedId = terminal?.id;
      this.#focusLater('#yes');
    },
    remove: (terminal) => void this.#keep({ deleteId: terminal.id }),
  };

  #open(draft: TerminalDraft) {
    this.#leave();
    this.draft = draft;
    this.#focusLater('#name');
  }

  #leave() {
    this.draft = undefined;
    this.isTried = false;
    this.askedId = undefined;
    this.#write.reset();
  }

  #focusLater(selector: string) {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }

  async #save(draft: TerminalDraft) {
    this.isTried = true;
    const faults = faultsOf(draft);
    if (faults.name) {
      this.#focusLater('#name');
      return;
    }
    if (faults.serial) {
      this.#focusLater('#serial');
      return;
    }
    await this.#keep({ save: draft });
  }

  async #keep(change: Change) {
    if (this.#isRunning()) return;
    const written = await this.#write.run(change);
    this.askedId = undefined;
    await this.#terminals.refresh();
    if (written.status !== 'done') return;
    this.draft = undefined;
    this.isTried = false;
    this.dispatchEvent(new SettingsChangedEvent({ locationId: this.#place() }));
  }

  async #send(client: PayClient, change: Change, options: WriteOptions): Promise<string | undefined> {
    if ('deleteId' in change) {
      await deleteTerminal(client)(change.deleteId, options);
      return undefined;
    }
    const { terminalId } = change.save;
    const members = membersOf(change.save);
    const saved = terminalId
      ? await changeTerminal(client)(terminalId, members, options)
      : await createTerminal(client)(this.#place(), members, options);
    return saved.id;
  }

  async #test({ id }: Terminal) {
    const { client } = this.#provider;
    if (!client || this.tested.get(id) === 'running') return;
    this.#tell(id, 'running');
    const answer = await testTerminal(client)(id).catch((error: unknown): Tested => {
      if (error instanceof PayError) return error;
      throw error;
    });
    this.#tell(id, answer);
    await this.#terminals.refresh();
  }

  #tell(id: string, tested: Tested) {
    this.tested = new Map([...this.tested, [id, tested]]);
  }

  #isRunning(): boolean {
    return this.#write.state.status === 'running' || this.#write.state.status === 'unknown';
  }

  #place(): string {
    return this.locationId || (this.#provider.locationId ?? '');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'komet-terminal-settings': KometTerminalSettings;
  }
}
