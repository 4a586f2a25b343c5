import type { ChargeBackPreview } from '../../../src/contract/charge-back.js';
import type { Deps } from '../../deps.js';
import { balanceOf, openBalances } from '../open-balances.js';
import type { PaymentRow } from '../payment-view.js';

/** The invoices a charge back reopens, all of the payment (rule R-17), and what would be open on each. */
export async function readReopened(deps: Deps, original: PaymentRow): Promise<ChargeBackPreview['invoices']> {
  const { db } = deps.store;
  const companyId = original.company_id;
  const lines = await db
    .selectFrom('payment_allocation')
    .selectAll()
    .where('company_id', '=', companyId)
    .where('payment_id', '=', original.id)
    .orderBy('invoice_number')
    .execute();
  const ids = lines.map((line) => line.invoice_id);
  const invoices = await deps.komet.readInvoices(companyId, ids);
  const open = await openBalances(db, companyId, 'invoice', invoices.map(balanceOf));
  return lines.map((line) => {
    const reopenedCents = line.amount_cents + line.discount_cents;
    const invoice = invoices.find(({ id }) => id === line.invoice_id);
    const openAfterCents = invoice && Math.min(invoice.totalCents, (open.get(invoice.id) ?? 0) + reopenedCents);
    return {
      invoiceId: line.invoice_id,
      invoiceNumber: line.invoice_number,
      reopenedCents,
      ...(openAfterCents !== undefined && { openAfterCents }),
    };
  });
}
