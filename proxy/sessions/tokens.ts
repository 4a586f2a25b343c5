import { importJWK, jwtVerify, SignJWT, type CryptoKey, type JWK, type JWTPayload } from 'jose';
import * as z from 'zod/mini';
import { environment, permission, type Environment } from '../../src/contract/session.js';
import { id, origin } from '../../src/contract/primitives.js';

const AUDIENCE = 'komet-pay-proxy';
const TYPE = 'kpay+jwt';
const ALGORITHM = 'EdDSA';
const LONGEST_SECONDS = 900;
const TOLERANCE_SECONDS = 5;

/** What a session token says. Nothing personal: anyone who holds one can read it. */
const claims = z.object({
  /** Actor. */
  sub: id,
  act: z.enum(['staff', 'portal']),
  /** Company. */
  ten: id,
  /** Locations; absent: all of the company's. */
  loc: z.optional(z.array(id)),
  /** Customer, or `*` for staff who see all. */
  cus: z.union([id, z.literal('*')]),
  prm: z.array(permission),
  org: origin,
  env: environment,
  jti: id,
  exp: z.int(),
});

export type Claims = z.infer<typeof claims>;

export interface Tokens {
  sign(content: Omit<Claims, 'exp'>, lifetimeSeconds: number): Promise<string>;
  /** The claims of a valid token of this proxy and environment; undefined for any other text. */
  verify(token: string): Promise<Claims | undefined>;
}

export interface TokenSettings {
  /** Private Ed25519 key as JWK, with `kid`. */
  readonly key: JWK;
  readonly issuer: string;
  readonly environment: Environment;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

/** Session tokens: JWTs signed with Ed25519, at most 15 minutes long. */
export function createTokens({ key, issuer, environment: env, clock }: TokenSettings): Tokens {
  const privateKey = importKey(key);
  const publicKey = importKey(publicPart(key));
  const seconds = () => Math.floor(clock() / 1000);
  const header = { alg: ALGORITHM, typ: TYPE, ...(key.kid !== undefined && { kid: key.kid }) };

  return {
    sign: async (content, lifetimeSeconds) =>
      new SignJWT({ ...content })
        .setProtectedHeader(header)
        .setIssuer(issuer)
        .setAudience(AUDIENCE)
        .setIssuedAt(seconds())
        .setNotBefore(seconds())
        .setExpirationTime(seconds() + Math.min(lifetimeSeconds, LONGEST_SECONDS))
        .sign(await privateKey),
    verify: async (token) => {
      const payload = await verified(token, await publicKey, issuer, clock());
      const parsed = claims.safeParse(payload);
      return parsed.success && parsed.data.env === env ? parsed.data : undefined;
    },
  };
}

async function verified(token: string, key: CryptoKey, issuer: string, now: number): Promise<JWTPayload | undefined> {
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: [ALGORITHM],
      typ: TYPE,
      issuer,
      audience: AUDIENCE,
      maxTokenAge: LONGEST_SECONDS,
      clockTolerance: TOLERANCE_SECONDS,
      currentDate: new Date(now),
      requiredClaims: ['sub', 'jti', 'iat', 'nbf', 'exp'],
    });
    return payload;
  } catch {
    return undefined;
  }
}

async function importKey(key: JWK): Promise<CryptoKey> {
  return (await importJWK(key, ALGORITHM)) as CryptoKey;
}

function publicPart({ d: _private, ...rest }: JWK): JWK {
  return rest;
}
