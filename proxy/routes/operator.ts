import { sql } from 'kysely';
import { exportCompany, readHealth, readReadiness } from '../../src/contract/server-routes.js';
import type { Deps } from '../deps.js';
import { openEndpoint, serverEndpoint } from '../http/endpoints.js';
import { exportCompany as exported } from '../operations/export.js';
import { ProblemError } from '../problem-error.js';

export const operatorEndpoints = [
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

async function storeAnswers({ store }: Deps): Promise<boolean> {
  return sql`select 1`.execute(store.db).then(
    () => true,
    () => false,
  );
}
