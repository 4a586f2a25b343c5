import { html, nothing } from 'lit';
import type { Action, OrderActions } from './actions.js';
import type { OrderAccount } from './load-order.js';
import type { Text } from './text.js';

/** Which order this is and what it comes to. */
export function orderHead(text: Text, { order, locationName }: OrderAccount) {
  const t = text.t;
  return html`<div class="head">
    <div class="who">
      <h2>
        ${t('order.title', { number: order.number })}
        <span class="tag ${order.status === 'confirmed' ? 'success' : ''}">${t(`order.status.${order.status}`)}</span>
      </h2>
      <p>${order.customerName}</p>
      <p class="muted">
        ${[locationName, t('order.ships', { date: text.date(order.shipDate) }), order.customerPo]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </div>
    <dl>
      <div>
        <dt>${t('order.total')}</dt>
        <dd>${text.money(order.totalCents)}</dd>
      </div>
    </dl>
  </div>`;
}

/** The buttons, what stops them, and why there are no others. */
export function actionBar(text: Text, { actions, reason }: OrderActions, act: (act: Action['act']) => void) {
  const stop = actions.find((action) => action.stop)?.stop;
  return html`${
      actions.length > 0
        ? html`<div class="actions">
            ${actions.map(
              (action) =>
                html`<button
                  type="button"
                  class=${action.act === 'confirm' ? '' : 'primary'}
                  aria-disabled=${action.stop ? 'true' : 'false'}
                  aria-describedby="why"
                  @click=${() => (action.stop ? undefined : act(action.act))}
                >
                  ${text.t(`action.${action.act}`)}
                </button>`,
            )}
          </div>`
        : nothing
    }
    <p id="why" class="muted">${stop ?? reason ?? nothing}</p>`;
}

/** Somebody else is paying this order just now. */
export function heldNotice(text: Text, reload: () => void) {
  return html`<div class="notice warning" role="status">
    <div class="text">
      <strong>${text.t('held.title')}</strong>
      <p>${text.t('held.text')}</p>
    </div>
    <button type="button" @click=${reload}>${text.t('action.reload')}</button>
  </div>`;
}

/** How confirming a paid order goes on by itself. */
export function confirmationNotice(text: Text, { order }: OrderAccount) {
  if (order.confirmation === 'pending')
    return html`<p class="notice info" role="status">${text.t('confirmation.pending')}</p>`;
  if (order.confirmation === 'refused' && order.status === 'pending')
    return html`<p class="notice warning" role="alert">${text.t('confirmation.refused')}</p>`;
  return nothing;
}
