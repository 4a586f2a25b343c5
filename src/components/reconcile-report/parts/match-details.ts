import { LitElement, html } from 'lit';
import { property, query } from 'lit/decorators.js';
import type { Location } from '../../../contract/location.js';
import type { ReconciliationEntry } from '../../../contract/reconciliation.js';
import { Localize } from '../../../controllers/localize.js';
import { element } from '../../../define.js';
import { reconcileReportTexts } from '../../../locales/reconcile-report/catalogue.js';
import { buttons } from '../../../styles/buttons.js';
import { host } from '../../../styles/host.js';
import { notices } from '../../../styles/notices.js';
import { plainTable } from '../../../styles/plain-table.js';
import { tokens } from '../../../styles/tokens.js';
import '../../ui/dialog/dialog.js';
import type { KometUiDialog } from '../../ui/dialog/dialog.js';
import { factsOf, type Fact } from './entry-facts.js';
import { styles } from './match-details.styles.js';

/** The two sides of one match. */
export interface Match {
  readonly komet?: ReconciliationEntry | undefined;
  readonly processor?: ReconciliationEntry | undefined;
}

/** Everything both sides say about one match, field by field; where they differ is marked. */
@element('komet-ui-match-details')
export class KometUiMatchDetails extends LitElement {
  static override styles = [tokens, host, buttons, notices, plainTable, styles];

  @property({ attribute: false }) match: Match = {};
  @property({ attribute: false }) locations: readonly Location[] = [];
  @query('komet-ui-dialog') private dialog!: KometUiDialog;

  #text = new Localize(this, reconcileReportTexts);

  async show(match: Match): Promise<void> {
    this.match = match;
    await this.updateComplete;
    this.dialog.show();
  }

  override render() {
    const { t } = this.#text;
    const facts = factsOf(this.#text, this.locations, this.match.komet, this.match.processor);
    return html`<komet-ui-dialog heading=${t('details.title')} close-label=${t('details.close')}>
      <table>
        <caption class="visually-hidden">
          ${t('details.caption')}
        </caption>
        <thead>
          <tr>
            <th scope="col">${t('details.field')}</th>
            <th scope="col">${t('groups.komet')}</th>
            <th scope="col">${t('groups.processor')}</th>
          </tr>
        </thead>
        <tbody>
          ${facts.map((fact) => this.#row(fact))}
        </tbody>
      </table>
    </komet-ui-dialog>`;
  }

  #row({ field, komet, processor, differs }: Fact) {
    const { t } = this.#text;
    return html`<tr class=${differs ? 'differs' : ''}>
      <th scope="row">
        ${t(`field.${field}`)} ${differs ? html`<span class="tag danger">${t('details.differs')}</span>` : ''}
      </th>
      <td>${komet}</td>
      <td>${processor}</td>
    </tr>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'komet-ui-match-details': KometUiMatchDetails;
  }
}
