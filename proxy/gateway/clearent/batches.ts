import type {
  BatchesOutcome,
  BatchTotals,
  CloseBatchOutcome,
  GatewayBatch,
  InstantRange,
  MerchantAccount,
} from '../port.js';
import { codeOf, type Caller, type Reply } from './call.js';
import { centsToDecimal, decimalToCents } from './money.js';
import { readPages } from './paging.js';
import { present } from './present.js';
import { softwareMembers, type Software } from './requests.js';
import { batchRow, readOne, type Answer, type BatchRow } from './schemas.js';
import { isWithin, paddedWindow } from './search.js';
import { batchNumberOf, instantOf, safeText } from './transactions.js';

const STATUSES = ['open', 'pending', 'closed', 'failed'] as const;

/** Batch numbers start anew at every terminal. */
export async function listBatches(
  caller: Caller,
  account: MerchantAccount,
  range: InstantRange,
  timeoutMs: number,
): Promise<BatchesOutcome> {
  const query = { level: 'merchant', ...paddedWindow(range) };
  const rows = await readPages(caller, account, {
    call: { operation: 'list-batches', path: '/rest/v2/batches', query, timeoutMs },
    row: batchRow,
    names: { plural: 'batches', singular: 'batch' },
    key: ({ id, 'terminal-id': terminal = '' }) => id && `${terminal} ${id}`,
  });
  const batches = rows?.map(toBatch);
  if (!batches?.every((batch) => batch !== undefined)) return { kind: 'failed' };
  return { kind: 'answered', batches: batches.filter((batch) => isWithin(range, batch.closedAt ?? batch.openedAt)) };
}

/** Given totals, the gateway closes only a batch that agrees with them. */
export async function closeBatch(
  caller: Caller,
  account: MerchantAccount,
  expected: BatchTotals | undefined,
  options: Software & { readonly timeoutMs: number },
): Promise<CloseBatchOutcome> {
  const totals = expected && {
    'total-count': String(expected.count),
    'net-amount': centsToDecimal(expected.netCents),
  };
  const reply = await caller(account, {
    operation: 'close-batch',
    method: 'PUT',
    path: '/rest/v2/batches/open',
    body: { lastBatchClosedRequiredInResponse: true, ...totals, ...softwareMembers(options) },
    timeoutMs: options.timeoutMs,
  });
  return closeOutcomeOf(reply);
}

function closeOutcomeOf(reply: Reply): CloseBatchOutcome {
  if (reply.kind === 'not-sent') return { kind: 'failed' };
  if (reply.kind === 'doubt') return { kind: 'unknown', reason: reply.reason };
  const { status, answer } = reply;
  if (status === 204) return { kind: 'no-open-batch' };
  if (status === 401) return { kind: 'failed' };
  if (status >= 500) return { kind: 'unknown', reason: 'server-error' };
  if (!answer) return { kind: 'unknown', reason: 'unreadable' };
  return status === 200 ? closedOutcomeOf(answer) : refusedOutcomeOf(codeOf(answer));
}

function closedOutcomeOf({ payload }: Answer): CloseBatchOutcome {
  const row = readOne(batchRow, payload['batch']);
  const batch = row && toBatch(row);
  if (batch?.status === 'closed' || batch?.status === 'pending') return { kind: batch.status, batch };
  return { kind: 'unknown', reason: 'unreadable' };
}

function refusedOutcomeOf(code: string | undefined): CloseBatchOutcome {
  if (code === '040') return { kind: 'no-open-batch' };
  if (code === '039') return { kind: 'differs' };
  return code === undefined ? { kind: 'unknown', reason: 'unreadable' } : { kind: 'failed' };
}

/** Undefined when its number or a total cannot be read. */
function toBatch(row: BatchRow): GatewayBatch | undefined {
  const id = batchNumberOf(row.id);
  const totals = {
    salesCount: row['sales-count'],
    salesCents: decimalToCents(row['sales-total'] ?? ''),
    refundCount: row['refund-count'],
    refundCents: decimalToCents(row['refund-total'] ?? ''),
    netCents: decimalToCents(row['net-amount'] ?? ''),
  };
  if (id === undefined || !isComplete(totals)) return undefined;
  const status = STATUSES.find((word) => word === row.status?.toLowerCase()) ?? 'other';
  return { id, status, ...totals, ...detailsOf(row) };
}

function isComplete<T extends Record<string, number | undefined>>(totals: T): totals is T & Record<keyof T, number> {
  return Object.values(totals).every((value) => value !== undefined);
}

function detailsOf(row: BatchRow): Partial<GatewayBatch> {
  return present({
    merchantId: safeText(row['merchant-id']),
    terminalId: safeText(row['terminal-id']),
    terminalName: safeText(row['terminal-name']),
    openedAt: instantOf(row['date-opened']),
    closedAt: instantOf(row.settled),
    confirmationCode: safeText(row['confirmation-code']),
  });
}
