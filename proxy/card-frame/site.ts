import type { Context } from '../http/call.js';
import type { Site } from '../http/front.js';
import { createSite } from '../http/site.js';
import { requireReadyAccount } from '../operations/merchant-accounts.js';
import { ProblemError } from '../problem-error.js';
import { newSecret } from '../sessions/secrets.js';
import { cardFramePage, cardFramePolicy, cardFrameScript, SCRIPT_PATH } from './page.js';
import { recordReports, REPORTS_PATH } from './reports.js';
import { redeemTicket } from './tickets.js';

const NO_FEATURES =
  'accelerometer=(), camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()';

/** The origin of the card frame: its page, its script, and where browsers report what its policy stopped. Nothing else. */
export function createCardFrameSite(context: Context): Site {
  return createSite(context, [], (router) => {
    router.get('/card-frame', ({ req, env: incoming }) => {
      incoming.route = '/card-frame';
      return page(context, req.query('ticket') ?? '');
    });
    router.get(SCRIPT_PATH, ({ env: incoming }) => {
      incoming.route = SCRIPT_PATH;
      return new Response(cardFrameScript, { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
    });
    router.post(REPORTS_PATH, async ({ req, env: incoming }) => {
      incoming.route = REPORTS_PATH;
      await recordReports(context.deps.log, req.raw);
      return new Response(null, { status: 204 });
    });
  });
}

async function page({ deps, app }: Context, ticket: string): Promise<Response> {
  const order = await redeemTicket(deps, ticket);
  if (!order) throw new ProblemError('not-found');
  const { public_key: publicKey } = await requireReadyAccount(deps, order);
  if (publicKey === null) throw new ProblemError('not-ready-to-charge');
  const { locale, colorScheme, origin: allowedOrigin } = order;
  const settings = { gatewayUrl: app.gatewayPublicUrl, publicKey, allowedOrigin, locale, colorScheme };
  const nonce = newSecret();
  return new Response(cardFramePage(settings, nonce), {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': locale,
      'content-security-policy': cardFramePolicy(settings, nonce, app.cardFrameTrustedTypes === true),
      'reporting-endpoints': `csp="${REPORTS_PATH}"`,
      'permissions-policy': NO_FEATURES,
      'cross-origin-resource-policy': 'cross-origin',
    },
  });
}
