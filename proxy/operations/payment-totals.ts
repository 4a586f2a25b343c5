import type { PaymentGroup, PaymentTotals } from '../../src/contract/payment-report.js';
import type { Actor, Deps } from '../deps.js';
import { filteredPayments, type PaymentFilter } from './payment-filter.js';
import { requirePermission } from './scope.js';

const BOOKED = ['approved', 'charge-back-requested', 'charged-back'] as const;

/** Adds up what a list of payments holds, whatever its length (the totals of Komet's Payment History Report). */
export function totalPayments(deps: Deps) {
  return async (actor: Actor, filter: PaymentFilter): Promise<PaymentTotals> => {
    requirePermission(actor, 'pay', 'pay:read');
    const select = filteredPayments(deps, actor, filter);
    const { count } = await select.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
    const rows = await select
      .where('status', 'in', BOOKED)
      .groupBy(['concept', 'method', 'card_brand'])
      .orderBy('concept', 'desc')
      .orderBy('method')
      .orderBy('card_brand')
      .select(({ fn }) => [
        'concept',
        'method',
        'card_brand',
        fn.countAll<number>().as('count'),
        fn.sum<string>('amount_cents').as('amount'),
        fn.sum<string>('fee_cents').as('fee'),
      ])
      .execute();
    const groups = rows.map(({ concept, method, card_brand: brand, count: size, amount, fee }): PaymentGroup => ({
      concept,
      method,
      ...(brand && { brand }),
      count: size,
      totalCents: Number(amount) + Number(fee),
      feeCents: Number(fee),
    }));
    return {
      count,
      bookedCount: groups.reduce((sum, group) => sum + group.count, 0),
      netCents: groups.reduce((sum, group) => sum + group.totalCents, 0),
      groups,
    };
  };
}
