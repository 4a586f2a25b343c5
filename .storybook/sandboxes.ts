import { openMemoryStore } from '../sandbox/memory-store.js';
import { openSandbox, type Sandbox } from '../sandbox/sandbox.js';
import { answerCardForms } from '../simulator/sdk/in-page.js';
import type { Store } from '../proxy/store/store.js';

/** Below this path of the page, and the name of a sandbox, the widgets of a story find their proxy. */
export const API_BASE = '/komet-pay';

let store: Promise<Store> | undefined;
const open = new Map<string, Sandbox>();
let count = 0;

/** A new wholesaler with its own gateway, on the page's one store, so that no story sees what another did. */
export async function openStorySandbox(): Promise<Sandbox> {
  store ??= openMemoryStore();
  count += 1;
  const companyId = `story-${count}`;
  const sandbox = await openSandbox({
    store: await store,
    companyId,
    integratorSecret: 'kp_sk_storybook',
    pageOrigin: location.origin,
    gatewayUrl: 'https://gateway.invalid',
    cardFrameOrigin: 'https://card-frame.invalid',
    cardFrameUrl: ({ locale, colorScheme }) =>
      new URL(`card-frame/${locale}-${colorScheme}.html?company=${companyId}`, document.baseURI).href,
  });
  answerCardForms(sandbox.simulator, location.origin, companyId);
  open.set(companyId, sandbox);
  return sandbox;
}

/** Answers a request below `API_BASE` with the proxy of the sandbox that its path names. */
export async function answerFromSandbox(request: Request): Promise<Response> {
  const url = new URL(request.url);
  const [, companyId = '', path = ''] = /\/komet-pay\/([\w-]+)(\/.*)$/.exec(url.pathname) ?? [];
  const sandbox = open.get(companyId);
  if (!sandbox) return new Response(null, { status: 404 });
  return sandbox.fetch(new Request(`${url.origin}${path}${url.search}`, request));
}
