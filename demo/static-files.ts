import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = new URL('../', import.meta.url);

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.map': 'application/json',
};

/** The screens, their style and scripts, and the built widgets; nothing else of the project is served. */
const SERVED = /^\/(index\.html|demo\/[a-z]+\.(js|css)|dist\/cdn\/[\w.-]+\.(js|map))$/;

export async function sendFile(response: ServerResponse, pathname: string): Promise<void> {
  const path = pathname === '/' ? '/index.html' : pathname;
  const file = SERVED.test(path)
    ? await readFile(fileURLToPath(new URL(`.${path}`, ROOT))).catch(() => undefined)
    : undefined;
  if (!file) {
    response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found');
    return;
  }
  response.writeHead(200, { 'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream' }).end(file);
}
