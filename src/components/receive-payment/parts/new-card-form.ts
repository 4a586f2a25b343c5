import { html, nothing } from 'lit';
import '../../ui/card-frame/card-frame.js';
import type { Text } from './text.js';

/** What is typed beside the processor's frame; never the number or the security code. */
export interface NewCard {
  readonly name: string;
  readonly zip: string;
  readonly save: boolean;
  readonly description: string;
}

export interface NewCardView {
  readonly value: NewCard;
  readonly locationId: string;
  readonly maySave: boolean;
  readonly change: (part: Partial<NewCard>) => void;
}

export function newCardForm(text: Text, view: NewCardView) {
  const { value, change } = view;
  return html`<div class="new">
    <komet-ui-card-frame location-id=${view.locationId}></komet-ui-card-frame>
    <div class="pair">
      <div class="field">
        <label for="name">${text.t('card.name')}</label>
        <input
          id="name"
          autocomplete="off"
          maxlength="100"
          .value=${value.name}
          @input=${(event: InputEvent) => change({ name: typed(event) })}
        />
      </div>
      <div class="field zip">
        <label for="zip">${text.t('card.zip')}</label>
        <input
          id="zip"
          autocomplete="off"
          maxlength="10"
          .value=${value.zip}
          @input=${(event: InputEvent) => change({ zip: typed(event) })}
        />
      </div>
    </div>
    ${view.maySave ? saving(text, view) : nothing}
  </div>`;
}

function saving(text: Text, { value, change }: NewCardView) {
  return html`<label class="check">
      <input
        type="checkbox"
        .checked=${value.save}
        @change=${(event: Event) => change({ save: (event.target as HTMLInputElement).checked })}
      />
      ${text.t('card.save')}
    </label>
    ${
      value.save
        ? html`<div class="saving">
            <p class="hint">${text.t('card.consent')}</p>
            <div class="field">
              <label for="description">${text.t('card.description')}</label>
              <input
                id="description"
                autocomplete="off"
                maxlength="60"
                placeholder=${text.t('card.descriptionExample')}
                .value=${value.description}
                @input=${(event: InputEvent) => change({ description: typed(event) })}
              />
            </div>
          </div>`
        : nothing
    }`;
}

const typed = (event: InputEvent): string => (event.target as HTMLInputElement).value;
