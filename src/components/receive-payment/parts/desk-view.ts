import { html, nothing } from 'lit';
import type { DraftReview } from '../../../domain/draft-review.js';
import { amountCents, chosenCreditCents } from '../../../domain/payment-draft.js';
import { sumOf } from '../../../domain/payment-plan.js';
import type { MoneyTypedEvent } from '../../ui/money-field/money-field.js';
import { later } from '../../ui/later.js';
import type { Account } from './account.js';
import type { DraftEvent, UnreadableEvent } from '../../ui/payment/draft-event.js';
import type { faultList, FormFault } from './fault-list.js';
import type { Form } from './form.js';
import { withText } from './form.js';
import { isLasting, stopText, type PayStop } from './pay-stop.js';
import { notesField, paymentForm } from './payment-form.js';
import type { Refusal } from '../../ui/payment/refusal.js';
import { methodChoice } from '../../ui/payment/method-choice.js';
import type { RefusalView } from '../../ui/payment/refusal-view.js';
import { reviewPanel } from './review.js';
import type { Text } from './text.js';

export interface DeskState {
  readonly account: Account;
  readonly form: Form;
  readonly review: DraftReview;
  readonly faults: readonly FormFault[];
  readonly stop: PayStop | undefined;
  /** `card`: the card is being turned into a token; `bank`: the payment is on its way. */
  readonly stage: 'idle' | 'card' | 'bank';
  readonly slow: boolean;
  readonly refusal: Refusal | undefined;
  /** Undefined until its code is there. */
  readonly refusals: RefusalView | undefined;
  readonly faultList: typeof faultList | undefined;
  readonly maySave: boolean;
}

export interface DeskActs {
  readonly setForm: (part: Partial<Form>) => void;
  readonly setDraft: (event: DraftEvent) => void;
  readonly setText: (event: UnreadableEvent) => void;
  readonly go: (fault: FormFault) => void;
  readonly pay: () => void;
  readonly reload: () => void;
  readonly dismiss: () => void;
}

export function deskView(text: Text, state: DeskState, acts: DeskActs) {
  const { account, form } = state;
  return html`<div class="layout">
    <div class="main" .inert=${state.stage !== 'idle'}>
      ${stopNotice(text, state)} ${creditsBanner(text, state)} ${empty(text, state)}
      <komet-ui-invoice-table
        .items=${account.items}
        .draft=${form.draft}
        .unreadable=${form.unreadable}
        today=${account.today}
        ?hidden=${account.items.invoices.length === 0}
        ?readonly=${isLasting(state.stop)}
        @komet-ui-draft=${acts.setDraft}
        @komet-ui-unreadable=${acts.setText}
      ></komet-ui-invoice-table>
      <komet-ui-credits-window
        .credits=${account.items.credits}
        .draft=${form.draft}
        @komet-ui-draft=${acts.setDraft}
      ></komet-ui-credits-window>
    </div>
    <section class="pay" aria-labelledby="pay-title" aria-busy=${state.stage === 'idle' ? 'false' : 'true'}>
      <h2 id="pay-title">${text.t('payment.title')}</h2>
      ${refusal(state, acts)} ${state.faultList?.(text, { faults: state.faults, items: account.items, go: acts.go })}
      ${entry(text, state, acts)} ${settle(text, state, acts)}
    </section>
  </div>`;
}

/** Said where the clerk begins and not only at the button: nobody should fill in a form that can't be sent. */
function stopNotice(text: Text, { stop }: DeskState) {
  return html`<div class="stop" role="status">
    ${stop ? html`<p class="notice warning">${stopText(text, stop)}</p>` : nothing}
  </div>`;
}

function creditsBanner(text: Text, { account, form, stop }: DeskState) {
  const { credits } = account.items;
  const free = sumOf(
    credits.filter((credit) => !credit.heldByPaymentId),
    (credit) => credit.openCents,
  );
  if (free === 0) return nothing;
  later(() => import('../../ui/payment/credits-window.js'));
  const chosen = chosenCreditCents(form.draft, credits);
  const amount = text.money(chosen || free);
  return html`<p class="notice info">
    <span class="text">
      ${text.t(chosen ? 'credits.applied' : 'credits.banner', { amount })}
      ${
        isLasting(stop)
          ? nothing
          : html`<button type="button" class="link" @click=${openCredits}>
              ${text.t(chosen ? 'credits.change' : 'credits.open')}
            </button>`
      }
    </span>
  </p>`;
}

async function openCredits(event: Event) {
  const root = (event.target as HTMLElement).getRootNode() as ShadowRoot;
  await customElements.whenDefined('komet-ui-credits-window');
  root.querySelector('komet-ui-credits-window')?.show();
}

function empty(text: Text, { account }: DeskState) {
  if (account.items.invoices.length > 0 || !account.location) return nothing;
  return html`<div class="nothing"><p class="muted">${text.t('receive.noOpenInvoices')}</p></div>`;
}

function refusal({ refusal, refusals, review, form }: DeskState, acts: DeskActs) {
  if (!refusal || !refusals) return nothing;
  return refusals.render(refusal, {
    totalCents: review.totalCents,
    reason: form.duplicateReason,
    change: (duplicateReason) => acts.setForm({ duplicateReason }),
    confirm: acts.pay,
    cancel: () => {
      acts.setForm({ duplicateReason: '' });
      acts.dismiss();
    },
    reload: acts.reload,
  });
}

function entry(text: Text, state: DeskState, acts: DeskActs) {
  const { account, form, review } = state;
  const short = review.faults.find((fault) => fault.kind === 'amount-short');
  const readonly = isLasting(state.stop);
  return html`<div class="entry" .inert=${state.stage !== 'idle'}>
    ${paymentForm(text, {
      amountCents: amountCents(form.draft, account.items.credits),
      typed: form.draft.typedCents !== undefined,
      unreadable: form.unreadable.get('amount') ?? '',
      date: form.date,
      today: account.today,
      readonly,
      shortByCents: short?.byCents ?? 0,
      typeAmount: (event) => typeAmount(event, form, acts),
      followSelection: () => acts.setForm({ draft: { ...form.draft, typedCents: undefined } }),
      changeDate: (date) => acts.setForm({ date }),
    })}
    ${readonly ? nothing : method(text, state, acts)}
    ${readonly ? nothing : notesField(text, form.notes, (notes) => acts.setForm({ notes }))}
  </div>`;
}

/** An emptied amount follows the selection again. */
function typeAmount({ reading, text }: MoneyTypedEvent, form: Form, acts: DeskActs) {
  if (!reading.ok) {
    acts.setForm(withText(form, 'amount', text));
    return;
  }
  const typedCents = text.trim() === '' ? undefined : reading.cents;
  acts.setForm({ ...withText(form, 'amount', ''), draft: { ...form.draft, typedCents } });
}

function method(text: Text, { account, form, maySave, review, refusal }: DeskState, acts: DeskActs) {
  if (!account.location || (review.totalCents === 0 && review.creditsAppliedCents > 0)) return nothing;
  return methodChoice(text, {
    method: form.method,
    choose: (chosen) => acts.setForm({ method: chosen }),
    locationId: account.location.id,
    cards: account.cards,
    today: account.today,
    declinedCardId: refusal?.kind === 'declined' ? (refusal.cardId ?? '') : '',
    maySave,
  });
}

function settle(text: Text, state: DeskState, acts: DeskActs) {
  const { account, form, review, stop } = state;
  if (stop?.kind === 'read-only') return nothing;
  return html`<div class="settle">
    ${reviewPanel(text, {
      review,
      feeRule: account.location?.feeRule,
      customerName: account.customer.name,
      confirmed: form.draft.confirmedOverpaymentCents === review.overpaymentCents,
      confirm: (cents) => acts.setForm({ draft: { ...form.draft, confirmedOverpaymentCents: cents } }),
    })}
    ${payButton(text, state, acts)}
    <p class="why" id="why">${stop ? stopText(text, stop) : nothing}</p>
    <p class="progress" role="status">${progress(text, state)}</p>
  </div>`;
}

function payButton(text: Text, { review, stop, stage }: DeskState, acts: DeskActs) {
  const off = stop !== undefined || stage !== 'idle';
  return html`<button
    id="pay"
    type="button"
    class="primary"
    aria-disabled=${off ? 'true' : 'false'}
    aria-describedby="why"
    @click=${acts.pay}
  >
    ${payLabel(text, review)}
  </button>`;
}

function payLabel(text: Text, review: DraftReview): string {
  if (review.totalCents > 0) return text.t('payment.pay', { amount: text.money(review.totalCents) });
  if (review.creditsAppliedCents > 0)
    return text.t('payment.applyCredits', { amount: text.money(review.creditsAppliedCents) });
  return text.t('payment.payNothing');
}

function progress(text: Text, { stage, slow, review }: DeskState) {
  if (stage !== 'idle')
    return html`<span class="line"
      ><span class="ring"></span>${text.t(slow ? 'progress.slow' : `progress.${stage}`)}</span
    >`;
  if (review.invoiceCount === 0) return nothing;
  return html`<span class="visually-hidden">
    ${text.t('review.announce', {
      applied: text.money(review.appliedCents),
      count: text.t('review.invoices', { count: review.invoiceCount }),
      total: text.money(review.totalCents),
    })}
  </span>`;
}
