import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bundleEntry } from './bundle.js';

export interface BenchPage {
  /** A file of bench/entries. */
  readonly entry: string;
  readonly html: string;
}

/** What runs in a page: `script` is the address of its bundle. Leaves a promise of the result in `globalThis.measured`. */
export type Measure = (script: string) => string;

export interface PageServer {
  readonly origin: string;
  close(): void;
}

/** Serves each page with its bundle at `/<name>.html`, and answers as JSON at the paths below `/api`. */
export async function servePages(
  pages: Readonly<Record<string, BenchPage>>,
  measure: Measure,
  api: Readonly<Record<string, unknown>> = {},
): Promise<PageServer> {
  const answers = new Map<string, { type: string; body: string }>();
  for (const [path, body] of Object.entries(api))
    answers.set(`/api${path}`, { type: 'application/json', body: JSON.stringify(body) });
  for (const [name, { entry, html }] of Object.entries(pages)) {
    const modules = await bundleEntry(entry);
    for (const [file, body] of modules) answers.set(`/${entry}/${file}`, { type: 'text/javascript', body });
    const [main] = modules.keys();
    const body = pageOf(html, measure(`/${entry}/${main}`));
    answers.set(`/${encodeURIComponent(name)}.html`, { type: 'text/html', body });
  }
  const server = createServer((request, response) => {
    const answer = answers.get(request.url?.split('?')[0] ?? '');
    response.writeHead(answer ? 200 : 404, { 'content-type': `${answer?.type ?? 'text/plain'}; charset=utf-8` });
    response.end(answer?.body);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://localhost:${port}`, close: () => server.close() };
}

const pageOf = (html: string, script: string) => `<!doctype html>
<html lang="en">
  <head><title>Bench</title><link rel="icon" href="data:," /></head>
  <body>
    ${html}
    <script type="module">
      ${script}
    </script>
  </body>
</html>`;
