/** `12/27` of the contract's `1227`. */
export const shownExpiry = (mmyy: string): string => `${mmyy.slice(0, 2)}/${mmyy.slice(2)}`;

export type ExpiryState = 'valid' | 'soon' | 'expired';

/** A card is good until the last day of its month; in that month and the next it is told to expire soon. */
export function expiryState(mmyy: string | undefined, today: string): ExpiryState {
  if (!mmyy) return 'valid';
  const months = (year: number, month: number) => year * 12 + month;
  const last = months(2000 + Number(mmyy.slice(2)), Number(mmyy.slice(0, 2)));
  const now = months(Number(today.slice(0, 4)), Number(today.slice(5, 7)));
  if (last < now) return 'expired';
  return last - now <= 1 ? 'soon' : 'valid';
}
