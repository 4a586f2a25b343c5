import { html } from 'lit';
import type { StoredCard } from '../../../contract/card.js';
import type { Method, PaymentSource } from '../../../contract/payment.js';
import { clientError } from '../../../services/pay-error.js';
import '../card-picker/card-picker.js';
import type { KometUiCardPicker } from '../card-picker/card-picker.js';
import { later } from '../later.js';
import type { KometUiTerminalPicker } from '../terminal/terminal-picker.js';
import type { Text } from './text.js';

export interface MethodView {
  readonly method: Method;
  readonly choose: (method: Method) => void;
  readonly locationId: string;
  readonly cards: readonly StoredCard[];
  readonly today: string;
  readonly declinedCardId: string;
  readonly maySave: boolean;
}

/** Komet's two card payment methods, and below them the card or the terminal that pays. */
export function methodChoice(text: Text, view: MethodView) {
  const option = (method: Method, label: string) =>
    html`<label class="check">
      <input
        type="radio"
        name="method"
        .checked=${view.method === method}
        @change=${() => view.choose(method)}
      />${label}
    </label>`;
  return html`<fieldset class="method">
      <legend>${text.t('payment.method')}</legend>
      ${option('in-app', text.t('payment.inApp'))} ${option('pos-terminal', text.t('payment.terminal'))}
    </fieldset>
    ${view.method === 'in-app' ? cardPicker(view) : terminalPicker(view)}`;
}

const cardPicker = ({ cards, locationId, today, declinedCardId, maySave }: MethodView) =>
  html`<komet-ui-card-picker
    id="source"
    .cards=${cards}
    location-id=${locationId}
    today=${today}
    declined-card-id=${declinedCardId}
    ?may-save=${maySave}
  ></komet-ui-card-picker>`;

const fetchTerminals = () => import('../terminal/terminal-picker.js');

function terminalPicker({ locationId }: MethodView) {
  later(fetchTerminals);
  return html`<komet-ui-terminal-picker id="source" location-id=${locationId}></komet-ui-terminal-picker>`;
}

export type SourcePicker = KometUiCardPicker | KometUiTerminalPicker;

/**
 * The card or the terminal to charge, as picked; a clerk may be quicker than the code of the terminals. Rejects with a `PayError`
 * when there is nothing to charge.
 */
export async function sourceOf(picker: SourcePicker | null): Promise<PaymentSource | undefined> {
  if (picker?.localName === 'komet-ui-terminal-picker') await fetchTerminals().catch(unreachable);
  return picker?.source();
}

const unreachable = (cause: unknown) => Promise.reject(clientError('unreachable', { cause }));
