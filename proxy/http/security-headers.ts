/** Headers of every answer of the proxy. TLS only for a year, no guessing of types, no referrer, nothing kept by caches. */
const EVERYWHERE: Readonly<Record<string, string>> = {
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

/** Answers that are data: nothing in them may run, be framed or be pulled in by a foreign page. */
const DATA: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
};

/** Sets what is missing; an answer that brings its own policy, like the card frame's page, keeps it. */
export function secure(headers: Headers): void {
  const wanted = headers.has('content-security-policy') ? EVERYWHERE : { ...EVERYWHERE, ...DATA };
  for (const [name, value] of Object.entries(wanted)) if (!headers.has(name)) headers.set(name, value);
}
