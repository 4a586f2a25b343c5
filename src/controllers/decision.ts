/** A new idempotency key: 128 random bits. */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Tells one decision from the next without keeping anything of it: 32 bits that can't be turned back (FNV-1a; a page without
 * TLS has no `crypto.subtle`). Should two ever be alike, the proxy refuses the second under the first's key.
 */
export function fingerprintOf(decision: unknown): string {
  let hash = 0x811c9dc5;
  for (const sign of canonical(decision)) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(36);
}

/** JSON with members in one order, whatever order they were written in. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  const sorted = members.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join()}}`;
}
