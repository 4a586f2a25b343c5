import { sdkFiles } from './files.js';

/** Serves the card form. Any page may embed it, unless `frameAncestors` names who may. */
export function createSdkServer(origin: string, frameAncestors: string | undefined): (request: Request) => Response {
  const files = sdkFiles(origin);
  return (request) => {
    const file = files[new URL(request.url).pathname];
    if (!file) return new Response('Not found', { status: 404 });
    const headers = new Headers({
      'content-type': file.type,
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'access-control-allow-origin': '*',
    });
    if (frameAncestors !== undefined) headers.set('content-security-policy', `frame-ancestors ${frameAncestors}`);
    return new Response(file.body, { headers });
  };
}
