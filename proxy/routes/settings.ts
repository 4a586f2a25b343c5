import * as routes from '../../src/contract/setting-routes.js';
import { userEndpoint } from '../http/endpoints.js';
import { changeCustomerSettings, customerSettings } from '../operations/settings/customer-settings.js';
import { changeLocationSettings, locationSettings } from '../operations/settings/location-settings.js';
import { replayHeader } from './replay.js';

export const settingEndpoints = [
  userEndpoint(routes.readLocationSettings, async ({ deps }, { actor, params }) => ({
    status: 200,
    body: await locationSettings(deps)(actor, params.locationId),
  })),
  userEndpoint(routes.changeLocationSettings, async ({ deps }, { actor, key, params, body }) => {
    const { settings, replayed } = await changeLocationSettings(deps)(actor, { key, ...params, change: body });
    return { status: 200, body: settings, headers: replayHeader(replayed) };
  }),
  userEndpoint(routes.readCustomerSettings, async ({ deps }, { actor, params }) => ({
    status: 200,
    body: await customerSettings(deps)(actor, params.customerId),
  })),
  userEndpoint(routes.changeCustomerSettings, async ({ deps }, { actor, key, params, body }) => {
    const { settings, replayed } = await changeCustomerSettings(deps)(actor, { key, ...params, change: body });
    return { status: 200, body: settings, headers: replayHeader(replayed) };
  }),
];
