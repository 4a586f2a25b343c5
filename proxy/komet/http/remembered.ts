/** A value that is read again once it is older than asked for. Everyone who asks while it is being read waits for the same call. */
export interface Remembered<T> {
  /** At most `maxAgeMs` old. A failed reading is not remembered. */
  get(maxAgeMs?: number): Promise<T>;
}

export function remember<T>(
  read: () => Promise<T>,
  { clock, maxAgeMs }: { readonly clock: () => number; readonly maxAgeMs: number },
): Remembered<T> {
  let last: { readonly at: number; readonly value: Promise<T> } | undefined;
  return {
    get: (wanted = maxAgeMs) => {
      if (last && clock() - last.at <= wanted) return last.value;
      const reading = { at: clock(), value: read() };
      last = reading;
      reading.value.catch(() => {
        if (last === reading) last = undefined;
      });
      return reading.value;
    },
  };
}
