/** Milliseconds since the epoch as the store's instants. */
export const instant = (milliseconds: number): string => new Date(milliseconds).toISOString();

/** The calendar day at an instant in a time zone, `YYYY-MM-DD`. */
export function dayIn(timeZone: string, milliseconds: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    milliseconds,
  );
}
