/** A text nobody can guess: 128 random bits in 32 hex digits. Not injected, because a test's order has no place in a secret. */
export function newSecret(): string {
  return hex(crypto.getRandomValues(new Uint8Array(16)));
}

/** SHA-256 of a text, 64 hex digits in lower case. */
export async function sha256Hex(text: string): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
