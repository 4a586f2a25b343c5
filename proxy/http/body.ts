import { ProblemError } from '../problem-error.js';
import { containsCardNumber } from './card-numbers.js';
import { requireStorable } from './storable.js';

/** The largest body a route takes that says nothing else: 500 allocations fit ten times over. */
export const MAX_BODY_BYTES = 32 * 1024;

/** Refuses a body by its headers, before a byte of it is read. */
export function requireJsonHeaders(headers: Headers, maxBytes = MAX_BODY_BYTES): void {
  const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new ProblemError('unsupported-media-type');
  if (Number(headers.get('content-length') ?? 0) > maxBytes) throw new ProblemError('body-too-large');
}

/**
 * The JSON value of a body. Anything that looks like a card number is refused, written plainly or hidden in escapes or
 * number notation; the refused text goes nowhere.
 */
export async function readJson(request: Request, maxBytes = MAX_BODY_BYTES): Promise<unknown> {
  const text = await readText(request, maxBytes);
  if (containsCardNumber(text)) throw new ProblemError('card-number-not-allowed');
  const value = parse(text, maxBytes > MAX_BODY_BYTES);
  if (containsCardNumber(JSON.stringify(value))) throw new ProblemError('card-number-not-allowed');
  return value;
}

/** Counts while reading: a stream needn't tell its length. */
export async function readText(request: Request, maxBytes = MAX_BODY_BYTES): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunksOf(request)) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new ProblemError('body-too-large');
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ProblemError('malformed-json');
  }
}

async function* chunksOf(request: Request): AsyncGenerator<Uint8Array> {
  const reader = request.body?.getReader();
  if (!reader) return;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** Names that reach an object's prototype are refused, and so is nesting that no stack can follow. */
function parse(text: string, isFile: boolean): unknown {
  try {
    return JSON.parse(text, (key, value: unknown) => {
      if (PROTOTYPE_NAMES.has(key)) throw new SyntaxError('forbidden name');
      requireStorable(key);
      if (typeof value === 'string') requireCleanText(value, isFile);
      return value;
    });
  } catch (error) {
    throw error instanceof ProblemError ? error : new ProblemError('malformed-json');
  }
}

/**
 * Line breaks are escaped in JSON and only seen in the value. What stands at the end of a file's line and at the beginning of the
 * next has nothing to do with each other, and so have its columns.
 */
function requireCleanText(text: string, isFile: boolean): void {
  requireStorable(text);
  const parts = isFile ? text.split(/[\n\t]/) : [text];
  if (parts.some(containsCardNumber)) throw new ProblemError('card-number-not-allowed');
}

const PROTOTYPE_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
