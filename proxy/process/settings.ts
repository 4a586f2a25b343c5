import { variables, type Variables } from './environment.js';

/** The variables with what follows from them. */
export interface Settings extends Omit<Variables, 'PUBLIC_ORIGIN' | 'CARD_FRAME_ORIGIN' | 'GATEWAY_PUBLIC_URL'> {
  readonly PUBLIC_ORIGIN: string;
  readonly CARD_FRAME_ORIGIN: string;
  readonly GATEWAY_PUBLIC_URL: string;
}

export type ReadSettings =
  { readonly ok: true; readonly settings: Settings } | { readonly ok: false; readonly faults: readonly string[] };

/** What the gateway may take to show a sale that was sent; a shorter wait could release one that was made. */
const LEAST_LIVE_RELEASE_SECONDS = 600;

/** Reads every variable and tells all faults at once, by name and rule, never by value: some are secrets. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): ReadSettings {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = variables.safeParse(given);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`);
    return { ok: false, faults };
  }
  const { PORT, CARD_FRAME_PORT, PUBLIC_ORIGIN, CARD_FRAME_ORIGIN, GATEWAY_URL, GATEWAY_PUBLIC_URL } = parsed.data;
  const settings: Settings = {
    ...parsed.data,
    PUBLIC_ORIGIN: PUBLIC_ORIGIN ?? `http://localhost:${PORT}`,
    CARD_FRAME_ORIGIN: CARD_FRAME_ORIGIN ?? `http://localhost:${CARD_FRAME_PORT}`,
    GATEWAY_PUBLIC_URL: GATEWAY_PUBLIC_URL ?? GATEWAY_URL,
  };
  const faults = RULES.flatMap(([isBroken, message]) => (isBroken(settings) ? [message] : []));
  return faults.length === 0 ? { ok: true, settings } : { ok: false, faults };
}

type Rule = readonly [isBroken: (settings: Settings) => boolean, message: string];

const isLive = ({ KOMET_ENVIRONMENT }: Settings): boolean => KOMET_ENVIRONMENT === 'live';
const isEmbedded = ({ DATABASE_URL }: Settings): boolean => DATABASE_URL === undefined;
const isPlain = (url: string): boolean => !url.startsWith('https://');

const RULES: readonly Rule[] = [
  [
    (s) => new URL(s.PUBLIC_ORIGIN).host === new URL(s.CARD_FRAME_ORIGIN).host,
    'CARD_FRAME_ORIGIN: must differ from PUBLIC_ORIGIN; the card frame needs an origin of its own',
  ],
  [
    (s) => s.KOMET_ADAPTER === 'http' && (s.KOMET_API_URL === undefined || s.KOMET_API_TOKEN === undefined),
    'KOMET_ADAPTER: http needs KOMET_API_URL and KOMET_API_TOKEN',
  ],
  [
    (s) => s.KOMET_ADAPTER === 'http' && new Set(s.INTEGRATORS.map(({ companyId }) => companyId)).size > 1,
    "KOMET_ADAPTER: http opens one company's books; every entry of INTEGRATORS must name that company",
  ],
  [
    (s) => isLive(s) && s.CARD_REQUEST_URL !== undefined && isPlain(s.CARD_REQUEST_URL),
    'CARD_REQUEST_URL: live money needs https',
  ],
  [(s) => (s.SMTP_URL === undefined) !== (s.MAIL_FROM === undefined), 'MAIL_FROM: SMTP_URL and MAIL_FROM go together'],
  [
    (s) => !s.SESSION_SIGNING_KEY && (!isEmbedded(s) || isLive(s)),
    'SESSION_SIGNING_KEY: must be given with DATABASE_URL and with live money',
  ],
  [
    (s) => !s.KEY_ENCRYPTION_KEY && (!isEmbedded(s) || isLive(s)),
    'KEY_ENCRYPTION_KEY: must be given with DATABASE_URL and with live money',
  ],
  [
    (s) => isLive(s) && isEmbedded(s) && (!s.ALLOW_LIVE_ON_EMBEDDED_STORE || s.DATA_DIR === 'memory://'),
    'DATABASE_URL: live money needs PostgreSQL; the embedded store does not survive a power cut (ALLOW_LIVE_ON_EMBEDDED_STORE=true accepts that, on a folder)',
  ],
  [(s) => isLive(s) && s.KOMET_ADAPTER === 'demo', 'KOMET_ADAPTER: the demo books can not take live money'],
  [
    (s) => isLive(s) && [s.PUBLIC_ORIGIN, s.CARD_FRAME_ORIGIN, s.GATEWAY_URL, s.GATEWAY_PUBLIC_URL].some(isPlain),
    'PUBLIC_ORIGIN, CARD_FRAME_ORIGIN, GATEWAY_URL, GATEWAY_PUBLIC_URL: live money needs https',
  ],
  [
    (s) => isLive(s) && s.KOMET_API_URL !== undefined && isPlain(s.KOMET_API_URL),
    'KOMET_API_URL: live money needs https; the token travels in the address',
  ],
  [
    (s) => isLive(s) && s.UNKNOWN_RELEASE_SECONDS < LEAST_LIVE_RELEASE_SECONDS,
    `UNKNOWN_RELEASE_SECONDS: must be at least ${LEAST_LIVE_RELEASE_SECONDS} with live money`,
  ],
];
