import * as z from 'zod';
import { id, origin } from '../../src/contract/primitives.js';
import { environment, permission, PERMISSIONS } from '../../src/contract/session.js';

const port = z.coerce.number().int().min(0).max(65_535);
const seconds = (least: number, standard: number) => z.coerce.number().int().min(least).max(86_400).default(standard);
const baseUrl = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''));
const flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform((value) => value === 'true');
const base64Key = z
  .string()
  .regex(/^[A-Za-z0-9+/_-]{43}=?$/, 'must be 32 bytes in base64')
  .transform((text) =>
    Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0)),
  );

const timeZone = z.string().refine((zone) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}, 'must be an IANA time zone');

/** Everything an integrator may be given; the operator's right goes by its own flag. */
const GRANTABLE = PERMISSIONS.filter((name) => name !== 'operator');

const integrator = z.strictObject({
  companyId: id,
  secretHash: z.string().regex(/^[0-9a-f]{64}$/i, 'must be a SHA-256 in hex'),
  permissions: z.array(permission).default(GRANTABLE),
  origins: z.array(origin).min(1).optional(),
  operator: z.boolean().default(false),
});

const gatewayKey = z.strictObject({
  companyId: id,
  locationId: id,
  terminalId: z.optional(id),
  apiKey: z.string().regex(/^[0-9a-f]{32}$/i, 'must be 32 hex digits'),
});

/** The variables of the process; `docs/configuration.md` explains each. */
export const variables = z.object({
  KOMET_ENVIRONMENT: environment,
  PORT: port.default(4020),
  CARD_FRAME_PORT: port.default(4021),
  PUBLIC_ORIGIN: z.optional(origin),
  CARD_FRAME_ORIGIN: z.optional(origin),
  ALLOWED_HOSTS: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((host) => host.trim())
        .filter(Boolean),
    ),
  INTEGRATORS: json(z.array(integrator).min(1)),
  SESSION_SIGNING_KEY: base64Key.optional(),
  KEY_ENCRYPTION_KEY: base64Key.optional(),
  GATEWAY_URL: baseUrl,
  GATEWAY_PUBLIC_URL: baseUrl.optional(),
  GATEWAY_KEYS: json(z.array(gatewayKey)).default([]),
  KOMET_ADAPTER: z.enum(['demo', 'http']).default('demo'),
  KOMET_API_URL: baseUrl.optional(),
  KOMET_API_TOKEN: z.string().min(1).optional(),
  KOMET_COMPANY_NAME: z.string().min(1).max(100).optional(),
  KOMET_TIME_ZONE: timeZone.default('America/New_York'),
  KOMET_LOCATION_TIME_ZONES: json(z.record(z.string(), timeZone)).default({}),
  CARD_REQUEST_URL: baseUrl.optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.email().optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  ALLOW_LIVE_ON_EMBEDDED_STORE: flag,
  SALE_TIMEOUT_SECONDS: seconds(1, 30),
  TERMINAL_TIMEOUT_SECONDS: seconds(1, 150),
  UNKNOWN_RELEASE_SECONDS: seconds(1, 600),
  REVIEW_AFTER_SECONDS: seconds(1, 86_400),
  STOP_DELAY_SECONDS: seconds(0, 0),
  CARD_FRAME_TRUSTED_TYPES: flag,
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

function json<T extends z.ZodType>(schema: T) {
  return z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue('must be JSON');
        return z.NEVER;
      }
    })
    .pipe(schema);
}

export type Variables = z.output<typeof variables>;
export type GatewayKey = z.output<typeof gatewayKey>;
