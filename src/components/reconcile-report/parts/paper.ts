/** How a report looks on Letter paper. The frame it is printed from has no doctype, so that tables are told to take the font. */
export const PAPER = `
  body { font: 12px/1.5 system-ui, sans-serif; margin: 0; }
  h1 { font-size: 18px; margin: 0 0 4px; }
  h2 { font-size: 14px; margin: 20px 0 0; }
  p { margin: 4px 0; }
  table { font: inherit; border-collapse: collapse; font-variant-numeric: tabular-nums; margin-block: 12px; width: 100%; }
  th, td { border-bottom: 1px solid #ccc; padding: 4px 6px; text-align: left; vertical-align: top; }
  .amount { text-align: right; white-space: nowrap; }
  .total, .sum td { font-weight: 600; }
  .total { font-size: 16px; }
  .sum td { border-bottom: 0; border-top: 1px solid #000; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  .signed { display: flex; gap: 48px; }
  .signature { border-top: 1px solid #000; margin-top: 64px; padding-top: 4px; width: 240px; }
  @page { size: letter; margin: 15mm; }
`;

export function addText<K extends keyof HTMLElementTagNameMap>(
  parent: HTMLElement,
  name: K,
  content: string,
  className = '',
): HTMLElementTagNameMap[K] {
  const made = parent.appendChild(document.createElement(name));
  made.textContent = content;
  made.className = className;
  return made;
}

interface TableLook {
  /** The columns that hold amounts. */
  readonly amounts: readonly number[];
  /** The last row adds up the others. */
  readonly hasTotal?: boolean;
}

export function addTable(
  parent: HTMLElement,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  { amounts, hasTotal = false }: TableLook,
): void {
  const table = parent.appendChild(document.createElement('table'));
  const look = (at: number) => (amounts.includes(at) ? 'amount' : '');
  const titles = table.createTHead().insertRow();
  for (const [at, heading] of headings.entries()) addText(titles, 'th', heading, look(at));
  const lines = table.createTBody();
  for (const [index, cells] of rows.entries()) {
    const row = lines.insertRow();
    if (hasTotal && index === rows.length - 1) row.className = 'sum';
    for (const [at, content] of cells.entries()) addText(row, 'td', content, look(at));
  }
}
