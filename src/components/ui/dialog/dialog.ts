import { LitElement, html, nothing } from 'lit';
import { property, query } from 'lit/decorators.js';
import { element } from '../../../define.js';
import { buttons } from '../../../styles/buttons.js';
import { host } from '../../../styles/host.js';
import { tokens } from '../../../styles/tokens.js';
import { styles } from './dialog.styles.js';

/**
 * A window over the page: the native dialog in its own place of the tree, so that it takes the focus even inside a
 * host page's modal. Its Escape stays here; a host page would close its own dialog and leave ours standing.
 *
 * @slot - what the window shows
 * @slot footer - stands beside the close button
 * @fires close - the window is closed, by whatever means
 */
@element('komet-ui-dialog')
export class KometUiDialog extends LitElement {
  static override styles = [tokens, host, buttons, styles];

  @property() heading = '';
  @property({ attribute: 'close-label' }) closeLabel = '';
  /** Whether the footer has the window's one act, so that closing it is not. */
  @property({ type: Boolean, attribute: 'has-act' }) hasAct = false;
  @query('dialog') private dialog!: HTMLDialogElement;

  show() {
    if (!this.dialog.open) this.dialog.showModal();
  }

  close() {
    this.dialog.close();
  }

  override render() {
    return html`<dialog aria-labelledby="heading" @keydown=${this.#onKeyDown} @close=${this.#onClose}>
      <div class="head"><h2 id="heading">${this.heading}</h2></div>
      <div class="body"><slot></slot></div>
      <footer>
        ${this.hasAct ? nothing : html`<slot name="footer"></slot>`}
        <button type="button" class=${this.hasAct ? '' : 'primary'} @click=${this.close}>${this.closeLabel}</button>
        ${this.hasAct ? html`<slot name="footer"></slot>` : nothing}
      </footer>
    </dialog>`;
  }

  #onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') event.stopPropagation();
  }

  #onClose() {
    this.dispatchEvent(new Event('close'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'komet-ui-dialog': KometUiDialog;
  }
}
