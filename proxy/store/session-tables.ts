import type { ColumnType } from 'kysely';
import type { Role } from '../../src/contract/session.js';

/** Tables that serve sessions rather than money. */

/** An instant as `YYYY-MM-DDTHH:mm:ss.sssZ`. */
type Instant = string;

type Json<T> = ColumnType<T, string, string>;

export interface CardFrameTicketTable {
  company_id: string;
  id_hash: string;
  location_id: string;
  origin: string;
  locale: 'en' | 'es';
  color_scheme: 'light' | 'dark';
  expires_at: Instant;
  used_at: Instant | null;
}

/** An opened session: what its token must not say because anyone can read it, and whether it was ended. Its id is the token's `jti`. */
export interface SessionTable {
  company_id: string;
  id: string;
  actor_id: string;
  actor_name: string;
  roles: Json<Role[]>;
  created_at: Instant;
  expires_at: Instant;
  ended_at: Instant | null;
}

/** Attempts of one kind within a window that ends, so that limits hold over replicas and restarts. */
export interface RateTable {
  company_id: string;
  bucket: string;
  ends_at: Instant;
  hits: number;
}
