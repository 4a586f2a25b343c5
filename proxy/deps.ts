import type { Environment, Permission } from '../src/contract/session.js';
import type { PaymentGateway } from './gateway/port.js';
import type { Komet } from './komet/port.js';
import type { Mailer } from './mail/port.js';
import type { Store } from './store/store.js';

/** Everything the proxy needs from outside. Nothing below `createApp` reads a clock, a random source or the environment itself. */
export interface Deps {
  readonly gateway: PaymentGateway;
  readonly komet: Komet;
  /** Undefined where no mail server is set up; lay mails into the outbox with `queueMail`. */
  readonly mailer: Mailer | undefined;
  readonly store: Store;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** A new 26-character, time-ordered id with at least 80 random bits. */
  readonly newId: () => string;
  readonly log: Log;
  readonly config: Config;
}

export interface Config {
  readonly environment: Environment;
  /** Seals gateway keys at rest: 32 bytes. */
  readonly keyEncryptionKey: Uint8Array;
  /** Address of the page behind a card request's link; the link's token follows. */
  readonly cardRequestUrl: string;
  /** How long a gateway call may take, ms. */
  readonly saleTimeoutMs: number;
  readonly terminalTimeoutMs: number;
  /** After this long, and three searches that found nothing, an unknown sale counts as never made, ms. */
  readonly releaseUnknownAfterMs: number;
  /** An unknown outcome older than this needs a person, ms. */
  readonly reviewAfterMs: number;
}

/** Structured log; members are allow-listed by the caller, never whole requests or answers. */
export interface Log {
  info(event: string, members?: Readonly<Record<string, unknown>>): void;
  warn(event: string, members?: Readonly<Record<string, unknown>>): void;
  error(event: string, members?: Readonly<Record<string, unknown>>): void;
}

/** Who is asking, taken from the verified session token. Every operation scopes itself by it. */
export interface Actor {
  readonly companyId: string;
  readonly id: string;
  readonly name: string;
  readonly kind: 'staff' | 'portal';
  readonly permissions: ReadonlySet<Permission>;
  /** Absent: all customers of the company. */
  readonly customerId?: string;
  /** Absent: all locations of the company. */
  readonly locationIds?: readonly string[];
  readonly requestId: string;
}
