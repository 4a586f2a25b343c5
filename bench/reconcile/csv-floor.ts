const NEWLINE = 10;
const COMMA = 44;
const ZERO = 48;

/**
 * The least that can be done: each byte looked at once and the columns that are compared filled; nothing is checked, and the places of
 * cells, their order and their spelling are taken for granted.
 */
export function csvFloor(bytes: Uint8Array, rows: number) {
  const columns = {
    transaction: new Float64Array(rows),
    type: new Uint8Array(rows),
    status: new Uint8Array(rows),
    amountCents: new Float64Array(rows),
    day: new Int32Array(rows),
    batch: new Int32Array(rows),
    terminal: new Int32Array(rows),
    starts: new Int32Array(rows),
  };
  let row = 0;
  for (let at = bytes.indexOf(NEWLINE) + 1; at < bytes.length; row++) {
    columns.starts[row] = at;
    columns.transaction[row] = numberAt(bytes, at);
    at = nextCell(bytes, nextCell(bytes, nextCell(bytes, at)));
    columns.type[row] = bytes[at] as number;
    at = nextCell(bytes, at);
    columns.status[row] = bytes[at] as number;
    at = nextCell(bytes, at);
    columns.amountCents[row] = numberAt(bytes, at);
    at = nextCell(bytes, at);
    columns.day[row] = numberAt(bytes, at);
    at = nextCell(bytes, at);
    columns.batch[row] = numberAt(bytes, at);
    at = nextCell(bytes, at);
    columns.terminal[row] = numberAt(bytes, at + 1);
    while (bytes[at] !== NEWLINE) at++;
    at++;
  }
  return { ...columns, length: row };
}

/** The digits of a cell as one number: the cents of an amount, `yyyymmdd` of a day. */
function numberAt(bytes: Uint8Array, from: number): number {
  let value = 0;
  for (let at = from; bytes[at] !== COMMA; at++) {
    const byte = bytes[at] as number;
    if (byte >= ZERO) value = value * 10 + byte - ZERO;
  }
  return value;
}

function nextCell(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] !== COMMA) at++;
  return at + 1;
}
