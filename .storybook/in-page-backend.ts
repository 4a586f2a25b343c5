import { http, type HttpHandler } from 'msw';

/** Something that answers requests as a server would, e.g. the proxy's app. */
export interface InPageBackend {
  fetch(request: Request): Promise<Response>;
}

/** Where the stories' widgets find the proxy, below the page's own origin. */
export const API_BASE = '/komet-pay';

/**
 * Answers everything below `API_BASE` with a backend that runs in this very page. It is created with the first request
 * and then stays, so that a designer can pay an invoice in one story and find it paid in the next.
 */
export function inPageBackend(createBackend: () => Promise<InPageBackend>): HttpHandler {
  let backend: Promise<InPageBackend> | undefined;
  return http.all(`*${API_BASE}/*`, async ({ request }) => {
    backend ??= createBackend();
    const url = new URL(request.url);
    url.pathname = url.pathname.slice(url.pathname.indexOf(API_BASE) + API_BASE.length);
    return (await backend).fetch(new Request(url, request));
  });
}
