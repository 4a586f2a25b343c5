import type { ChargeBackPreview, ChargeBackRefusal } from '../../../src/contract/charge-back.js';
import type { Payment } from '../../../src/contract/payment.js';
import { isOutcomeKnown } from '../../../src/domain/payment-status.js';
import type { Actor, Deps } from '../../deps.js';
import type { KometCredit } from '../../komet/port.js';
import { viewById, type PaymentRow } from '../payment-view.js';
import { lookUpIfDue } from '../recover.js';
import { findCharge, readWayBack, requireAccountOf } from '../reversal/way-back.js';
import { reversalDay } from './charge-back-date.js';
import { findChargeBack, requireOriginal } from './original.js';
import { readOverpayment } from './overpayment.js';
import { readReopened } from './reopened.js';
import { whyNot } from './why-not.js';

/** Tells what a charge back would do now, or why there can be none. One under way is looked up at the gateway first. */
export function previewChargeBack(deps: Deps) {
  return async (actor: Actor, query: { paymentId: string; date?: string | undefined }): Promise<ChargeBackPreview> => {
    const seen = await requireOriginal(deps, actor, query.paymentId);
    const underWay = await findChargeBack(deps.store.db, seen);
    await lookUpIfDue(deps, actor.companyId, underWay?.id ?? seen.id);
    const original = await requireOriginal(deps, actor, query.paymentId);
    const chargeBack = await findChargeBack(deps.store.db, original);
    const credit = isOutcomeKnown(original.status) ? await readOverpayment(deps, original) : undefined;
    const day = await reversalDay(deps, actor, original, query.date);
    const refusal: ChargeBackRefusal | undefined =
      (await whyNot(deps, original, credit)) ?? (day.refusal && { reason: day.refusal, spentBy: [] });
    return {
      payment: await view(deps, original),
      earliestDate: original.date,
      today: day.today,
      ...(await moneyOf(deps, original)),
      invoices: await readReopened(deps, original),
      creditsBack: await creditsBackOf(deps, original),
      ...creditRemovedOf(original, credit),
      ...(refusal && { refusal }),
      ...(chargeBack && { chargeBack: await view(deps, chargeBack) }),
    };
  };
}

async function view(deps: Deps, row: PaymentRow): Promise<Payment> {
  const payment = await viewById(deps.store.db, row.company_id, row.id);
  if (!payment) throw new Error(`Payment ${row.id} vanished`);
  return payment;
}

async function moneyOf(
  deps: Deps,
  original: PaymentRow,
): Promise<Pick<ChargeBackPreview, 'moneyBack' | 'returnedCents' | 'card'>> {
  const charge = await findCharge(deps.store.db, original.company_id, original.id);
  if (!charge) return { moneyBack: 'nothing-charged', returnedCents: 0 };
  const { card_brand: brand, card_last4: last4, status } = original;
  const account = status === 'approved' ? await requireAccountOf(deps, charge, original.location_id) : undefined;
  const moneyBack = account && (await readWayBack(deps, account, charge));
  return {
    returnedCents: charge.amount_cents + charge.fee_cents,
    ...(brand && last4 && { card: { brand, last4 } }),
    ...(moneyBack && { moneyBack }),
  };
}

async function creditsBackOf(deps: Deps, original: PaymentRow): Promise<ChargeBackPreview['creditsBack']> {
  const uses = await deps.store.db
    .selectFrom('payment_credit')
    .select(['credit_id', 'amount_cents'])
    .where('company_id', '=', original.company_id)
    .where('payment_id', '=', original.id)
    .orderBy('credit_id')
    .execute();
  const credits = await deps.komet.readCredits(
    original.company_id,
    uses.map((use) => use.credit_id),
  );
  return uses.map(({ credit_id: creditId, amount_cents: amountCents }) => {
    const number = credits.find(({ id }) => id === creditId)?.number;
    return { creditId, amountCents, ...(number && { number }) };
  });
}

function creditRemovedOf(
  { overpayment_cents: amountCents }: PaymentRow,
  credit: KometCredit | undefined,
): Pick<ChargeBackPreview, 'creditRemoved'> {
  return amountCents > 0 ? { creditRemoved: { amountCents, ...(credit && { number: credit.number }) } } : {};
}
