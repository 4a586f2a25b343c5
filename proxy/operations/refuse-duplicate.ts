import { sql } from 'kysely';
import type { Actor, Deps } from '../deps.js';
import { brokenRule } from '../problem-error.js';
import type { Tx } from '../store/store.js';
import { instant } from './instants.js';
import type { PaymentIntent } from './payment-intent.js';

const DUPLICATE_WINDOW_MS = 10 * 60_000;

const terminalOf = ({ source }: PaymentIntent['request']): string | undefined =>
  source && 'terminalId' in source ? source.terminalId : undefined;

/**
 * Asks for a reason when the same customer paid the same amount for the same invoice, with the same card or at the same terminal
 * minutes ago.
 */
export async function refuseDuplicate(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  { request, feeCents, charge }: PaymentIntent,
): Promise<void> {
  if (request.duplicateReason || !charge) return;
  const invoiceIds = request.allocations.map((line) => line.invoiceId);
  const alike = await tx
    .selectFrom('payment')
    .select('id')
    .where('company_id', '=', actor.companyId)
    .where('customer_id', '=', request.customerId)
    .where('concept', '=', 'payment')
    .where('status', 'in', ['approved', 'requested', 'unknown'])
    .where(sql<number>`amount_cents + fee_cents`, '=', request.amountCents + feeCents)
    .where('created_at', '>', instant(deps.clock() - DUPLICATE_WINDOW_MS))
    .where((eb) =>
      eb.or([
        eb('card_id', '=', charge.card?.id ?? ''),
        eb('terminal_id', '=', terminalOf(request) ?? ''),
        eb.exists(
          eb
            .selectFrom('payment_allocation')
            .select('invoice_id')
            .whereRef('payment_allocation.company_id', '=', 'payment.company_id')
            .whereRef('payment_allocation.payment_id', '=', 'payment.id')
            .where('invoice_id', 'in', invoiceIds.length > 0 ? invoiceIds : ['']),
        ),
      ]),
    )
    .executeTakeFirst();
  if (!alike) return;
  throw brokenRule('suspected-duplicate', 'A payment like this was taken minutes ago; give a reason to take another', {
    items: [{ id: alike.id, paymentId: alike.id }],
  });
}
