import { success, type Answer } from './envelope.js';
import { parseSearchDate } from './dates.js';
import { formatMoney } from './money.js';
import { pageOf } from './paging.js';
import { Refusal } from './refusal.js';
import { totalOf, type Batch, type Transaction } from './state.js';
import { omitAbsent } from './views.js';
import type { Call, Terminal, World } from './world.js';

const day = 86_400_000;

/** The terminal's open batch, opened now if there is none: where sales, captures and refunds go. */
export function joinOpenBatch(world: World, terminal: Terminal): string {
  const open = openBatchOf(world, terminal);
  if (open) return open.id;
  const id = String(++world.ledger.counters.batch);
  const { terminalId, merchant } = terminal;
  world.ledger.batches.push({ id, merchantId: merchant.merchantId, terminalId, status: 'OPEN', opened: world.now() });
  return id;
}

/** GET /rest/v2/batches/open: the open batch, else one that is still being processed. */
export function readOpenBatch({ world, terminal }: Call): Answer {
  const batch = openBatchOf(world, terminal) ?? batchOf(world, terminal, 'PENDING');
  if (!batch) throw new Refusal(402, '040', 'No Opened Batch');
  return success(world, { payload: { batch: batchView(world, terminal, batch) }, payloadType: 'batch' });
}

/** PUT /rest/v2/batches/open: closes it, but only in balance when the caller sends totals; resubmits a failed one. */
export function closeOpenBatch({ world, terminal, body, target }: Call): Answer {
  const batch = openBatchOf(world, terminal) ?? batchOf(world, terminal, 'FAILED');
  if (!batch) throw new Refusal(402, '040', 'No Opened Batch');
  const totals = totalsOf(world, batch);
  const differs = ['total-count', 'net-amount'].some((name) => body[name] !== undefined && body[name] !== totals[name]);
  if (differs) throw new Refusal(402, '039', 'Not Reconciled, Totals Provided');
  if (world.faults.take(target, 'batch-failed')) {
    batch.status = 'FAILED';
    throw new Refusal(500, '002', 'Failed to process batch');
  }
  if (world.faults.take(target, 'batch-pending')) {
    batch.status = 'PENDING';
    batch.pendingUntil = world.now() + world.behaviour.pendingBatchMs;
  } else settle(world, batch, world.now());
  return success(world, { payload: { batch: batchView(world, terminal, batch) }, payloadType: 'batch' });
}

/** GET /rest/v2/batches with status, level and a range of dates (of closing, of opening while open). */
export function listBatches(call: Call): Answer {
  const { world, terminal, query } = call;
  const zone = String(terminal.config.settings['time-zone']);
  const bound = (name: string, fallback: number) => {
    const text = query.get(name);
    return text === null ? fallback : parseSearchDate(text, zone);
  };
  const [from, to] = [bound('start-date', 0), bound('end-date', Infinity)];
  const status = query.get('status')?.toUpperCase();
  const rows = world.ledger.batches.filter(
    (batch) =>
      batch.merchantId === terminal.merchant.merchantId &&
      (query.get('level') === 'merchant' || batch.terminalId === terminal.terminalId) &&
      (status === undefined || batch.status === status) &&
      (batch.settled ?? batch.opened) >= from &&
      (batch.settled ?? batch.opened) <= to,
  );
  const views = rows.map((batch) => batchView(world, terminal, batch));
  return pageOf(call, views, { plural: 'batches', singular: 'batch' });
}

/** Closes what the clock says is due: batches past their terminal's closing time, and pending ones that are through. */
export function closeDueBatches(world: World): void {
  for (const batch of world.ledger.batches) {
    if (batch.status === 'PENDING' && (batch.pendingUntil ?? 0) <= world.now()) settle(world, batch, world.now());
    if (batch.status !== 'OPEN') continue;
    const due = closingTimeAfter(world, batch);
    if (due !== undefined && due <= world.now()) settle(world, batch, due);
  }
}

/** Closes every open batch now, whatever the hour. */
export function closeAllBatches(world: World): void {
  for (const batch of world.ledger.batches.filter(({ status }) => status === 'OPEN')) settle(world, batch, world.now());
}

/** A batch that is closed, or on its way: its transactions can no longer be voided. */
export function isClosed(world: World, batchId: string | undefined): boolean {
  const batch = world.ledger.batches.find(({ id }) => id === batchId);
  return batch !== undefined && batch.status !== 'OPEN';
}

function openBatchOf(world: World, terminal: Terminal): Batch | undefined {
  return batchOf(world, terminal, 'OPEN');
}

function batchOf(world: World, terminal: Terminal, status: Batch['status']): Batch | undefined {
  return world.ledger.batches.find((batch) => batch.terminalId === terminal.terminalId && batch.status === status);
}

/** `batch-time-utc` is a fixed hour of UTC, all year. */
function closingTimeAfter(world: World, batch: Batch): number | undefined {
  const settings = world.ledger.terminals[batch.terminalId]?.settings;
  const time = /^(\d\d):(\d\d)$/.exec(String(settings?.['batch-time-utc']));
  if (String(settings?.['enable-auto-close-batch']) !== 'true' || !time) return undefined;
  const due = Math.floor(batch.opened / day) * day + Number(time[1]) * 3_600_000 + Number(time[2]) * 60_000;
  return due > batch.opened ? due : due + day;
}

function settle(world: World, batch: Batch, at: number): void {
  batch.status = 'CLOSED';
  batch.settled = at;
  batch.confirmation = String(30_000 + Number(batch.id)).padStart(8, '0');
  for (const transaction of membersOf(world, batch)) transaction.settled = true;
}

function membersOf(world: World, batch: Batch): Transaction[] {
  return world.ledger.transactions.filter(({ batchId, voided }) => batchId === batch.id && !voided);
}

function totalsOf(world: World, batch: Batch): Record<string, string> {
  const value = (transaction: Transaction) =>
    world.behaviour.batchTotalsIncludeFees ? totalOf(transaction) : transaction.amount;
  const members = membersOf(world, batch);
  const refunds = members.filter(({ type }) => type.endsWith('REFUND'));
  const sales = members.filter(({ type }) => !type.endsWith('REFUND'));
  const sum = (list: Transaction[]) => list.reduce((total, transaction) => total + value(transaction), 0);
  return {
    'sales-count': String(sales.length),
    'sales-total': formatMoney(sum(sales)),
    'refund-count': String(refunds.length),
    'refund-total': formatMoney(sum(refunds)),
    'net-amount': formatMoney(sum(sales) - sum(refunds)),
    'total-count': String(members.length),
  };
}

function batchView(world: World, terminal: Terminal, batch: Batch): Record<string, unknown> {
  const name = world.ledger.terminals[batch.terminalId]?.settings['terminal-name'] ?? terminal.name;
  return omitAbsent({
    id: batch.id.padStart(5, '0'),
    status: batch.status,
    'merchant-id': batch.merchantId,
    'terminal-id': batch.terminalId,
    'terminal-name': name,
    'date-opened': new Date(batch.opened).toISOString(),
    ...totalsOf(world, batch),
    'confirmation-code': batch.confirmation,
    settled: batch.settled === undefined ? undefined : new Date(batch.settled).toISOString(),
  });
}
