import { expect, fixture, waitUntil } from '@open-wc/testing';
import { html } from 'lit';
import type { ReconciliationGroup } from '../../../src/contract/reconciliation.js';
import '../../../src/components/reconcile-report/parts/match-table.js';
import type { ReadGroups } from '../../../src/components/reconcile-report/parts/group-pages.js';
import type { KometUiMatchTable } from '../../../src/components/reconcile-report/parts/match-table.js';

const COUNT = 20_000;

const groupAt = (index: number): ReconciliationGroup => {
  const entry = {
    id: `e${index}`,
    kind: 'sale' as const,
    state: 'approved' as const,
    amountCents: index,
    feeCents: 0,
    tipCents: 0,
    day: '2026-11-20',
    locationId: 'miami',
  };
  return { index, group: 'matched', komet: { ...entry, controlNumber: index }, processor: entry };
};

/** A long comparison, and which places of it were read. */
async function givenLongTable() {
  const read: string[] = [];
  const from: ReadGroups = ({ limit = '0', offset = '0', search }) => {
    read.push(offset);
    const total = search ? 1 : COUNT;
    const length = Math.min(Number(limit), total - Number(offset));
    const groups = Array.from({ length }, (_, at) => groupAt(search ? Number(search) : Number(offset) + at));
    return Promise.resolve({ groups, total });
  };
  const table = await fixture<KometUiMatchTable>(
    html`<komet-ui-match-table .read=${from} count=${COUNT}></komet-ui-match-table>`,
  );
  const root = table.shadowRoot!;
  const says = (text: string) => waitUntil(() => root.textContent.includes(text), `“${text}” is seen`);
  await says('#0');
  return { root, says, read };
}

describe('a long comparison', () => {
  it('is read where it is looked at, to its last row by one key', async () => {
    const { root, says, read } = await givenLongTable();
    expect(root.querySelectorAll('tbody tr').length).to.be.lessThan(80);
    root.querySelector<HTMLElement>('[data-field=open]')!.focus();
    root.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true, composed: true }));
    await says(`#${COUNT - 1}`);
    await waitUntil(() => root.activeElement?.textContent.trim() === `#${COUNT - 1}`, 'the last row has the focus');
    expect(read).to.deep.equal(['0', String(COUNT - 100)]);
  });

  it('is searched once the typing pauses', async () => {
    const { root, says, read } = await givenLongTable();
    const search = root.querySelector<HTMLInputElement>('#search')!;
    for (const typed of ['1', '17', '177']) {
      search.value = typed;
      search.dispatchEvent(new InputEvent('input'));
    }
    await says('1 row');
    await says('#177');
    expect(read).to.deep.equal(['0', '0']);
  });
});
