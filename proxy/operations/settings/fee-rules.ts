import type { FeeRule } from '../../../src/contract/location.js';
import type { Db, Tx } from '../../store/store.js';

/** What a location adds to a card payment, if anything. */
export async function readFeeRule(db: Db, companyId: string, locationId: string): Promise<FeeRule | undefined> {
  const row = await db
    .selectFrom('fee_rule')
    .selectAll()
    .where('company_id', '=', companyId)
    .where('location_id', '=', locationId)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    kind: row.kind,
    ...(row.percent_hundredths > 0 && { percentHundredths: row.percent_hundredths }),
    ...(row.flat_cents > 0 && { flatCents: row.flat_cents }),
  };
}

/** Puts a rule in place of the one there was; none takes it away. */
export async function saveFeeRule(
  tx: Tx,
  companyId: string,
  locationId: string,
  rule: FeeRule | undefined,
): Promise<void> {
  if (!rule) {
    await tx.deleteFrom('fee_rule').where('company_id', '=', companyId).where('location_id', '=', locationId).execute();
    return;
  }
  const members = {
    kind: rule.kind,
    percent_hundredths: rule.percentHundredths ?? 0,
    flat_cents: rule.flatCents ?? 0,
  };
  await tx
    .insertInto('fee_rule')
    .values({ company_id: companyId, location_id: locationId, ...members })
    .onConflict((conflict) => conflict.columns(['company_id', 'location_id']).doUpdateSet(members))
    .execute();
}
