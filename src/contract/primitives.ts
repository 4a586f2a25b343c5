import * as z from 'zod/mini';

/**
 * Words every message on the wire is made of. Money is whole US cents: the largest amount Komet keeps is
 * `decimal(10,2)`, so a cent count always fits a JavaScript integer.
 */
export const MAX_CENTS = 9_999_999_999;

/** A signed number of cents, e.g. a balance or a reversal. */
export const cents = z.int().check(z.minimum(-MAX_CENTS), z.maximum(MAX_CENTS));

/** Cents of something that can't be negative, e.g. a discount. */
export const nonNegativeCents = z.int().check(z.minimum(0), z.maximum(MAX_CENTS));

/** An opaque identifier of ours or of Komet (Komet's are numbers of up to 20 digits, kept as text). */
export const id = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/));

/** A calendar day in the location's time zone, `YYYY-MM-DD`. */
export const isoDate = z
  .string()
  .check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/), z.refine(isCalendarDay));

/** The 31st of February has the form of a day and is none. */
function isCalendarDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** An instant in UTC, `YYYY-MM-DDTHH:mm:ss.sssZ`. */
export const isoInstant = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/));

/** Free text of one or more lines, bounded so that nothing unbounded reaches the store. */
/* @__NO_SIDE_EFFECTS__ */
export const text = (maxLength: number) => z.string().check(z.trim(), z.maxLength(maxLength));

/** An exact web origin, `scheme://host[:port]`, never a pattern. */
export const origin = z.string().check(z.regex(/^https?:\/\/[a-z0-9.-]+(:\d{1,5})?$/));

/** The key a client makes for one decision and repeats with every retry of it. */
export const idempotencyKey = z.string().check(z.regex(/^[A-Za-z0-9_-]{16,64}$/));

export type Cents = z.infer<typeof cents>;
export type IsoDate = z.infer<typeof isoDate>;
export type IsoInstant = z.infer<typeof isoInstant>;
