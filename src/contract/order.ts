import * as z from 'zod/mini';
import { integrationState } from './location.js';
import { confirmation } from './payment.js';
import { cents, id, isoDate, nonNegativeCents } from './primitives.js';
import { customerSettings, locationSettings } from './setting.js';

export const orderStatus = z.enum(['pending', 'confirmed', 'draft', 'voided']);

/** An order of Order Entry. Confirming makes it the customer's invoice under the same id. */
export const order = z.object({
  id,
  number: z.string(),
  customerId: id,
  customerName: z.string(),
  locationId: id,
  status: orderStatus,
  shipDate: isoDate,
  customerPo: z.optional(z.string()),
  totalCents: cents,
  /** What is still to be paid. */
  openCents: nonNegativeCents,
  /** Set while a payment of this order is under way. */
  heldByPaymentId: z.optional(id),
  /** The last approved payment of this order, and how far confirming it has come. */
  paymentId: z.optional(id),
  confirmation,
  /** What decides its buttons, for `orderButtons`. */
  conditions: z.object({
    location: z.pick(locationSettings, { allowPaymentUponConfirmation: true }),
    customer: customerSettings,
    integrationState,
  }),
});

export const orderQuery = z.object({
  locationId: z.optional(id),
  customerId: z.optional(id),
  status: z.optional(orderStatus),
});

/** Soonest ship date first, at most 200. */
export const orderList = z.object({ orders: z.array(order) });

export type Order = z.infer<typeof order>;
