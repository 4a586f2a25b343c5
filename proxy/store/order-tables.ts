import type { Generated } from 'kysely';

/** Tables of Pay & Confirm. */

/** An instant as `YYYY-MM-DDTHH:mm:ss.sssZ`. */
type Instant = string;

/** `intended` until the payment is approved; then `pending` until Komet has confirmed the order or refused to. */
export type ConfirmationState = 'intended' | 'pending' | 'confirmed' | 'refused';

/** The confirmation of an order that follows its payment; repeated under its payment's id until Komet has answered. */
export interface OrderConfirmationTable {
  company_id: string;
  payment_id: string;
  order_id: string;
  state: ConfirmationState;
  next_try_at: Instant | null;
  tries: Generated<number>;
  last_message: string | null;
}
