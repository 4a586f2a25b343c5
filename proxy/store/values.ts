/** How both drivers turn the database's text into values, so that a row reads the same from PostgreSQL and PGlite. */

const INT8 = 20;
const DATE = 1082;
const TIMESTAMPTZ = 1184;

function exactInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} does not fit an exact integer`);
  return value;
}

const asText = (text: string): string => text;
const asInstant = (text: string): string => new Date(text).toISOString();

export const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  [INT8]: exactInteger,
  [DATE]: asText,
  [TIMESTAMPTZ]: asInstant,
};
