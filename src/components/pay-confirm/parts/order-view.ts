import { html, nothing } from 'lit';
import type { Order } from '../../../contract/order.js';
import type { Payment, PaymentRequest } from '../../../contract/payment.js';
import { isOpen, type OperationState } from '../../../controllers/operation-state.js';
import type { WriteState } from '../../../controllers/write.js';
import '../../ui/dialog/dialog.js';
import { later } from '../../ui/later.js';
import { openOutcome } from '../../ui/payment/open-outcome.js';
import { actionsOf, type Action, type ActionConditions } from './actions.js';
import type { OrderAccount } from './load-order.js';
import { actionBar, confirmationNotice, heldNotice, orderHead } from './order-head.js';
import type { Text } from './text.js';

export interface OrderState {
  readonly account: OrderAccount;
  readonly operation: OperationState;
  readonly confirm: WriteState<Order>;
  readonly conditions: ActionConditions;
  /** Whether `Payment Information` is open. */
  readonly paying: boolean;
  readonly maySave: boolean;
}

export interface OrderActs {
  readonly act: (act: Action['act']) => void;
  readonly reload: () => Promise<void>;
  /** Asks at once what became of a payment. */
  readonly check: () => void;
  readonly submit: (request: PaymentRequest) => Promise<OperationState>;
  readonly close: () => void;
  readonly done: () => void;
}

/** The order, and what is to be done, under way or done about it. */
export function orderView(text: Text, state: OrderState, acts: OrderActs) {
  return html`${orderHead(text, state.account)} ${content(text, state, acts)}`;
}

function content(text: Text, state: OrderState, acts: OrderActs) {
  const { account, operation } = state;
  if (isOpen(operation)) return openOutcome(text, operation, acts.check);
  if (operation.status === 'done') return receipt(operation.payment, account, acts);
  return html`${confirmationNotice(text, account)} ${confirmFailure(text, state)} ${actions(text, state, acts)}
  ${state.paying ? paymentWindow(text, state, acts) : nothing}`;
}

/** It goes on telling how far the confirmation has come. */
function receipt(payment: Payment, { order }: OrderAccount, { done }: OrderActs) {
  const { confirmation } = order.paymentId === payment.id ? order : payment;
  return html`<komet-ui-receipt .payment=${{ ...payment, confirmation }} .done=${done}></komet-ui-receipt>`;
}

function confirmFailure(text: Text, { confirm }: OrderState) {
  if (confirm.status !== 'failed') return nothing;
  later(() => import('../../ui/failure-notice.js'));
  return html`<komet-ui-failure-notice
    heading=${text.t('confirmation.failed')}
    .error=${confirm.error}
  ></komet-ui-failure-notice>`;
}

function actions(text: Text, { account, operation, confirm, conditions }: OrderState, acts: OrderActs) {
  const reload = () => void acts.reload();
  if (account.order.heldByPaymentId && operation.status !== 'running') return heldNotice(text, reload);
  if (confirm.status === 'running' || confirm.status === 'unknown') {
    const words = text.t(confirm.status === 'running' ? 'action.confirming' : 'action.confirmUnknown');
    return html`<p class="line" role="status"><span class="ring"></span>${words}</p>`;
  }
  return actionBar(text, actionsOf(text, account, conditions), acts.act);
}

function paymentWindow(text: Text, { account, operation, maySave }: OrderState, acts: OrderActs) {
  later(() => import('./order-payment.js'));
  return html`<komet-ui-dialog
    has-act
    heading=${text.t('window.title')}
    close-label=${text.t('window.close')}
    @close=${acts.close}
  >
    <komet-ui-order-payment
      .account=${account}
      .failure=${operation.status === 'failed' ? operation.error : undefined}
      .submit=${acts.submit}
      .reload=${acts.reload}
      ?may-save=${maySave}
    ></komet-ui-order-payment>
  </komet-ui-dialog>`;
}
