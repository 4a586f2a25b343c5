import type { KeptApplication, MerchantApplication } from '../../../src/contract/application.js';
import { applicationFaults } from '../../../src/domain/application-faults.js';
import type { Actor, Deps } from '../../deps.js';
import { brokenRule, ProblemError } from '../../problem-error.js';
import type { Db, Tx } from '../../store/store.js';
import { recordEvent } from '../events.js';
import { once } from '../idempotency.js';
import { instant } from '../instants.js';
import { requireLocation, requireLocationRight } from '../scope.js';
import { readSetups } from './setup-facts.js';

const EMPTY: MerchantApplication = { business: {}, owner: {}, volumes: {}, bank: {}, contact: {} };

/** The application of a location as far as it is filled in. */
export function readApplication(deps: Deps) {
  return async (actor: Actor, locationId: string): Promise<KeptApplication> => {
    requireLocationRight(actor, 'apply', 'operator');
    await requireLocation(deps, actor, locationId);
    return viewApplication(deps.store.db, actor.companyId, locationId);
  };
}

/** Keeps a draft, however incomplete. */
export function saveApplication(deps: Deps) {
  return async (
    actor: Actor,
    { key, locationId, form }: { key: string; locationId: string; form: MerchantApplication },
  ): Promise<{ application: KeptApplication; replayed: boolean }> => {
    requireLocationRight(actor, 'apply');
    await requireLocation(deps, actor, locationId);
    const request = { operation: 'save-application', key, body: { locationId, form } };
    const saved = await once(deps)<KeptApplication>(actor, request, async (tx) => {
      await requireOpen(tx, actor.companyId, locationId);
      const members = { form: JSON.stringify(form), saved_at: instant(deps.clock()), saved_by: actor.id };
      await tx
        .insertInto('merchant_application')
        .values({ company_id: actor.companyId, location_id: locationId, ...members })
        .onConflict((conflict) => conflict.columns(['company_id', 'location_id']).doUpdateSet(members))
        .execute();
      return viewApplication(tx, actor.companyId, locationId);
    });
    return { application: saved.value, replayed: saved.replayed };
  };
}

/** Hands the application in; from then on it is locked. */
export function submitApplication(deps: Deps) {
  return async (
    actor: Actor,
    { key, locationId }: { key: string; locationId: string },
  ): Promise<{ application: KeptApplication; replayed: boolean }> => {
    requireLocationRight(actor, 'apply');
    await requireLocation(deps, actor, locationId);
    const request = { operation: 'submit-application', key, body: { locationId } };
    const submitted = await once(deps)<KeptApplication>(actor, request, async (tx) => {
      await requireOpen(tx, actor.companyId, locationId);
      await requireComplete(tx, actor.companyId, locationId);
      const at = instant(deps.clock());
      await tx
        .updateTable('merchant_application')
        .set({ submitted_at: at, submitted_by: actor.id })
        .where('company_id', '=', actor.companyId)
        .where('location_id', '=', locationId)
        .execute();
      const { companyId, id: actorId } = actor;
      await recordEvent(tx, { companyId, at, actorId, action: 'application-submitted', entityId: locationId });
      return viewApplication(tx, companyId, locationId);
    });
    return { application: submitted.value, replayed: submitted.replayed };
  };
}

async function requireOpen(tx: Tx, companyId: string, locationId: string): Promise<void> {
  await tx
    .selectFrom('merchant_application')
    .select('location_id')
    .where('company_id', '=', companyId)
    .where('location_id', '=', locationId)
    .forUpdate()
    .execute();
  const setup = (await readSetups(tx, companyId, locationId)).get(locationId);
  if (!setup?.facts.enabledAt || setup.facts.turnedOff) {
    throw new ProblemError('not-ready-to-charge', { detail: 'The integration is not enabled at this location' });
  }
  if (setup.facts.submittedAt) throw brokenRule('application-locked', 'The application was submitted already');
}

async function requireComplete(tx: Tx, companyId: string, locationId: string): Promise<void> {
  const { form } = await viewApplication(tx, companyId, locationId);
  const faults = applicationFaults(form);
  if (faults.length === 0) return;
  throw brokenRule('application-incomplete', 'The application is not complete', {
    errors: faults.map(({ section, field, fault }) => ({ pointer: `/${section}/${field}`, message: fault })),
  });
}

async function viewApplication(db: Db, companyId: string, locationId: string): Promise<KeptApplication> {
  const row = await db
    .selectFrom('merchant_application')
    .selectAll()
    .where('company_id', '=', companyId)
    .where('location_id', '=', locationId)
    .executeTakeFirst();
  if (!row) return { form: EMPTY };
  return { form: row.form, savedAt: row.saved_at, ...(row.submitted_at && { submittedAt: row.submitted_at }) };
}
