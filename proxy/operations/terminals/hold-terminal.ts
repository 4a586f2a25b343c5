import type { PaymentRequest } from '../../../src/contract/payment.js';
import { ProblemError } from '../../problem-error.js';
import type { Tx } from '../../store/store.js';

/** Holds the terminal a payment was checked against until the payment is committed, so that it is not taken away under it. */
export async function holdTerminal(tx: Tx, companyId: string, { source }: PaymentRequest): Promise<void> {
  if (!source || !('terminalId' in source)) return;
  const held = await tx
    .selectFrom('terminal')
    .select('active')
    .where('company_id', '=', companyId)
    .where('id', '=', source.terminalId)
    .where('deleted_at', 'is', null)
    .forShare()
    .executeTakeFirst();
  if (held?.active) return;
  throw new ProblemError('not-ready-to-charge', { detail: 'The terminal was taken away a moment ago' });
}
