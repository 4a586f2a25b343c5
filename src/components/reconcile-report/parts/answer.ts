import { html, nothing } from 'lit';
import type { Reconciliation } from '../../../contract/reconciliation.js';
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
  const { t, money } = text;
  const verdict = verdictOf(run);
  const amount = money(verdict === 'balanced' ? (run.deposit?.cents ?? 0) : Math.abs(run.offCents ?? 0));
  const count = run.differences.length;
  return html`<section class="answer ${verdict}" role="status">
    <h3>${t(`answer.${verdict}`, { amount, count })}</h3>
    <p>${why(text, run, verdict)}</p>
    ${unsettled(text, run, 'processor')} ${unsettled(text, run, 'komet')}
  </section>`;
}

function why({ t, money }: Text, { totals, differences }: Reconciliation, verdict: Verdict): string {
  const sides = { komet: money(totals?.komet.netCents ?? 0), processor: money(totals?.processor.netCents ?? 0) };
  const [first] = differences;
  if (verdict === 'explained') return t('why.explained', sides);
  if (first) return t('why.off', { ...sides, cause: t(`cause.${first.cause}`) });
  return t(verdict === 'none' ? 'why.none' : 'why.balanced', { count: totals?.komet.count ?? 0 });
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
