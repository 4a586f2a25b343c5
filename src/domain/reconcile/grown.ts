/** The longer array, which begins with what stands in the shorter one. */
export function grown<T extends Float64Array | Int32Array | Uint8Array>(shorter: T, longer: T): T {
  longer.set(shorter);
  return longer;
}
