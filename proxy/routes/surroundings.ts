import type { Context } from '../http/call.js';
import { requireIntegrator } from '../http/endpoints.js';
import type { Metrics } from '../http/metrics.js';
import type { Router } from '../http/site.js';
import { ProblemError } from '../problem-error.js';

/** The routes whose answers are no JSON of the contract: its own description, and the counters for a scraper. */
export function surroundings(context: Context, metrics: Metrics, document: object) {
  const openApi = JSON.stringify(document);
  return (router: Router): void => {
    router.get('/v1/openapi.json', ({ env: incoming }) => {
      incoming.route = '/v1/openapi.json';
      const headers = { 'content-type': 'application/json', 'cache-control': 'public, max-age=300' };
      return new Response(openApi, { headers });
    });
    router.get('/metrics', async ({ req, env: incoming }) => {
      incoming.route = '/metrics';
      const integrator = await requireIntegrator(context, req.raw);
      if (integrator.operator !== true) throw new ProblemError('not-permitted', { permission: 'operator' });
      const headers = { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' };
      return new Response(metrics.expose(await gauges(context)), { headers });
    });
  };
}

/** What stands open in the store, over all replicas. */
async function gauges({ deps: { store } }: Context): Promise<Record<string, number>> {
  const unknown = await store.db
    .selectFrom('gateway_attempt')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('state', '=', 'unknown')
    .executeTakeFirstOrThrow();
  const backlog = await store.db
    .selectFrom('outbox')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('delivered_at', 'is', null)
    .where('refused_at', 'is', null)
    .executeTakeFirstOrThrow();
  return { komet_pay_attempts_unknown: unknown.count, komet_pay_outbox_backlog: backlog.count };
}
