import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { FEE_CAP_HUNDREDTHS } from '../../../contract/location.js';
import { feeCents } from '../../../domain/fee.js';
import { readFee, type FeeDraft } from './fee-draft.js';
import type { Text } from './text.js';

const KINDS = ['none', 'convenience', 'surcharge'] as const;
const BASES = ['percent', 'flat'] as const;

/** The payment of the worked example. */
const EXAMPLE_CENTS = 10_000;

export interface FeeForm {
  readonly draft: FeeDraft;
  /** Whether it differs from what is saved. */
  readonly isChanged: boolean;
  /** Whether saving was tried, so that faults are told. */
  readonly isTried: boolean;
  readonly isLocked: boolean;
  readonly change: (part: Partial<FeeDraft>) => void;
  readonly save: () => void;
}

/** The fee of a location: which, how it is charged, how much, and what that makes of a payment. */
export function feeForm(text: Text, form: FeeForm) {
  const { draft, isLocked, change } = form;
  return html`<fieldset class="fee" ?disabled=${isLocked}>
    <legend>${text.t('fee')}</legend>
    <div class="kinds">
      ${KINDS.map(
        (kind) =>
          html`<label class="check"
            ><input
              type="radio"
              name="kind"
              .checked=${live(draft.kind === kind)}
              @change=${() => change({ kind })}
            />${text.t(`fee.${kind}`)}</label
          >`,
      )}
    </div>
    ${draft.kind === 'surcharge' ? html`<p class="hint">${text.t('fee.surcharge.hint')}</p>` : nothing}
    ${draft.kind === 'none' ? nothing : amount(text, form)}
    ${
      form.isChanged && !isLocked
        ? html`<div><button type="button" class="primary" @click=${form.save}>${text.t('fee.save')}</button></div>`
        : nothing
    }
  </fieldset>`;
}

function amount(text: Text, { draft, isTried, change }: FeeForm) {
  const read = readFee(draft, text.decimalMark);
  const fault = 'fault' in read && (isTried || read.fault === 'fee.over') ? read.fault : undefined;
  const cap = text.decimal(FEE_CAP_HUNDREDTHS);
  const hint = draft.basis === 'percent' ? text.t('fee.cap', { cap }) : '';
  return html`<div class="amount-of-fee">
      <div class="field">
        <label for="basis">${text.t('fee.basis')}</label>
        <select id="basis" @change=${({ target }: Event) => change({ basis: basisOf(target as HTMLSelectElement) })}>
          ${BASES.map(
            (basis) =>
              html`<option value=${basis} ?selected=${draft.basis === basis}>${text.t(`fee.${basis}`)}</option>`,
          )}
        </select>
      </div>
      <div class="field">
        <label for="value">${text.t(`fee.value.${draft.basis}`)}</label>
        <input
          id="value"
          inputmode="decimal"
          autocomplete="off"
          aria-invalid=${fault ? 'true' : 'false'}
          aria-describedby="about-value"
          .value=${live(draft.value)}
          @input=${({ target }: Event) => change({ value: (target as HTMLInputElement).value })}
        />
        <span id="about-value" class=${fault ? 'fault' : 'hint'}>${fault ? text.t(fault, { cap }) : hint}</span>
      </div>
    </div>
    ${
      'rule' in read && read.rule
        ? html`<p class="muted">
            ${text.t('fee.example', {
              amount: text.money(EXAMPLE_CENTS),
              total: text.money(EXAMPLE_CENTS + feeCents(read.rule, EXAMPLE_CENTS)),
            })}
          </p>`
        : nothing
    }`;
}

const basisOf = ({ value }: HTMLSelectElement): FeeDraft['basis'] => (value === 'flat' ? 'flat' : 'percent');
