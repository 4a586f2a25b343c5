import { html, nothing } from 'lit';
import type { FeeRule } from '../../../contract/location.js';
import type { DraftReview } from '../../../domain/draft-review.js';
import type { Text } from './text.js';

export interface ReviewView {
  readonly review: DraftReview;
  readonly feeRule: FeeRule | undefined;
  readonly customerName: string;
  readonly confirmed: boolean;
  readonly confirm: (cents: number) => void;
}

/** Where every cent goes, line by line, down to what the card is charged. */
export function reviewPanel(text: Text, view: ReviewView) {
  const { review } = view;
  const line = (label: string, cents: number) =>
    cents === 0
      ? nothing
      : html`<div>
          <dt>${label}</dt>
          <dd>${text.money(cents)}</dd>
        </div>`;
  return html`<section class="review" aria-labelledby="review-title">
    <h3 id="review-title" class="visually-hidden">${text.t('review.title')}</h3>
    <dl>
      ${line(text.t('review.invoices', { count: review.invoiceCount }), review.appliedCents)}
      ${line(text.t('review.credits'), -review.creditsAppliedCents)}
      ${line(text.t('review.overpayment'), review.overpaymentCents)}
      ${view.feeRule ? line(text.t(`review.${view.feeRule.kind}`), review.feeCents) : nothing}
      <div class="total">
        <dt>${text.t('review.total')}</dt>
        <dd>${text.money(review.totalCents)}</dd>
      </div>
    </dl>
    ${
      review.discountCents > 0
        ? html`<p class="hint between">
            <span>${text.t('review.discount')}</span><span>${text.money(review.discountCents)}</span>
          </p>`
        : nothing
    }
    ${
      review.balanceLeftCents > 0
        ? html`<p class="hint">${text.t('review.left', { amount: text.money(review.balanceLeftCents) })}</p>`
        : nothing
    }
    ${review.overpaymentCents > 0 ? overpayment(text, view) : nothing}
  </section>`;
}

function overpayment(text: Text, view: ReviewView) {
  const cents = view.review.overpaymentCents;
  return html`<label class="check confirm">
    <input
      id="confirm-overpayment"
      type="checkbox"
      .checked=${view.confirmed}
      @change=${(event: Event) => view.confirm((event.target as HTMLInputElement).checked ? cents : 0)}
    />
    <span>${text.t('review.confirmOverpayment', { amount: text.money(cents), customer: view.customerName })}</span>
  </label>`;
}
