const IV_BYTES = 12;

const importKey = (key: Uint8Array): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', key as BufferSource, 'AES-GCM', false, ['encrypt', 'decrypt']);

/** Seals a gateway key for the store (AES-256-GCM, the random IV in front). `context` binds it to its account: a row copied to another account won't open. */
export async function sealKey(apiKey: string, encryptionKey: Uint8Array, context: string): Promise<Uint8Array> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const additionalData = new TextEncoder().encode(context);
  const plain = new TextEncoder().encode(apiKey);
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData },
    await importKey(encryptionKey),
    plain,
  );
  const bytes = new Uint8Array(IV_BYTES + sealed.byteLength);
  bytes.set(iv);
  bytes.set(new Uint8Array(sealed), IV_BYTES);
  return bytes;
}

export async function openKey(sealed: Uint8Array, encryptionKey: Uint8Array, context: string): Promise<string> {
  const bytes = new Uint8Array(sealed);
  const iv = bytes.slice(0, IV_BYTES);
  const additionalData = new TextEncoder().encode(context);
  const key = await importKey(encryptionKey);
  try {
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, bytes.slice(IV_BYTES));
    return new TextDecoder().decode(plain);
  } catch (cause) {
    throw new Error('The gateway key was sealed with another KEY_ENCRYPTION_KEY', { cause });
  }
}
