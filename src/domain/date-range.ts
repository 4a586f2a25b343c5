/** Days, both included; `YYYY-MM-DD`. */
export interface DateRange {
  readonly from: string;
  readonly to: string;
}

export const RANGE_PRESETS = ['today', 'yesterday', 'this-week', 'this-month', 'last-month', 'last-30-days'] as const;
export type RangePreset = (typeof RANGE_PRESETS)[number];

/** The days a preset means on a given day. Weeks begin on Monday. */
export function rangeOf(preset: RangePreset, today: string): DateRange {
  switch (preset) {
    case 'today':
      return { from: today, to: today };
    case 'yesterday':
      return { from: daysBefore(today, 1), to: daysBefore(today, 1) };
    case 'this-week':
      return { from: daysBefore(today, (dateOf(today).getUTCDay() + 6) % 7), to: today };
    case 'this-month':
      return { from: `${today.slice(0, 7)}-01`, to: today };
    case 'last-month': {
      const to = daysBefore(`${today.slice(0, 7)}-01`, 1);
      return { from: `${to.slice(0, 7)}-01`, to };
    }
    case 'last-30-days':
      return { from: daysBefore(today, 29), to: today };
  }
}

/** The preset whose days these are, if there is one. */
export const presetOf = (
  range: { readonly from?: string | undefined; readonly to?: string | undefined },
  today: string,
): RangePreset | undefined =>
  RANGE_PRESETS.find((preset) => {
    const { from, to } = rangeOf(preset, today);
    return from === range.from && to === range.to;
  });

export function daysBefore(day: string, days: number): string {
  const date = dateOf(day);
  date.setUTCDate(date.getUTCDate() - days);
  return date.toISOString().slice(0, 10);
}

const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`);
