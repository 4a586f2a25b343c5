import { html, nothing } from 'lit';
import type { Location } from '../../../contract/location.js';
import type { ReconciliationDay } from '../../../contract/reconciliation.js';
import type { PayError } from '../../../services/pay-error.js';
import { isThrough, type Report } from './load-report.js';
import { stoppedBy, stoppedByCode, stoppedPanel, type Stopped } from './stopped-panel.js';
import type { Text } from './text.js';

export interface Result {
  readonly report: Report;
  readonly location: Location;
  readonly locations: readonly Location[];
  readonly days: readonly ReconciliationDay[];
  /** What is shown could not be read anew. */
  readonly isStale: boolean;
  readonly readonly: boolean;
}

export interface ResultActs {
  /** Compares both sides anew. */
  readonly compare: () => void;
  readonly upload: () => void;
  readonly changed: () => void;
  readonly chooseDay: (day: string) => void;
}

/** A compared day, or why there is none. */
export function resultView(text: Text, result: Result, acts: ResultActs) {
  const run = result.report.reconciliation;
  if (!run) return stopped(text, 'too-old', acts);
  if (run.status === 'cancelled') return stopped(text, 'cancelled', acts);
  if (!isThrough(run)) return stopped(text, stoppedByCode(run.failure ?? ''), acts);
  return html`${result.isStale ? html`<p class="notice warning" role="status">${text.t('stale')}</p>` : nothing}
    <komet-ui-day-report
      .report=${result.report}
      .location=${result.location}
      .locations=${result.locations}
      .days=${result.days}
      .chooseDay=${acts.chooseDay}
      .compare=${acts.compare}
      .upload=${acts.upload}
      .changed=${acts.changed}
      ?readonly=${result.readonly}
    ></komet-ui-day-report>`;
}

/** Why a day could not be read. */
export const failedView = (text: Text, error: PayError, acts: ResultActs) =>
  stopped(text, stoppedBy(error), acts, error.requestId);

function stopped(text: Text, kind: Stopped, { compare, upload }: ResultActs, requestId?: string) {
  const instead = kind === 'unreachable' || kind === 'too-old' ? upload : undefined;
  const facts = { right: 'reconcile', requestId, upload: instead };
  return stoppedPanel(text, kind, kind === 'too-old' ? facts : { ...facts, retry: compare });
}
