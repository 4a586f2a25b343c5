const NEWLINE = 10;
const RETURN = 13;
const QUOTE = 34;
const SPACE = 32;
const TAB = 9;

/** Finds the cells of one line of a file at a time. A line ends in LF or CRLF; what stands in quotes may hold anything. */
export class Cells {
  readonly bytes: Uint8Array;
  /** How many cells the line has. */
  count = 0;
  /** The cell that was opened last, without spaces and quotes around it. */
  start = 0;
  end = 0;
  readonly #delimiter: number;
  /** Start and end of each cell of the line, as many as are wanted. */
  readonly #bounds: Int32Array;

  constructor(bytes: Uint8Array, delimiter: string, wanted: number) {
    this.bytes = bytes;
    this.#delimiter = delimiter.charCodeAt(0);
    this.#bounds = new Int32Array(wanted * 2);
  }

  /** Splits the line that begins there, and tells where the next one does. */
  split(from: number): number {
    const { bytes } = this;
    const delimiter = this.#delimiter;
    const bounds = this.#bounds;
    const { length } = bytes;
    // Most bytes are above both, and are passed over by one comparison.
    const highest = Math.max(delimiter, NEWLINE);
    let count = 0;
    let start = from;
    let byte: number;
    do {
      let at = bytes[start] === QUOTE ? endOfQuotes(bytes, start + 1) : start;
      byte = NEWLINE;
      for (; at < length; at++) {
        byte = bytes[at] as number;
        if (byte <= highest && (byte === delimiter || byte === NEWLINE)) break;
      }
      // Cells beyond the wanted ones are counted, but there is no room to keep them.
      bounds[count * 2] = start;
      bounds[count * 2 + 1] = at;
      count++;
      start = at + 1;
    } while (byte === delimiter && start <= length);
    this.count = count;
    return Math.min(start, length);
  }

  /** Opens a cell of the line. */
  open(column: number): void {
    const { bytes } = this;
    let start = this.#bounds[column * 2] as number;
    let end = this.#bounds[column * 2 + 1] as number;
    while (start < end && isAround(bytes[start] as number)) start++;
    while (end > start && isAround(bytes[end - 1] as number)) end--;
    this.start = start;
    this.end = end;
  }
}

/** Where the cell goes on after its closing quote. */
function endOfQuotes(bytes: Uint8Array, from: number): number {
  let at = from;
  for (; at < bytes.length; at++) {
    if (bytes[at] !== QUOTE) continue;
    if (bytes[at + 1] !== QUOTE) return at + 1;
    at++;
  }
  return at;
}

const isAround = (byte: number): boolean =>
  byte <= QUOTE && (byte === SPACE || byte === QUOTE || byte === RETURN || byte === TAB);
