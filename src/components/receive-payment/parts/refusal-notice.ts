import { html, nothing, type TemplateResult } from 'lit';
import type { BalanceChange } from '../../../domain/draft-review.js';
import type { PayError } from '../../../services/pay-error.js';
import type { Refusal } from './refusal.js';
import type { Text } from './text.js';

export interface RefusalActs {
  readonly reload: () => void;
  /** Words for an error that this screen has no own message for. */
  readonly describe: (error: PayError) => string;
}

type Tone = 'danger' | 'warning';

interface Message {
  readonly tone: Tone;
  readonly title: string;
  readonly lines: readonly (string | TemplateResult)[];
  readonly small?: string | undefined;
}

/** A title, one plain cause, one next step; it takes the focus, since the clerk must read it before trying again. */
export function refusalNotice(text: Text, refusal: Refusal, acts: RefusalActs) {
  const message = messageOf(text, refusal, acts.describe);
  const busy = refusal.kind === 'busy-invoices' || refusal.kind === 'busy-credits';
  return html`<div id="refusal" class="notice ${message.tone}" role="alert" tabindex="-1">
    <div class="text">
      <strong>${message.title}</strong>
      ${message.lines.map((line) => html`<p>${line}</p>`)}
      ${message.small ? html`<small class="muted">${message.small}</small>` : nothing}
    </div>
    ${busy ? html`<button type="button" @click=${acts.reload}>${text.t('busy.reload')}</button>` : nothing}
  </div>`;
}

function messageOf(text: Text, refusal: Refusal, describe: RefusalActs['describe']): Message {
  const t = text.t;
  switch (refusal.kind) {
    case 'declined':
      return {
        tone: 'danger',
        title: t('declined.title'),
        lines: [
          t(`declined.${refusal.cause}.cause`),
          `${t(`declined.${refusal.cause}.next`)} ${t('declined.noMoney')}`,
        ],
        small: refusal.code && t('declined.code', { code: refusal.code }),
      };
    case 'failed':
      return {
        tone: 'danger',
        title: t('failed.title'),
        lines: [...(refusal.cause ? [t(`failed.${refusal.cause}`)] : []), t('failed.safe')],
      };
    case 'changed':
      return {
        tone: 'warning',
        title: t('changed.title'),
        lines: [t('changed.text'), ...refusal.changes.map((change) => changeText(text, change))],
      };
    case 'fee-changed':
      return { tone: 'warning', title: t('changed.title'), lines: [t('changed.fee')] };
    case 'busy-invoices':
      return {
        tone: 'warning',
        title: t('busy.title'),
        lines: [t('busy.invoices', { count: refusal.numbers.length, numbers: refusal.numbers.join(', ') })],
      };
    default:
      return otherMessage(text, refusal, describe);
  }
}

function otherMessage(text: Text, refusal: Refusal, describe: RefusalActs['describe']): Message {
  const t = text.t;
  const message = (line: string, small?: string): Message => ({
    tone: 'danger',
    title: t('problem.title'),
    lines: [line],
    small,
  });
  switch (refusal.kind) {
    case 'busy-credits':
      return { tone: 'warning', title: t('busy.title'), lines: [t('busy.credits')] };
    case 'vetoed':
      return { tone: 'warning', title: t('vetoed.title'), lines: [t('vetoed.text')] };
    case 'card-incomplete':
      return message(t('card.incomplete'));
    case 'card-unavailable':
      return message(t('card.frameFailed'));
    case 'other':
      return message(describe(refusal.error), reference(text, refusal.error));
    default:
      return message(t('failed.safe'));
  }
}

const reference = (text: Text, { requestId }: PayError) => requestId && text.t('problem.reference', { requestId });

function changeText(text: Text, change: BalanceChange): string {
  const before = text.money(change.beforeCents);
  if (change.nowCents === 0) return text.t('changed.gone', { number: change.number, before });
  return text.t('changed.now', { number: change.number, before, now: text.money(change.nowCents) });
}
