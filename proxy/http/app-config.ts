import type { JWK } from 'jose';
import type { Integrator } from '../sessions/integrators.js';
import type { Limits } from '../sessions/limits.js';

/** What the HTTP face needs beside the operations' dependencies. Origins are `scheme://host[:port]`. */
export interface AppConfig {
  /** Private Ed25519 key that signs session tokens, as JWK with `kid`. */
  readonly sessionKey: JWK;
  readonly integrators: readonly Integrator[];
  /** Where hosts reach the API. */
  readonly publicOrigin: string;
  /** Where the card frame is served, an origin of its own: its pages share nothing with the API's or the host's. */
  readonly cardFrameOrigin: string;
  /** Base URL of the processor's browser script. */
  readonly gatewayPublicUrl: string;
  /** Further `host[:port]` values under which the API is reached, e.g. behind a load balancer. */
  readonly allowedHosts?: readonly string[];
  /** Instead of the own limits by kind of user. */
  readonly limits?: Readonly<Record<'staff' | 'portal', Limits>>;
  /** Lets the card frame demand Trusted Types of the processor's script too; off until that is known to run so. */
  readonly cardFrameTrustedTypes?: boolean;
  /** The address of a card frame where no server can hand out one-time addresses, e.g. a static Storybook. */
  readonly cardFrameUrl?: (settings: { ticket: string; locale: string; colorScheme: string }) => string;
  /** Reads a script of the built widgets, for the page behind a card request's link. */
  readonly readWidget?: (file: string) => Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** True once the process has been asked to stop: it finishes what it has and takes no more. */
  readonly isStopping?: () => boolean;
}
