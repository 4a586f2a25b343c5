import { bogotaApiKey, miamiApiKey } from '../simulator/demo-merchants.js';
import type { Caller } from './caller.js';

/** The key of the simulated gateway for each location of the demo wholesaler. */
export const locationKeys = [
  { locationId: 'miami', apiKey: miamiApiKey },
  { locationId: 'bogota', apiKey: bogotaApiKey },
] as const;

export async function putGatewayKeys({ operate }: Pick<Caller, 'operate'>): Promise<void> {
  for (const { locationId, apiKey } of locationKeys) {
    await operate('PUT', `/v1/locations/${locationId}/keys`, { apiKey });
    await operate('POST', `/v1/locations/${locationId}/verify`, {});
  }
}
