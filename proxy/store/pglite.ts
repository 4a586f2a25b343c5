import type { PGlite, PGliteOptions } from '@electric-sql/pglite';
import { PGliteDialect, type Dialect } from 'kysely';
import { PARSERS } from './values.js';

/** What a PGlite must be created with, so that its rows read like PostgreSQL's. */
export const PGLITE_OPTIONS = { parsers: { ...PARSERS } } satisfies PGliteOptions;

/**
 * The embedded store. It has one connection and never calls fsync: it survives a killed process but not a power cut, and two
 * processes must not open one folder (see `folder-lock.ts`).
 */
export function pgliteDialect(pglite: PGlite): Dialect {
  return new PGliteDialect({ pglite });
}
