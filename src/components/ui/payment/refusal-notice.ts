import { html, nothing } from 'lit';
import type { BalanceChange } from '../../../domain/draft-review.js';
import type { PayError } from '../../../services/pay-error.js';
import type { Refusal } from './refusal.js';
import type { OutcomeText } from './outcome-text.js';

export interface RefusalActs {
  readonly reload: () => void;
  /** Words for an error that this screen has no own message for. */
  readonly describe: (error: PayError) => string;
}

interface Message {
  readonly tone: 'danger' | 'warning';
  readonly title: string;
  readonly lines: readonly string[];
  readonly small?: string | undefined;
}

/** A title, one plain cause, one next step; it takes the focus, since the clerk must read it before trying again. */
export function refusalNotice(text: OutcomeText, refusal: Refusal, acts: RefusalActs) {
  const message = messageOf(text, refusal, acts.describe);
  return html`<div id="refusal" class="notice ${message.tone}" role="alert" tabindex="-1">
    <div class="text">
      <strong>${message.title}</strong>
      ${message.lines.map((line) => html`<p>${line}</p>`)}
      ${message.small ? html`<small class="muted">${message.small}</small>` : nothing}
    </div>
    ${
      refusal.kind === 'busy-invoices'
        ? html`<button type="button" @click=${acts.reload}>${text.t('busy.reload')}</button>`
        : nothing
    }
  </div>`;
}

function messageOf(text: OutcomeText, refusal: Refusal, describe: RefusalActs['describe']): Message {
  const t = text.t;
  switch (refusal.kind) {
    case 'declined':
      return {
        tone: 'danger',
        title: t('declined.title'),
        lines: [describe(refusal.error), t('declined.noMoney')],
        small: refusal.code && t('declined.code', { code: refusal.code }),
      };
    case 'failed':
      return {
        tone: 'danger',
        title: t(refusal.error.payment?.status === 'cancelled' ? 'failed.cancelled' : 'failed.title'),
        lines: [...(refusal.error.payment?.failure ? [describe(refusal.error)] : []), t('failed.safe')],
      };
    case 'changed':
      return {
        tone: 'warning',
        title: t('changed.title'),
        lines: [t('changed.text'), ...refusal.changes.map((change) => changeText(text, change))],
      };
    case 'busy-invoices': {
      const numbers = refusal.numbers.join(', ');
      return { tone: 'warning', title: t('busy.title'), lines: [t('busy.invoices', { numbers })] };
    }
    case 'duplicate':
      return { tone: 'warning', title: t('duplicate.title'), lines: [] };
    case 'other':
      return {
        tone: 'danger',
        title: t('problem.title'),
        lines: [describe(refusal.error)],
        small: reference(text, refusal.error),
      };
  }
}

const reference = (text: OutcomeText, { requestId }: PayError) =>
  requestId && text.t('problem.requestId', { requestId });

function changeText(text: OutcomeText, change: BalanceChange): string {
  const before = text.money(change.beforeCents);
  if (change.nowCents === 0) return text.t('changed.gone', { number: change.number, before });
  return text.t('changed.now', { number: change.number, before, now: text.money(change.nowCents) });
}
