import type { RefundableCredit, RefundableCreditList } from '../../../src/contract/credit-refund.js';
import type { Actor, Deps } from '../../deps.js';
import type { KometCredit } from '../../komet/port.js';
import { dayIn } from '../instants.js';
import { balanceOf, holders, openBalances } from '../open-balances.js';
import { requireCustomer, requireLocation, requirePermission } from '../scope.js';
import { findSource, leftOfCharge } from './source.js';

/** The open credits of a customer at a location that came from card payments there (rule R-29). */
export function listRefundableCredits(deps: Deps) {
  return async (actor: Actor, query: { customerId: string; locationId: string }): Promise<RefundableCreditList> => {
    requirePermission(actor, 'refund');
    const { timeZone } = await requireLocation(deps, actor, query.locationId);
    await requireCustomer(deps, actor, query.customerId);
    const { companyId } = actor;
    const found = await deps.komet.listOpenCredits(companyId, query);
    const held = await holders(
      deps.store.db,
      companyId,
      'credit',
      found.map(({ id }) => id),
    );
    const open = await openBalances(deps.store.db, companyId, 'credit', found.map(balanceOf));
    const credits: RefundableCredit[] = [];
    for (const credit of found) {
      const refundable = await refundableOf(deps, companyId, credit, open.get(credit.id) ?? 0);
      const heldByPaymentId = held.get(credit.id);
      if (refundable) credits.push({ ...refundable, ...(heldByPaymentId && { heldByPaymentId }) });
    }
    return { credits, today: dayIn(timeZone, deps.clock()) };
  };
}

async function refundableOf(
  deps: Deps,
  companyId: string,
  credit: KometCredit,
  openCents: number,
): Promise<RefundableCredit | undefined> {
  const source = await findSource(deps, companyId, credit);
  if (source?.payment.location_id !== credit.locationId) return undefined;
  const refundableCents = Math.min(openCents, await leftOfCharge(deps.store.db, source));
  if (refundableCents <= 0) return undefined;
  const { id: paymentId, control_number: controlNumber, card_brand: brand, card_last4: last4 } = source.payment;
  return {
    creditId: credit.id,
    number: credit.number,
    date: credit.date,
    refundableCents,
    paymentId,
    controlNumber: controlNumber ?? 0,
    ...(brand && last4 && { card: { brand, last4 } }),
  };
}
