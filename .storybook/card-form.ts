import type { Plugin } from 'vite';
import { cardFrameFiles } from '../proxy/card-frame/files.js';
import { demoMerchants } from '../simulator/demo-merchants.js';
import { sdkFiles } from '../simulator/sdk/files.js';

/** Stands in the files for what only the page knows. */
const UNKNOWN = 'https://unknown.invalid';

/**
 * The card frame and the gateway's card form as static files beside the stories, since no service worker sees the
 * requests of their frames. A Storybook may stand below any path of any origin, so they find out in the page where they
 * are, and by the frame's `company` which sandbox to ask for a token.
 */
export function cardFormFiles(): Plugin {
  const files = staticFiles();
  return {
    name: 'card-form-files',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const file = files[(request.url ?? '').replace(/[?#].*/, '')];
        if (!file) {
          next();
          return;
        }
        response.setHeader('content-type', file.type);
        response.end(file.body);
      });
    },
    generateBundle() {
      for (const [path, { body }] of Object.entries(files))
        this.emitFile({ type: 'asset', fileName: path.slice(1), source: body });
    },
  };
}

function staticFiles(): Record<string, { body: string; type: string }> {
  const publicKey = demoMerchants[0]?.terminals[0]?.publicKey ?? '';
  const frames = cardFrameFiles({ gatewayUrl: UNKNOWN, publicKey, allowedOrigin: UNKNOWN });
  const form = sdkFiles(UNKNOWN, { channel: UNKNOWN });
  const edited = Object.entries({ ...frames, ...form }).map(([path, file]) => [
    path,
    { ...file, body: edit(path, file.body) },
  ]);
  return Object.fromEntries(edited) as Record<string, { body: string; type: string }>;
}

function edit(path: string, body: string): string {
  if (path.endsWith('card-frame.js')) return SETTLE + body;
  if (path.endsWith('/frame.js'))
    return replaceOnce(body, JSON.stringify(UNKNOWN), 'new URLSearchParams(parent.location.search).get("company")');
  if (path.startsWith('/card-frame/')) return replaceOnce(body, 'src="/card-frame.js"', 'src="../card-frame.js"');
  return body;
}

/** Fills in, before the frame's script reads its settings, where this Storybook stands. */
const SETTLE = `{
const settings = JSON.parse(document.body.dataset.settings);
settings.gatewayUrl = new URL('..', location.href).href.replace(/\\/$/, '');
settings.allowedOrigin = location.origin;
document.body.dataset.settings = JSON.stringify(settings);
}
`;

function replaceOnce(text: string, from: string, to: string): string {
  if (text.split(from).length !== 2) throw new Error(`Expected exactly one ${from} in the card form's files`);
  return text.replace(from, to);
}
