import type { Permission } from '../../../contract/session.js';
import { orderButtons } from '../../../domain/order-buttons.js';
import type { OrderAccount } from './load-order.js';
import type { Text } from './text.js';

/** One thing a clerk can do about an order, or would if nothing stood in the way. */
export interface Action {
  readonly act: 'confirm' | 'payAndConfirm' | 'pay';
  /** Why it can't be done just now; absent when it can. */
  readonly stop: string | undefined;
}

export interface OrderActions {
  readonly actions: readonly Action[];
  /** Why some button is there, or is not. */
  readonly reason: string | undefined;
}

export interface ActionConditions {
  readonly permissions: readonly Permission[];
  readonly online: boolean;
  readonly readonly: boolean;
}

/** The buttons of an order by its settings (rules ), each with what stops it. */
export function actionsOf(text: Text, { order }: OrderAccount, conditions: ActionConditions): OrderActions {
  const { confirm, payAndConfirm } = orderButtons(order.conditions);
  const stopped = (act: Action['act'], rights: readonly Permission[]): Action => ({
    act,
    stop: stopOf(text, rights, conditions),
  });
  if (order.status === 'confirmed') {
    const isPayable = order.openCents > 0 && payAndConfirm.shown;
    return {
      actions: isPayable ? [stopped('pay', ['pay:order'])] : [],
      reason: order.openCents === 0 ? text.t('order.paid') : reasonOf(text, payAndConfirm.reason),
    };
  }
  if (order.status !== 'pending') return { actions: [], reason: text.t('order.nothingToDo') };
  return {
    actions: [
      ...(confirm.shown ? [stopped('confirm', ['confirm'])] : []),
      ...(payAndConfirm.shown ? [stopped('payAndConfirm', ['pay:order', 'confirm'])] : []),
    ],
    reason: reasonOf(text, payAndConfirm.reason),
  };
}

function stopOf(text: Text, rights: readonly Permission[], conditions: ActionConditions): string | undefined {
  if (conditions.readonly) return text.t('reason.read-only');
  const missing = rights.find((right) => !conditions.permissions.includes(right));
  if (missing) return text.t('reason.no-right', { right: missing });
  return conditions.online ? undefined : text.t('reason.offline');
}

const REASONS = ['customer-requires-payment', 'location-allows-payment', 'location-does-not-allow-payment'] as const;

const reasonOf = (text: Text, reason: string): string | undefined => {
  const known = REASONS.find((one) => one === reason);
  return known && text.t(`reason.${known}`);
};
