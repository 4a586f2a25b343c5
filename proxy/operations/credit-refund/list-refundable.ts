import type { RefundableCredit, RefundableCreditList } from '../../../src/contract/credit-refund.js';
import type { Actor, Deps } from '../../deps.js';
import type { KometCredit } from '../../komet/port.js';
import { dayIn } from '../instants.js';
import { balanceOf, holders, openBalances } from '../open-balances.js';
import { mayUseLocation, requireCustomer, requireLocation, requirePermission } from '../scope.js';
import { findSource, leftOfCharge } from './source.js';

interface RefundableQuery {
  readonly customerId: string;
  readonly locationId?: string | undefined;
}

/** The open credits of a customer, at one location or all of the session's, that came from card payments there (rule R-29). */
export function listRefundableCredits(deps: Deps) {
  return async (actor: Actor, query: RefundableQuery): Promise<RefundableCreditList> => {
    requirePermission(actor, 'refund');
    if (query.locationId) await requireLocation(deps, actor, query.locationId);
    await requireCustomer(deps, actor, query.customerId);
    const { companyId } = actor;
    const place = query.locationId ? { locationId: query.locationId } : {};
    const all = await deps.komet.listOpenCredits(companyId, { customerId: query.customerId, ...place });
    const found = all.filter((credit) => mayUseLocation(actor, credit.locationId));
    const zones = new Map((await deps.komet.listLocations(companyId)).map(({ id, timeZone }) => [id, timeZone]));
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
      const today = dayIn(zones.get(credit.locationId) ?? 'UTC', deps.clock());
      if (refundable) credits.push({ ...refundable, today, ...(heldByPaymentId && { heldByPaymentId }) });
    }
    return { credits };
  };
}

async function refundableOf(
  deps: Deps,
  companyId: string,
  credit: KometCredit,
  openCents: number,
): Promise<Omit<RefundableCredit, 'today'> | undefined> {
  const source = await findSource(deps, companyId, credit);
  if (source?.payment.location_id !== credit.locationId) return undefined;
  const refundableCents = Math.min(openCents, await leftOfCharge(deps.store.db, source));
  if (refundableCents <= 0) return undefined;
  const { id: paymentId, control_number: controlNumber, card_brand: brand, card_last4: last4 } = source.payment;
  return {
    creditId: credit.id,
    number: credit.number,
    locationId: credit.locationId,
    date: credit.date,
    refundableCents,
    paymentId,
    controlNumber: controlNumber ?? 0,
    ...(brand && last4 && { card: { brand, last4 } }),
  };
}
