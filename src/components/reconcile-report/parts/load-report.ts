import type { Reconciliation, ReconciliationRequest } from '../../../contract/reconciliation.js';
import { daysBefore } from '../../../domain/date-range.js';
import type { PayClient } from '../../../services/call.js';
import {
  cancelReconciliation,
  createReconciliation,
  listReconciliationDays,
  readReconciliation,
} from '../../../services/reconciliations.js';

/** The processor lists no older batches. */
const KEPT_DAYS = 90;
const POLL_MS = 700;
/** Whoever waits longer wants to see how far it is. */
const WAIT_SECONDS = 1;

/** What is asked for: the run there is, or a new one, perhaps against an uploaded report. Its key lasts as long as the wish. */
export interface Wish {
  readonly key: string;
  readonly isAnew: boolean;
  readonly upload?: ReconciliationRequest['upload'];
}

export const wishFor = (upload?: ReconciliationRequest['upload'], isAnew = false): Wish => ({
  key: crypto.randomUUID(),
  isAnew: isAnew || upload !== undefined,
  ...(upload && { upload }),
});

export type ReportQuery = readonly [locationId: string, day: string, to: string | undefined, today: string, wish: Wish];

/** A day, or several, as they are compared; nothing at all where the processor no longer keeps it and nobody compared it in time. */
export interface Report {
  readonly reconciliation: Reconciliation | undefined;
  /** Whether it was compared just now, of which nothing read before knows. */
  readonly isNew: boolean;
}

/** Told how far a long comparison is. */
export type OnProgress = (reconciliation: Reconciliation) => void;

export async function loadReport(
  client: PayClient,
  [locationId, day, to, today, wish]: ReportQuery,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<Report> {
  const known = wish.isAnew || to !== undefined ? undefined : await runOf(client, locationId, day, signal);
  if (!known && !wish.upload && day < daysBefore(today, KEPT_DAYS)) return { reconciliation: undefined, isNew: false };
  const { key, upload } = wish;
  const request = {
    locationId,
    day,
    waitSeconds: WAIT_SECONDS,
    ...(to !== undefined && { to }),
    ...(upload && { upload }),
  };
  const started = known ?? (await createReconciliation(client)(request, { key, signal }));
  return { reconciliation: await finished(client, started, signal, onProgress), isNew: !known };
}

/** Whether a run has something to show. */
export const isThrough = ({ status }: Reconciliation): boolean => status === 'ready' || status === 'closed';

async function runOf(client: PayClient, locationId: string, day: string, signal: AbortSignal) {
  const { days } = await listReconciliationDays(client)(locationId, { from: day, to: day }, { signal });
  const id = days.find((one) => one.day === day)?.reconciliationId;
  if (id === undefined) return undefined;
  const run = await readReconciliation(client)(id, { signal });
  return isThrough(run) || run.status === 'running' ? run : undefined;
}

/** Looks at a run until it is through. Nobody waits for one that was left, so it is stopped. */
async function finished(client: PayClient, started: Reconciliation, signal: AbortSignal, onProgress: OnProgress) {
  let run = started;
  try {
    while (run.status === 'running') {
      onProgress(run);
      await pause(POLL_MS, signal);
      run = await readReconciliation(client)(run.id, { signal });
    }
    return run;
  } catch (error) {
    if (signal.aborted) void cancelReconciliation(client)(run.id).catch(() => undefined);
    throw error;
  }
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    });
  });
