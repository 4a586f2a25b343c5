/**
 * Room for long columns. What the engine collects garbage for is counted in bytes of unshared buffers: a million lines more of those would
 * make it go through all objects of the caller in the middle of a comparison, which takes longer than the comparison.
 */
const Room = typeof SharedArrayBuffer === 'undefined' ? ArrayBuffer : SharedArrayBuffer;

export const float64Room = (length: number) => new Float64Array(new Room(length * 8));
export const int32Room = (length: number) => new Int32Array(new Room(length * 4));
export const int8Room = (length: number) => new Int8Array(new Room(length));
export const uint8Room = (length: number) => new Uint8Array(new Room(length));

/** The longer array, which begins with what stands in the shorter one. */
export function grown<T extends Float64Array | Int32Array | Uint8Array>(shorter: T, longer: T): T {
  longer.set(shorter);
  return longer;
}
