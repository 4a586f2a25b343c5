import type { SideTotals } from '../../../contract/reconciliation.js';
import { printDocument } from '../../ui/print.js';
import { allGroups, type Reading } from './all-groups.js';
import { headlineOf, whyOf } from './answer.js';
import { daysName } from './days-name.js';
import { depositParts } from './deposit.js';
import { nameOf } from './entry-facts.js';
import { lockedLines } from './locked-lines.js';
import { addTable, addText, PAPER } from './paper.js';
import { matchName, type Leaving } from './save-report.js';
import { totalLines } from './total-lines.js';

/** More lines than these are not for paper: the differences are printed alone. */
const MOST_LINES = 2_000;

/** The slip that goes with the deposit. */
export async function printSlip(order: Leaving): Promise<void> {
  const { text, run } = order;
  const { deposit, closing } = run;
  if (!deposit) return;
  const { t, money } = text;
  await printDocument(t('slip.title'), PAPER, (body) => {
    head(body, order, t('slip.title'));
    addText(body, 'p', t('close.deposit', { amount: money(deposit.cents) }), 'total');
    for (const { title, lines } of depositParts(text, deposit)) {
      if (lines.length === 0) continue;
      const rows = lines.map(({ name, cents }) => [name, money(cents)]);
      addTable(body, [title, ''], [...rows, [t('slip.total'), money(deposit.cents)]], { amounts: [1], hasTotal: true });
    }
    if (closing) for (const line of lockedLines(text, closing)) addText(body, 'p', line);
    const signed = addText(body, 'div', '', 'signed');
    for (const line of [t('slip.signature'), t('slip.date')]) addText(signed, 'p', line, 'signature');
  });
}

/** The day on paper: the answer, what it rests on, every difference with its note, and the lines that the table lists. */
export async function printReport(order: Leaving, reading: Reading): Promise<void> {
  const { text, run } = order;
  const { t } = text;
  const isLong = (run.groupCount ?? 0) > MOST_LINES;
  const filter = isLong ? { ...reading.filter, only: 'differences' as const } : reading.filter;
  const { groups, total } = await allGroups({ ...reading, filter }, MOST_LINES);
  await printDocument(t('title'), PAPER, (body) => {
    head(body, order, t('title'));
    addText(body, 'p', headlineOf(text, run), 'total');
    addText(body, 'p', whyOf(text, run));
    if (run.totals) printTotals(body, order, run.totals);
    printDifferences(body, order);
    addText(body, 'h2', t('groups.title'));
    if (isLong) addText(body, 'p', t('print.long', { count: run.groupCount, shown: Math.min(total, MOST_LINES) }));
    const headings = [
      t('groups.komet'),
      t('groups.amount'),
      t('groups.match'),
      t('groups.processor'),
      t('groups.amount'),
    ];
    const rows = groups.map(({ komet, processor, ...match }) => [
      komet ? `${nameOf(komet)} ${komet.customerName ?? ''}` : '',
      komet ? text.decimal(komet.amountCents) : '',
      matchName(text, match),
      processor ? nameOf(processor) : '',
      processor ? text.decimal(processor.amountCents) : '',
    ]);
    addTable(body, headings, rows, { amounts: [1, 4] });
  });
}

function printTotals(body: HTMLElement, { text }: Leaving, totals: { komet: SideTotals; processor: SideTotals }) {
  const { t, decimal } = text;
  const lines = totalLines(text, totals);
  const headings = [t('totals.title'), t('totals.komet'), t('totals.processor'), t('totals.off')];
  const rows = [...lines.kinds, ...lines.brands, lines.net].map(({ name, komet, processor }) => [
    name,
    ...[komet, processor, komet - processor].map(decimal),
  ]);
  addTable(body, headings, rows, { amounts: [1, 2, 3], hasTotal: true });
}

function printDifferences(body: HTMLElement, { text, run: { differences } }: Leaving) {
  if (differences.length === 0) return;
  const { t, money, date } = text;
  const rows = differences.map(({ kind, cause, cents, komet, processor, note }) => [
    [...komet, ...processor].map(nameOf).join(', '),
    `${t(`kindOf.${kind}`)}. ${t(`cause.${cause}`)}`,
    note ? `${note.text} (${t('difference.noted', { name: note.by.name, at: date(note.at) })})` : '',
    money(cents),
  ]);
  addText(body, 'h2', t('differences.title', { count: differences.length }));
  addTable(body, ['', t('difference.likely'), t('difference.note'), t('groups.amount')], rows, { amounts: [3] });
}

function head(body: HTMLElement, { text, run, location }: Leaving, title: string): void {
  addText(body, 'h1', title);
  addText(body, 'p', `${location.name}, ${daysName(text, run)}, ${run.timeZone.replaceAll('_', ' ')}`);
}
