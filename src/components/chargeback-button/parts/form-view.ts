import { html, nothing } from 'lit';
import type { ChargeBackPreview } from '../../../contract/charge-back.js';
import type { ChargeBackDraft, DraftFault } from './charge-back-draft.js';
import type { Text } from './text.js';

export interface FormView {
  readonly preview: ChargeBackPreview;
  readonly draft: ChargeBackDraft;
  /** Shown once the clerk has tried to go on. */
  readonly faults: readonly DraftFault[];
  readonly change: (part: Partial<ChargeBackDraft>) => void;
}

export function formView(text: Text, view: FormView) {
  return html`<div class="form">
    ${dateField(text, view)} ${reasonField(text, view)} ${booksOnly(text, view)}
    <p class="muted">${text.t('final')}</p>
  </div>`;
}

function dateField(text: Text, { preview, draft, faults, change }: FormView) {
  const { earliestDate, today } = preview;
  const fault = faults.find((one) => one.startsWith('date'));
  const days = { date: text.date(fault === 'date.before' ? earliestDate : today) };
  return html`<div class="field">
    <label for="date">${text.t('date')}</label>
    <input
      id="date"
      type="date"
      min=${earliestDate}
      max=${today}
      .value=${draft.date ?? today}
      aria-invalid=${fault ? 'true' : 'false'}
      aria-describedby=${fault ? 'date-fault' : nothing}
      @input=${({ target }: Event) => change({ date: (target as HTMLInputElement).value })}
    />
    ${fault ? html`<p id="date-fault" class="fault">${text.t(fault, days)}</p>` : nothing}
  </div>`;
}

function reasonField(text: Text, { draft, faults, change }: FormView) {
  const isMissing = faults.includes('reason.missing');
  return html`<div class="field">
    <label for="reason">${text.t('reason')}</label>
    <textarea
      id="reason"
      rows="2"
      maxlength="200"
      required
      .value=${draft.reason}
      aria-invalid=${isMissing ? 'true' : 'false'}
      aria-describedby=${isMissing ? 'reason-fault' : nothing}
      @input=${({ target }: Event) => change({ reason: (target as HTMLTextAreaElement).value })}
    ></textarea>
    ${isMissing ? html`<p id="reason-fault" class="fault">${text.t('reason.missing')}</p>` : nothing}
  </div>`;
}

/** Nothing to choose where no card was charged, or the processor gave the money back already. */
function booksOnly(text: Text, { preview, draft, change }: FormView) {
  if (preview.moneyBack === 'nothing-charged' || preview.moneyBack === 'already-returned') return nothing;
  return html`<label class="check">
    <input
      type="checkbox"
      .checked=${draft.booksOnly}
      @change=${({ target }: Event) => change({ booksOnly: (target as HTMLInputElement).checked })}
    />
    <span>${text.t('booksOnly')}</span>
  </label>`;
}
