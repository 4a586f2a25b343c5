import { html, nothing } from 'lit';
import { BUSINESS_KINDS } from '../../../contract/application.js';
import type { Localize } from '../../../controllers/localize.js';
import type { MerchantApplicationKey } from '../../../locales/merchant-application/catalogue.js';
import '../money-field/money-field.js';
import type { MoneyTypedEvent } from '../money-field/money-field.js';
import {
  valueAt,
  withPercent,
  withUnreadable,
  withValue,
  type ApplicationDraft,
  type FormFault,
  type Place,
} from './application-draft.js';
import { APPLICATION_GROUPS, type ApplicationField, type ApplicationGroup } from './application-fields.js';

export type Text = Localize<MerchantApplicationKey>;

export interface ApplicationView {
  readonly draft: ApplicationDraft;
  /** The faults that are shown: of what was touched, and of everything once it was to be submitted. */
  readonly faults: ReadonlyMap<Place, FormFault>;
  readonly isLocked: boolean;
  readonly change: (place: Place, draft: ApplicationDraft) => void;
}

export function applicationView(text: Text, view: ApplicationView) {
  return APPLICATION_GROUPS.map((group) => groupView(text, view, group));
}

function groupView(text: Text, view: ApplicationView, { section, fields }: ApplicationGroup) {
  return html`<fieldset>
    <legend>${text.t(`section.${section}`)}</legend>
    <div class="form">${fields.map((field) => fieldView(text, view, `${section}.${field.name}`, field))}</div>
  </fieldset>`;
}

function fieldView(text: Text, view: ApplicationView, place: Place, field: ApplicationField) {
  if (field.kind === 'money') return moneyField(text, view, place);
  const fault = view.faults.get(place);
  return html`<div class="field">
    <label for=${place}>${labelOf(text, place)}</label>
    ${field.kind === 'kind' ? kindField(text, view, place) : lineField(view, place, field)}
    ${fault ? html`<div id="${place}-fault" class="fault">${text.t(`fault.${fault}`)}</div>` : nothing}
  </div>`;
}

const labelOf = (text: Text, place: Place): string => text.t(`field.${place}` as MerchantApplicationKey);

const typedIn = (event: Event): string => (event.target as HTMLInputElement).value;

function lineField({ draft, faults, isLocked, change }: ApplicationView, place: Place, field: ApplicationField) {
  const { kind, most } = field;
  const onInput = (event: Event) => {
    const typed = typedIn(event);
    change(place, kind === 'percent' ? withPercent(draft, place, typed) : withValue(draft, place, typed));
  };
  return html`<input
    id=${place}
    type=${kind === 'tel' || kind === 'email' ? kind : 'text'}
    inputmode=${kind === 'percent' || kind === 'digits' ? 'numeric' : nothing}
    maxlength=${most}
    autocomplete="off"
    ?readonly=${isLocked}
    aria-invalid=${faults.has(place) ? 'true' : 'false'}
    aria-describedby=${faults.has(place) ? `${place}-fault` : nothing}
    .value=${draft.unreadable[place] ?? String(valueAt(draft, place) ?? '')}
    @input=${onInput}
  />`;
}

function kindField(text: Text, { draft, faults, isLocked, change }: ApplicationView, place: Place) {
  const chosen = valueAt(draft, place);
  return html`<select
    id=${place}
    ?disabled=${isLocked}
    aria-invalid=${faults.has(place) ? 'true' : 'false'}
    aria-describedby=${faults.has(place) ? `${place}-fault` : nothing}
    @change=${(event: Event) => change(place, withValue(draft, place, typedIn(event)))}
  >
    <option value="" ?selected=${chosen === undefined}>${text.t('kind.choose')}</option>
    ${BUSINESS_KINDS.map(
      (kind) => html`<option value=${kind} ?selected=${chosen === kind}>${text.t(`kind.${kind}`)}</option>`,
    )}
  </select>`;
}

function moneyField(text: Text, { draft, faults, isLocked, change }: ApplicationView, place: Place) {
  const fault = faults.get(place);
  const onTyped = ({ text: typed, reading }: MoneyTypedEvent) =>
    change(
      place,
      reading.ok ? withValue(draft, place, reading.cents || undefined) : withUnreadable(draft, place, typed),
    );
  return html`<komet-ui-money-field
    id=${place}
    label=${labelOf(text, place)}
    fault=${fault ? text.t(`fault.${fault}`) : ''}
    ?readonly=${isLocked}
    .cents=${Number(valueAt(draft, place) ?? 0)}
    .unreadable=${draft.unreadable[place] ?? ''}
    @komet-ui-money-typed=${onTyped}
  ></komet-ui-money-field>`;
}
