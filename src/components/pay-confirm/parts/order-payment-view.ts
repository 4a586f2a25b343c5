import { html, nothing } from 'lit';
import type { Method } from '../../../contract/payment.js';
import { orderButtons } from '../../../domain/order-buttons.js';
import type { OrderPayment } from '../../../domain/order-payment.js';
import { EMPTY_DRAFT, type PaymentDraft } from '../../../domain/payment-draft.js';
import { sumOf } from '../../../domain/payment-plan.js';
import { later } from '../../ui/later.js';
import type { DraftEvent } from '../../ui/payment/draft-event.js';
import { methodChoice } from '../../ui/payment/method-choice.js';
import type { Refusal } from '../../ui/payment/refusal.js';
import type { RefusalView } from '../../ui/payment/refusal-view.js';
import type { OrderAccount } from './load-order.js';
import type { Text } from './text.js';

export interface OrderPaymentState {
  readonly account: OrderAccount;
  readonly review: OrderPayment;
  readonly creditIds: readonly string[];
  readonly method: Method;
  readonly maySave: boolean;
  /** `card`: the card is being turned into a token; `bank`: the payment is on its way. */
  readonly stage: 'idle' | 'card' | 'bank';
  readonly slow: boolean;
  readonly refusal: Refusal | undefined;
  /** Undefined until its code is there. */
  readonly refusals: RefusalView | undefined;
  readonly duplicateReason: string;
}

export interface OrderPaymentActs {
  readonly pay: () => void;
  readonly chooseMethod: (method: Method) => void;
  readonly chooseCredits: (creditIds: readonly string[]) => void;
  readonly giveReason: (reason: string) => void;
  readonly dismiss: () => void;
  readonly reload: () => void;
}

export function orderPaymentView(text: Text, state: OrderPaymentState, acts: OrderPaymentActs) {
  const busy = state.stage !== 'idle';
  const stop = stopOf(text, state);
  return html`<div class="entry" .inert=${busy} aria-busy=${busy ? 'true' : 'false'}>
      ${refusal(state, acts)} ${credits(text, state, acts)}
      ${stop ? html`<p class="notice warning" role="status">${stop}</p>` : method(text, state, acts)}
    </div>
    ${sums(text, state)}
    <button
      id="pay"
      type="button"
      class="primary"
      aria-disabled=${busy || stop ? 'true' : 'false'}
      @click=${() => (stop ? undefined : acts.pay())}
    >
      ${state.review.totalCents > 0 ? text.money(state.review.totalCents) : text.t('window.apply')}
    </button>
    <p class="progress" role="status">
      ${
        busy
          ? html`<span class="line"
              ><span class="ring"></span>${text.t(state.slow ? 'progress.slow' : `progress.${state.stage}`)}</span
            >`
          : nothing
      }
    </p>`;
}

/** Why no card can pay here; credits that cover everything still can. */
function stopOf(text: Text, { account, review }: OrderPaymentState): string | undefined {
  const { cardMethods } = orderButtons(account.order.conditions);
  if (cardMethods.shown || review.totalCents === 0) return undefined;
  return cardMethods.reason === 'customer-restricts-cards'
    ? text.t('reason.customer-restricts-cards')
    : text.t('reason.integration-not-ready', { location: account.locationName });
}

function refusal({ refusal: told, refusals, review, duplicateReason }: OrderPaymentState, acts: OrderPaymentActs) {
  if (!told || !refusals) return nothing;
  return refusals.render(told, {
    totalCents: review.totalCents,
    reason: duplicateReason,
    change: acts.giveReason,
    confirm: acts.pay,
    cancel: () => {
      acts.giveReason('');
      acts.dismiss();
    },
    reload: acts.reload,
  });
}

function credits(text: Text, { account, creditIds }: OrderPaymentState, acts: OrderPaymentActs) {
  const free = sumOf(
    account.credits.filter((credit) => !credit.heldByPaymentId),
    (credit) => credit.openCents,
  );
  if (free === 0) return nothing;
  later(() => import('../../ui/payment/credits-window.js'));
  const chosen = sumOf(
    account.credits.filter(({ id }) => creditIds.includes(id)),
    (credit) => credit.openCents,
  );
  return html`<p class="notice info">
      <span class="text">
        ${text.t(chosen ? 'credits.applied' : 'credits.banner', { amount: text.money(chosen || free) })}
        <button type="button" class="link" @click=${openCredits}>
          ${text.t(chosen ? 'credits.change' : 'credits.open')}
        </button>
      </span>
    </p>
    <komet-ui-credits-window
      .credits=${account.credits}
      .draft=${draftOf(account, creditIds)}
      @komet-ui-draft=${({ draft }: DraftEvent) => acts.chooseCredits(draft.creditIds)}
    ></komet-ui-credits-window>`;
}

/** The credits window works on drafts: one line, the whole order. */
const draftOf = ({ order }: OrderAccount, creditIds: readonly string[]): PaymentDraft => ({
  ...EMPTY_DRAFT,
  lines: new Map([[order.id, { amountCents: order.openCents, discountCents: 0 }]]),
  creditIds,
});

async function openCredits(event: Event) {
  const root = (event.target as HTMLElement).getRootNode() as ShadowRoot;
  await customElements.whenDefined('komet-ui-credits-window');
  root.querySelector('komet-ui-credits-window')?.show();
}

function method(text: Text, state: OrderPaymentState, acts: OrderPaymentActs) {
  const { account, review, refusal: told } = state;
  if (review.totalCents === 0) return nothing;
  return methodChoice(text, {
    method: state.method,
    choose: acts.chooseMethod,
    locationId: account.order.locationId,
    cards: account.cards,
    today: account.today,
    declinedCardId: told?.kind === 'declined' ? (told.cardId ?? '') : '',
    maySave: state.maySave,
  });
}

/** Received, order and change are for the eye alone (rule R-7). */
function sums(text: Text, { account, review }: OrderPaymentState) {
  const { feeRule } = account;
  const line = (label: string, cents: number, total = false) =>
    html`<div class=${total ? 'total' : ''}>
      <dt>${label}</dt>
      <dd>${text.money(cents)}</dd>
    </div>`;
  return html`<dl class="sums">
      ${line(text.t('window.received'), review.receivedCents)} ${line(text.t('window.order'), review.orderCents)}
      ${line(text.t('window.change'), review.changeCents)}
      ${review.creditCents > 0 ? line(text.t('review.credits'), -review.creditCents) : nothing}
      ${feeRule && review.feeCents > 0 ? line(text.t(`review.${feeRule.kind}`), review.feeCents) : nothing}
      ${line(text.t('window.charged'), review.totalCents, true)}
    </dl>
    ${
      review.changeCents > 0
        ? html`<p class="hint">${text.t('window.kept', { amount: text.money(review.changeCents) })}</p>`
        : nothing
    }`;
}
