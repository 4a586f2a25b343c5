import { html, nothing } from 'lit';
import type { Difference, Reconciliation } from '../../../contract/reconciliation.js';
import type { Text } from './text.js';

export type Verdict = 'balanced' | 'off' | 'differs' | 'explained' | 'none';

/** What the day comes to. A difference with a note is explained; one without is not. */
export function verdictOf({ differences, offCents = 0, totals }: Reconciliation): Verdict {
  if (differences.length > 0) {
    if (differences.every(({ note }) => note)) return 'explained';
    return offCents === 0 ? 'differs' : 'off';
  }
  const count = (totals?.komet.count ?? 0) + (totals?.processor.count ?? 0);
  return count === 0 ? 'none' : 'balanced';
}

/** The answer first: in balance or off by how much, and why, in a sentence. */
export function answer(text: Text, run: Reconciliation) {
  return html`<section class="answer ${verdictOf(run)}" role="status">
    <h3>
      ${headlineOf(text, run)}
      ${run.closing ? html`<span class="tag success">${text.t('answer.closed')}</span>` : nothing}
    </h3>
    <p>${whyOf(text, run)}</p>
    ${run.hasOpenBatch ? html`<p class="notice warning">${text.t('answer.openBatch')}</p>` : nothing}
    ${unsettled(text, run, 'processor')} ${unsettled(text, run, 'komet')}
  </section>`;
}

export function headlineOf({ t, money }: Text, run: Reconciliation): string {
  const verdict = verdictOf(run);
  const amount = money(verdict === 'balanced' ? (run.deposit?.cents ?? 0) : Math.abs(run.offCents ?? 0));
  if (verdict === 'none' && run.to !== undefined) return t('answer.none.days');
  return t(`answer.${verdict}`, { amount, count: run.differences.length });
}

export function whyOf(text: Text, run: Reconciliation): string {
  const { t, money } = text;
  const { totals, differences } = run;
  const [komet, processor] = [totals?.komet, totals?.processor];
  const sides = { komet: money(komet?.netCents ?? 0), processor: money(processor?.netCents ?? 0) };
  switch (verdictOf(run)) {
    case 'none':
      return t('why.none');
    case 'balanced':
      return t('why.balanced', { count: komet?.count ?? 0 });
    case 'explained':
      return t('why.explained', sides);
    default:
      return causesOf(text, sides, differences);
  }
}

function causesOf(text: Text, sides: { komet: string; processor: string }, differences: Reconciliation['differences']) {
  const [first, second] = differences;
  if (!first || second) return text.t('why.several', { ...sides, kinds: kindsOf(text, differences) });
  return text.t('why.off', { ...sides, cause: text.t(`cause.${first.cause}`) });
}

const MOST_KINDS = 3;

/** The kinds of differences with their cents, the largest first: `Amounts differ -$10.00 and 2 × Tip on one side only $5.00`. */
function kindsOf({ t, money, locale }: Text, differences: Reconciliation['differences']): string {
  const kinds = new Map<Difference['kind'], { count: number; cents: number }>();
  for (const { kind, cents } of differences) {
    const { count, cents: sum } = kinds.get(kind) ?? { count: 0, cents: 0 };
    kinds.set(kind, { count: count + 1, cents: sum + cents });
  }
  const largest = [...kinds].sort(([, a], [, b]) => Math.abs(b.cents) - Math.abs(a.cents));
  const words = largest
    .slice(0, MOST_KINDS)
    .map(([kind, { count, cents }]) => t('why.kind', { count, kind: t(`kindOf.${kind}`), amount: money(cents) }));
  const more = largest.slice(MOST_KINDS).reduce((sum, [, { count }]) => sum + count, 0);
  if (more > 0) words.push(t('why.more', { count: more }));
  return new Intl.ListFormat(locale).format(words);
}

type WaitsFor = Reconciliation['unsettled'][number]['waitsFor'];

/** Payments that keep the day open, by what they wait for. */
function unsettled({ t, money }: Text, run: Reconciliation, waitsFor: WaitsFor) {
  const open = run.unsettled.filter((payment) => payment.waitsFor === waitsFor);
  if (open.length === 0) return nothing;
  const payments = open.map(({ controlNumber, paymentId, amountCents }) =>
    [controlNumber === undefined ? paymentId : `#${controlNumber}`, money(amountCents)].join(' '),
  );
  return html`<p class="notice warning">
    <span class="text"
      >${t(waitsFor === 'komet' ? 'unposted' : 'unsettled', { count: open.length, payments: payments.join(', ') })}</span
    >
  </p>`;
}

/** When the day of either side ends, and what Komet was compared with. */
export function cutOffs({ t }: Text, { cutOffs: { komet, processor }, timeZone, source }: Reconciliation) {
  const zone = timeZone.replaceAll('_', ' ');
  return html`<p class="hint">
    ${processor ? t('cutOff.both', { zone, komet, processor }) : t('cutOff.komet', { zone, komet })}
    ${source.kind === 'upload' ? t('source.upload', { file: source.fileName ?? '' }) : nothing}
  </p>`;
}
