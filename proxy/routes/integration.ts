import * as routes from '../../src/contract/integration-routes.js';
import { operatorEndpoint, userEndpoint } from '../http/endpoints.js';
import { readApplication, saveApplication, submitApplication } from '../operations/integration/application.js';
import { changeIntegration, readIntegration, recordRates } from '../operations/integration/integration.js';
import type { AccountPlace } from '../operations/account-row.js';
import { saveKeys, verifyKeys } from '../operations/merchant-accounts.js';
import { requireLocation } from '../operations/scope.js';
import { replayHeader } from './replay.js';

export const integrationEndpoints = [
  userEndpoint(routes.readIntegration, async ({ deps }, { actor, params }) => ({
    status: 200,
    body: await readIntegration(deps)(actor, params.locationId),
  })),
  userEndpoint(routes.changeIntegration, async ({ deps }, { actor, key, params, body }) => {
    const { integration, replayed } = await changeIntegration(deps)(actor, { key, ...params, change: body });
    return { status: 200, body: integration, headers: replayHeader(replayed) };
  }),
  userEndpoint(routes.readApplication, async ({ deps }, { actor, params }) => ({
    status: 200,
    body: await readApplication(deps)(actor, params.locationId),
  })),
  userEndpoint(routes.saveApplication, async ({ deps }, { actor, key, params, body }) => {
    const { application, replayed } = await saveApplication(deps)(actor, { key, ...params, form: body });
    return { status: 200, body: application, headers: replayHeader(replayed) };
  }),
  userEndpoint(routes.submitApplication, async ({ deps }, { actor, key, params }) => {
    const { application, replayed } = await submitApplication(deps)(actor, { key, ...params });
    return { status: 200, body: application, headers: replayHeader(replayed) };
  }),
  userEndpoint(routes.recordRates, async ({ deps }, { actor, key, params, body }) => {
    const { integration, replayed } = await recordRates(deps)(actor, { key, ...params, rates: body });
    return { status: 200, body: integration, headers: replayHeader(replayed) };
  }),
  operatorEndpoint(routes.saveKeys, async ({ deps }, { actor, params: { locationId }, body }) => {
    await requireLocation(deps, actor, locationId);
    const place = placeOf(actor.companyId, locationId, body.terminalId);
    await saveKeys(deps)({ ...place, apiKey: body.apiKey }, actor.id);
    return { status: 204 };
  }),
  operatorEndpoint(routes.verifyKeys, async ({ deps }, { actor, params: { locationId }, body }) => {
    await requireLocation(deps, actor, locationId);
    const account = await verifyKeys(deps)(placeOf(actor.companyId, locationId, body.terminalId));
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
];

function placeOf(companyId: string, locationId: string, terminalId: string | undefined): AccountPlace {
  return { companyId, locationId, ...(terminalId !== undefined && { terminalId }) };
}
