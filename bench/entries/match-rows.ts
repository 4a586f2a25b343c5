import '../../src/components/reconcile-report/parts/match-table.js';
import type { ReadGroups } from '../../src/components/reconcile-report/parts/group-pages.js';
import type { KometUiMatchTable } from '../../src/components/reconcile-report/parts/match-table.js';
import { matchesOf } from '../matches.js';

const matches = matchesOf(100_000);
let table: KometUiMatchTable | undefined;

/** Pages as they come from the proxy, parsed; an answer takes a turn of the event loop. */
const read: ReadGroups = async ({ only, limit, offset }) => {
  const groups = only ? matches.filter(({ group }) => group !== 'matched') : matches;
  const page = groups.slice(Number(offset), Number(offset) + Number(limit));
  return (await new Response(JSON.stringify({ groups: page, total: groups.length })).json()) as Awaited<
    ReturnType<ReadGroups>
  >;
};

/** Shows 100,000 matches in the report's own table. Resolves to what scrolls, once the first rows are there. */
export async function mount(): Promise<HTMLElement> {
  table = document.createElement('komet-ui-match-table');
  Object.assign(table, { read, count: matches.length });
  document.body.append(table);
  await rows((row) => row.ariaBusy === null);
  const scroller = table.shadowRoot?.querySelector<HTMLElement>('.scroller');
  if (!scroller) throw new Error('The table has nothing that scrolls');
  return scroller;
}

/** Leaves the differences alone, as the box in the toolbar does. */
export async function filter(): Promise<void> {
  if (!table) return;
  Object.assign(table, { differencesOnly: true });
  await rows((row) => row.ariaBusy === null && row.classList.contains('differs'));
}

/** Waits until the first row is as wanted. */
async function rows(isWanted: (row: HTMLTableRowElement) => boolean): Promise<void> {
  for (;;) {
    const row = table?.shadowRoot?.querySelector<HTMLTableRowElement>('tbody tr[aria-rowindex]');
    if (row && isWanted(row)) return;
    await new Promise((resolve) => setTimeout(resolve));
  }
}
