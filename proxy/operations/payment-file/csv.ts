import type { Cell } from '../../../src/domain/sheet/cell.js';
import { csvCell, csvFile, csvLine, csvText } from '../../../src/domain/sheet/csv.js';

/** CSV for a spreadsheet, batch by batch. */
export async function* csvBatches(
  head: readonly string[],
  batches: AsyncIterable<Cell[][]>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(csvFile([head.map(csvText)]));
  for await (const rows of batches) yield encoder.encode(rows.map((cells) => csvLine(cells.map(csvCell))).join(''));
}
