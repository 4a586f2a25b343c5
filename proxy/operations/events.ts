import type { Tx } from '../store/store.js';
import { canonicalJson, sha256 } from './fingerprint.js';

export interface AuditEvent {
  readonly companyId: string;
  readonly at: string;
  readonly actorId: string;
  /** A past participle: `payment-approved`, `keys-saved`. */
  readonly action: string;
  readonly entityId: string;
  /** Ids and cents; never card data or secrets. */
  readonly members?: Readonly<Record<string, unknown>>;
}

/** Adds an event to the company's audit trail. Each carries the hash of the one before, so an edited row breaks the chain. */
export async function recordEvent(tx: Tx, event: AuditEvent): Promise<void> {
  const tail = await tx
    .insertInto('company_counter')
    .values({ company_id: event.companyId, name: 'event', value: 1 })
    .onConflict((conflict) =>
      conflict.columns(['company_id', 'name']).doUpdateSet((eb) => ({ value: eb('company_counter.value', '+', 1) })),
    )
    .returning(['value', 'tail'])
    .executeTakeFirstOrThrow();
  const members = canonicalJson(event.members ?? {});
  const { at, actorId, action, entityId } = event;
  const hash = await sha256([tail.tail, tail.value, at, actorId, action, entityId, members].join('\n'));
  await tx
    .insertInto('event')
    .values({
      company_id: event.companyId,
      seq: tail.value,
      at,
      actor_id: actorId,
      action,
      entity_id: entityId,
      members,
      previous_hash: tail.tail,
      hash,
    })
    .execute();
  await tx
    .updateTable('company_counter')
    .set({ tail: hash })
    .where('company_id', '=', event.companyId)
    .where('name', '=', 'event')
    .execute();
}
