import type { Actor, Deps } from '../deps.js';
import { ProblemError } from '../problem-error.js';
import { isUniqueViolation, type Tx } from '../store/store.js';
import { fingerprintOf } from './fingerprint.js';
import { instant } from './instants.js';

/** Longer than any call to the gateway may take. */
const LONGEST_RUN_MS = 5 * 60_000;

export interface WriteRequest {
  readonly operation: string;
  readonly key: string;
  /** Everything that makes the request what it is, path parameters included; never card data. */
  readonly body: unknown;
}

export interface Replayable<T> {
  readonly value: T;
  readonly replayed: boolean;
}

/** Runs a write that lives in the database alone, once per key: its effect and its answer are committed together. */
export function once(deps: Deps) {
  return async <T>(actor: Actor, request: WriteRequest, run: (tx: Tx) => Promise<T>): Promise<Replayable<T>> => {
    const fingerprint = await fingerprintOf(actor.companyId, request.body);
    const earlier = await replayOf<T>(deps, actor, request, fingerprint);
    if (earlier) return earlier;
    try {
      const value = await deps.store.transaction(async (tx) => {
        await claim(deps, tx, actor, request, fingerprint);
        const result = await run(tx);
        await finish(tx, actor, request, result);
        return result;
      });
      return { value, replayed: false };
    } catch (error) {
      const winner =
        isUniqueViolation(error, 'idempotency_pkey') && (await replayOf<T>(deps, actor, request, fingerprint));
      if (winner) return winner;
      throw error;
    }
  };
}

/**
 * Runs a write that calls the gateway, at most once per key: the key is claimed and committed before the call, so a repetition after
 * a crash is refused instead of calling again.
 */
export function atMostOnce(deps: Deps) {
  return async <T>(
    actor: Actor,
    request: WriteRequest,
    run: (commit: (tx: Tx, value: T) => Promise<void>) => Promise<T>,
  ): Promise<Replayable<T>> => {
    const fingerprint = await fingerprintOf(actor.companyId, request.body);
    const earlier = await replayOf<T>(deps, actor, request, fingerprint);
    if (earlier) return earlier;
    try {
      await deps.store.transaction((tx) => claim(deps, tx, actor, request, fingerprint));
    } catch (error) {
      const winner =
        isUniqueViolation(error, 'idempotency_pkey') && (await replayOf<T>(deps, actor, request, fingerprint));
      if (winner) return winner;
      throw error;
    }
    try {
      return { value: await run((tx, value) => finish(tx, actor, request, value)), replayed: false };
    } catch (error) {
      if (error instanceof ProblemError && error.members.moneyMoved !== 'unknown') await forget(deps, actor, request);
      throw error;
    }
  };
}

/** Whether the write under this key was carried out; one that still runs or was refused was not. */
export async function isAnswered(
  { store }: Deps,
  { companyId }: Actor,
  { operation, key }: Pick<WriteRequest, 'operation' | 'key'>,
): Promise<boolean> {
  const row = await store.db
    .selectFrom('idempotency')
    .select('state')
    .where('company_id', '=', companyId)
    .where('operation', '=', operation)
    .where('key', '=', key)
    .executeTakeFirst();
  return row?.state === 'done';
}

async function replayOf<T>(
  deps: Deps,
  actor: Actor,
  request: WriteRequest,
  fingerprint: string,
): Promise<Replayable<T> | undefined> {
  const row = await deps.store.db
    .selectFrom('idempotency')
    .selectAll()
    .where('company_id', '=', actor.companyId)
    .where('operation', '=', request.operation)
    .where('key', '=', request.key)
    .executeTakeFirst();
  if (!row) return undefined;
  if (row.fingerprint !== fingerprint) throw new ProblemError('idempotency-key-reused');
  if (row.state === 'running') throw stillRunning(deps, row.created_at);
  return { value: (row.answer as { value: T }).value, replayed: true };
}

/** A run that outlived every call limit has lost its process: what it did at the gateway is not known here. */
function stillRunning(deps: Deps, startedAt: string): ProblemError {
  const isOver = deps.clock() - Date.parse(startedAt) > LONGEST_RUN_MS;
  return isOver
    ? new ProblemError('outcome-unknown', { detail: 'The first run of this request was cut off', moneyMoved: 'no' })
    : new ProblemError('request-in-progress');
}

async function claim(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  { operation, key }: WriteRequest,
  fingerprint: string,
): Promise<void> {
  await tx
    .insertInto('idempotency')
    .values({
      company_id: actor.companyId,
      operation,
      key,
      fingerprint,
      state: 'running',
      answer: null,
      created_at: instant(deps.clock()),
    })
    .execute();
}

async function finish(tx: Tx, actor: Actor, { operation, key }: WriteRequest, value: unknown): Promise<void> {
  await tx
    .updateTable('idempotency')
    .set({ state: 'done', answer: JSON.stringify({ value }) })
    .where('company_id', '=', actor.companyId)
    .where('operation', '=', operation)
    .where('key', '=', key)
    .execute();
}

/** A refusal did nothing, so the key is free for a corrected request. */
async function forget(deps: Deps, actor: Actor, { operation, key }: WriteRequest): Promise<void> {
  await deps.store.db
    .deleteFrom('idempotency')
    .where('company_id', '=', actor.companyId)
    .where('operation', '=', operation)
    .where('key', '=', key)
    .where('state', '=', 'running')
    .execute();
}
