import type { CustomerSettings, CustomerSettingsChange } from '../../../src/contract/setting.js';
import type { Actor, Deps } from '../../deps.js';
import { brokenRule } from '../../problem-error.js';
import type { Db, Tx } from '../../store/store.js';
import { recordEvent } from '../events.js';
import { once } from '../idempotency.js';
import { instant } from '../instants.js';
import { requireCustomer, requirePermission } from '../scope.js';

/** What is asked of a customer at confirmation; nothing until it is set. The caller has checked who asks. */
export async function readCustomerSettings(
  deps: Deps,
  companyId: string,
  customerId: string,
): Promise<CustomerSettings> {
  return readFrom(deps.store.db, companyId, customerId);
}

async function readFrom(db: Db, companyId: string, customerId: string): Promise<CustomerSettings> {
  const row = await db
    .selectFrom('customer_setting')
    .selectAll()
    .where('company_id', '=', companyId)
    .where('customer_id', '=', customerId)
    .executeTakeFirst();
  return {
    requirePaymentUponConfirmation: row?.require_payment_upon_confirmation ?? false,
    requireCreditCardPayment: row?.require_credit_card_payment ?? false,
    restrictCreditCardPayment: row?.restrict_credit_card_payment ?? false,
  };
}

export function customerSettings(deps: Deps) {
  return async (actor: Actor, customerId: string): Promise<CustomerSettings> => {
    await requireCustomer(deps, actor, customerId);
    return readCustomerSettings(deps, actor.companyId, customerId);
  };
}

/** Changes what is named and keeps who changed what, before and after. */
export function changeCustomerSettings(deps: Deps) {
  return async (
    actor: Actor,
    { key, customerId, change }: { key: string; customerId: string; change: CustomerSettingsChange },
  ): Promise<{ settings: CustomerSettings; replayed: boolean }> => {
    requirePermission(actor, 'settings');
    await requireCustomer(deps, actor, customerId);
    const request = { operation: 'change-customer-settings', key, body: { customerId, ...change } };
    const changed = await once(deps)<CustomerSettings>(actor, request, async (tx) => {
      const before = await readFrom(tx, actor.companyId, customerId);
      const after = applied(before, change);
      if (after.requireCreditCardPayment && after.restrictCreditCardPayment) {
        throw brokenRule('settings-conflict', 'A customer can not be both required to pay by card and kept from it');
      }
      await save(tx, actor.companyId, customerId, after);
      await recordEvent(tx, {
        companyId: actor.companyId,
        at: instant(deps.clock()),
        actorId: actor.id,
        action: 'customer-settings-changed',
        entityId: customerId,
        members: { before, after },
      });
      return after;
    });
    return { settings: changed.value, replayed: changed.replayed };
  };
}

function applied(before: CustomerSettings, change: CustomerSettingsChange): CustomerSettings {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  return { ...before, ...given };
}

async function save(tx: Tx, companyId: string, customerId: string, settings: CustomerSettings): Promise<void> {
  const members = {
    require_payment_upon_confirmation: settings.requirePaymentUponConfirmation,
    require_credit_card_payment: settings.requireCreditCardPayment,
    restrict_credit_card_payment: settings.restrictCreditCardPayment,
  };
  await tx
    .insertInto('customer_setting')
    .values({ company_id: companyId, customer_id: customerId, ...members })
    .onConflict((conflict) => conflict.columns(['company_id', 'customer_id']).doUpdateSet(members))
    .execute();
}
