import type { Deps } from '../deps.js';
import { createDemoKomet } from '../komet/demo/demo-komet.js';
import { seedDemo } from '../komet/demo/seed.js';
import { createApiHttp } from '../komet/http/api-http.js';
import { createHttpKomet } from '../komet/http/http-komet.js';
import type { Komet } from '../komet/port.js';
import type { Settings } from './settings.js';

/** The books that `KOMET_ADAPTER` names: the demo wholesaler's, filled at the first start, or a company's in Komet itself. */
export async function openKomet(settings: Settings, deps: Pick<Deps, 'store' | 'clock' | 'log'>): Promise<Komet> {
  if (settings.KOMET_ADAPTER === 'http') return openApi(settings, deps);
  await seedDemo(deps.store, deps);
  return createDemoKomet(deps.store);
}

/** The settings were checked: the address and the token are there, and all integrators are of one company. */
function openApi(settings: Settings, { clock, log }: Pick<Deps, 'clock' | 'log'>): Komet {
  const companyId = settings.INTEGRATORS[0]?.companyId ?? '';
  return createHttpKomet({
    baseUrl: settings.KOMET_API_URL ?? '',
    token: settings.KOMET_API_TOKEN ?? '',
    http: createApiHttp((request) => fetch(request)),
    clock,
    log,
    company: { id: companyId, name: settings.KOMET_COMPANY_NAME ?? companyId, currency: 'USD' },
    timeZones: { standard: settings.KOMET_TIME_ZONE, byLocationCode: settings.KOMET_LOCATION_TIME_ZONES },
  });
}
