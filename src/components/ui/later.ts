/**
 * Fetches the code of a part that many visits never need. Until it is there the part is an empty place in the page; a fetch
 * that fails is tried again with the next drawing.
 */
export function later(load: () => Promise<unknown>): void {
  load().catch(() => undefined);
}
