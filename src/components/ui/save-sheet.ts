import type { Cell } from '../../domain/sheet/cell.js';
import { csvCell, csvFile, csvText } from '../../domain/sheet/csv.js';
import { download } from './download.js';

export type SheetFormat = 'csv' | 'xlsx';

export interface Sheet {
  /** Of the file, without what tells its format. */
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly Cell[][];
}

const BATCH = 1_000;

/** Gives the user a table as a file for a spreadsheet; a workbook is as safe from formulas as the CSV. */
export async function saveSheet({ name, head, rows }: Sheet, format: SheetFormat): Promise<void> {
  if (format === 'csv') {
    const lines = rows.map((cells) => cells.map(csvCell));
    download(`${name}.csv`, new Blob([csvFile([head.map(csvText), ...lines])], { type: 'text/csv;charset=utf-8' }));
    return;
  }
  const { XLSX_TYPE, xlsxFile } = await import('../../domain/sheet/xlsx.js');
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for await (const chunk of xlsxFile(head, batchesOf(rows))) chunks.push(new Uint8Array(chunk));
  download(`${name}.xlsx`, new Blob(chunks, { type: XLSX_TYPE }));
}

/** A turn of the event loop between two, so that the page goes on. */
async function* batchesOf(rows: readonly Cell[][]): AsyncGenerator<Cell[][]> {
  for (let at = 0; at < rows.length; at += BATCH) {
    yield rows.slice(at, at + BATCH);
    await new Promise((resolve) => setTimeout(resolve));
  }
}
