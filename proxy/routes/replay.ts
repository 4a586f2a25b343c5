/** Tells the client that it got the answer of an earlier request with the same key. */
export function replayHeader(replayed: boolean): Readonly<Record<string, string>> {
  return replayed ? { 'idempotent-replayed': 'true' } : {};
}
