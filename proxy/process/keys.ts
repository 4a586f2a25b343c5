import { createPrivateKey, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { calculateJwkThumbprint, type JWK } from 'jose';
import * as z from 'zod';
import type { Settings } from './settings.js';

export interface Keys {
  readonly sessionKey: JWK;
  readonly keyEncryptionKey: Uint8Array;
}

/** DER of a PKCS#8 Ed25519 key, up to its 32 bytes. */
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

const keyFile = z.object({ sessionSigningKey: z.base64(), keyEncryptionKey: z.base64() });

/** The process's own keys: from the environment, or made once and kept beside the embedded store. */
export async function readKeys(settings: Settings): Promise<Keys> {
  const { SESSION_SIGNING_KEY, KEY_ENCRYPTION_KEY } = settings;
  if (SESSION_SIGNING_KEY && KEY_ENCRYPTION_KEY) {
    return { sessionKey: await toJwk(SESSION_SIGNING_KEY), keyEncryptionKey: KEY_ENCRYPTION_KEY };
  }
  const kept = keptKeys(settings.DATA_DIR);
  return {
    sessionKey: await toJwk(SESSION_SIGNING_KEY ?? Buffer.from(kept.sessionSigningKey, 'base64')),
    keyEncryptionKey: KEY_ENCRYPTION_KEY ?? Buffer.from(kept.keyEncryptionKey, 'base64'),
  };
}

function keptKeys(folder: string): z.output<typeof keyFile> {
  const path = join(folder, 'keys.json');
  if (folder !== 'memory://' && existsSync(path)) return keyFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  const made = { sessionSigningKey: randomKey(), keyEncryptionKey: randomKey() };
  if (folder === 'memory://') return made;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(path, JSON.stringify(made), { mode: 0o600, flag: 'wx' });
  return made;
}

const randomKey = (): string => randomBytes(32).toString('base64');

async function toJwk(seed: Uint8Array): Promise<JWK> {
  const key = createPrivateKey({ key: Buffer.concat([PKCS8_ED25519, seed]), format: 'der', type: 'pkcs8' });
  const jwk = key.export({ format: 'jwk' }) as JWK;
  return { ...jwk, kid: await calculateJwkThumbprint(jwk) };
}
