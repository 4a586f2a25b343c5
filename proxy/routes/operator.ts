import { sql } from 'kysely';
import { exportCompany, readHealth, readReadiness, saveKeys, verifyKeys } from '../../src/contract/server-routes.js';
import type { Deps } from '../deps.js';
import { openEndpoint, serverEndpoint } from '../http/endpoints.js';
import { exportCompany as exported } from '../operations/export.js';
import { saveKeys as save, verifyKeys as verify, type AccountPlace } from '../operations/merchant-accounts.js';
import { ProblemError } from '../problem-error.js';

export const operatorEndpoints = [
  serverEndpoint(saveKeys, async ({ deps }, { integrator: { companyId }, params, body }) => {
    await requireOwnLocation(deps, companyId, params.locationId);
    await save(deps)({ ...placeOf(companyId, params.locationId, body.terminalId), apiKey: body.apiKey });
    return { status: 204 };
  }),
  serverEndpoint(verifyKeys, async ({ deps }, { integrator: { companyId }, params, body }) => {
    const account = await verify(deps)(placeOf(companyId, params.locationId, body.terminalId));
    return {
      status: 200,
      body: {
        integrationState: account.state,
        merchantName: account.merchant_name ?? undefined,
        merchantId: account.merchant_id ?? undefined,
        merchantTerminalId: account.merchant_terminal_id ?? undefined,
      },
    };
  }),
  serverEndpoint(exportCompany, async ({ deps }, { integrator }) => ({
    status: 200,
    body: await exported(deps)(integrator.companyId),
  })),
  openEndpoint(readHealth, async () => ({ status: 200, body: { status: 'ok' } })),
  openEndpoint(readReadiness, async ({ deps, app }) => {
    if (app.isStopping?.() === true || !(await storeAnswers(deps))) throw new ProblemError('not-ready');
    return { status: 200, body: { status: 'ok' } };
  }),
];

function placeOf(companyId: string, locationId: string, terminalId: string | undefined): AccountPlace {
  return { companyId, locationId, ...(terminalId !== undefined && { terminalId }) };
}

async function requireOwnLocation({ komet }: Deps, companyId: string, locationId: string): Promise<void> {
  const locations = await komet.listLocations(companyId);
  if (!locations.some(({ id }) => id === locationId)) throw new ProblemError('not-found');
}

async function storeAnswers({ store }: Deps): Promise<boolean> {
  return sql`select 1`.execute(store.db).then(
    () => true,
    () => false,
  );
}
