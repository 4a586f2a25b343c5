import { Zip, ZipDeflate } from 'fflate';
import type { Cell } from './cell.js';
import { csvCents } from './csv.js';

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PART = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** What a workbook of one sheet consists of, beside the sheet. */
const FRAME: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${PART}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${PART}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${PART}.styles+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}"><sheets><sheet name="Komet" sheetId="1" r:id="r1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `<styleSheet xmlns="${SHEET}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><fonts count="2"><font/><font><b/></font></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="4" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/></cellXfs></styleSheet>`,
};

/** Places in `cellXfs` above. */
const STYLE = { text: 0, count: 0, heading: 1, cents: 2, day: 3, instant: 4 } as const;

/** A workbook of one sheet, batch by batch: amounts are numbers, days are dates, and text is never a formula. */
export async function* xlsxFile(head: readonly string[], batches: AsyncIterable<Cell[][]>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  for (const [name, xml] of Object.entries(FRAME)) open(zip, name)(XML + xml, true);
  const write = open(zip, 'xl/worksheets/sheet1.xml');
  write(
    `${XML}<worksheet xmlns="${SHEET}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews><sheetData>`,
  );
  write(row(head.map((text) => inline(text, STYLE.heading))));
  for await (const rows of batches) {
    write(rows.map((cells) => row(cells.map(xlsxCell))).join(''));
    yield* ready.splice(0);
  }
  write('</sheetData></worksheet>', true);
  zip.end();
  yield* ready;
}

function open(zip: Zip, name: string): (text: string, isLast?: boolean) => void {
  const file = new ZipDeflate(name, { level: 6 });
  const encoder = new TextEncoder();
  zip.add(file);
  return (text, isLast = false) => file.push(encoder.encode(text), isLast);
}

const row = (cells: readonly string[]): string => `<row>${cells.join('')}</row>`;

function xlsxCell(cell: Cell): string {
  if (!cell) return '<c/>';
  if (cell.kind === 'text') return inline(cell.value, STYLE.text);
  return `<c s="${STYLE[cell.kind]}"><v>${numberOf(cell)}</v></c>`;
}

function numberOf(cell: Exclude<Cell, undefined | { kind: 'text' }>): string {
  if (cell.kind === 'cents') return csvCents(cell.value);
  return cell.kind === 'count' ? String(cell.value) : String(serialOf(cell.value));
}

const DAY_MS = 86_400_000;

/** Days since the spreadsheet's day 0. */
function serialOf(local: string): number {
  const [day = '', time = '00:00'] = local.split(' ');
  return (Date.parse(`${day}T${time}:00Z`) - Date.UTC(1899, 11, 30)) / DAY_MS;
}

const inline = (text: string, style: number): string =>
  `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

/** XML knows no control characters but tab and line breaks. */
const escaped = (text: string): string =>
  text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;');
