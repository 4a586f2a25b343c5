import type { ReportColumns } from '../../../src/contract/reconciliation.js';
import type { Actor, Deps } from '../../deps.js';
import type { Tx } from '../../store/store.js';
import { requireLocationRight } from '../scope.js';

/** How the company's last report was read. */
export function readReportMapping(deps: Deps) {
  return async (actor: Actor): Promise<{ columns?: ReportColumns }> => {
    requireLocationRight(actor, 'reconcile');
    const row = await deps.store.db
      .selectFrom('report_mapping')
      .select('columns')
      .where('company_id', '=', actor.companyId)
      .executeTakeFirst();
    return row ? { columns: row.columns } : {};
  };
}

export async function keepMapping(tx: Tx, companyId: string, columns: ReportColumns): Promise<void> {
  const members = { columns: JSON.stringify(columns) };
  await tx
    .insertInto('report_mapping')
    .values({ company_id: companyId, ...members })
    .onConflict((conflict) => conflict.column('company_id').doUpdateSet(members))
    .execute();
}
