import type { Context } from '../http/call.js';
import type { Router } from '../http/site.js';
import { ProblemError } from '../problem-error.js';
import { newSecret } from '../sessions/secrets.js';
import { ASSETS, cardRequestPage, cardRequestPolicy, readerLocale } from './page.js';

const PAGE = '/card-requests/{token}';
const ASSET = `/card-requests/${ASSETS}/{file}`;

/** The page a customer opens from the mail, and the widgets it is made of. */
export function cardRequestRoutes({ app }: Context) {
  return (router: Router): void => {
    router.get(`/card-requests/${ASSETS}/:file`, async ({ req, env: incoming }) => {
      incoming.route = ASSET;
      const file = req.param('file');
      const script = /^[\w.-]+\.js$/.test(file) ? await app.readWidget?.(file) : undefined;
      if (!script) throw new ProblemError('not-found');
      // Those with a hash in their name never change.
      const cache = file.startsWith('auto-') ? 'public, max-age=31536000, immutable' : 'no-cache';
      return new Response(script, {
        headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': cache },
      });
    });
    router.get('/card-requests/:token', ({ req, env: incoming }) => {
      incoming.route = PAGE;
      const token = /^[\w-]{1,92}$/.exec(req.param('token'))?.[0] ?? '-';
      const nonce = newSecret();
      const locale = readerLocale(req.header('accept-language') ?? null);
      return new Response(cardRequestPage({ token, locale, nonce }), {
        headers: {
          'content-type': 'text/html; charset=utf-8',
          'content-language': locale,
          vary: 'Accept-Language',
          'content-security-policy': cardRequestPolicy(app.cardFrameOrigin, nonce),
          'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
        },
      });
    });
  };
}
