import { html, nothing } from 'lit';
import type { PayError } from '../../../services/pay-error.js';
import type { Text } from './text.js';

/** Why there is nothing to see, or nothing to see yet. */
export type Stopped =
  | 'not-configured'
  | 'session-failed'
  | 'no-right'
  | 'load-failed'
  | 'offline'
  | 'unreachable'
  | 'komet-unreachable'
  | 'too-old'
  | 'cancelled';

const BY_CODE: Readonly<Record<string, Stopped>> = {
  'report-too-old': 'too-old',
  'not-permitted': 'no-right',
  'gateway-unreachable': 'unreachable',
  'outcome-unknown': 'unreachable',
  'komet-unreachable': 'komet-unreachable',
};

/** How a comparison that failed with a code, or by a rule, is told. */
export const stoppedByCode = (code: string): Stopped => BY_CODE[code] ?? 'load-failed';

export function stoppedBy({ kind, code, problem }: Pick<PayError, 'kind' | 'code' | 'problem'>): Stopped {
  return kind === 'offline' ? 'offline' : stoppedByCode(problem?.rule ?? code);
}

export interface StoppedFacts {
  readonly right?: string;
  readonly requestId?: string | undefined;
  readonly retry?: () => void;
  /** Takes the Batch report instead of asking the processor. */
  readonly upload?: (() => void) | undefined;
}

/** What is wrong and the ways out. */
export function stoppedPanel({ t }: Text, kind: Stopped, { right, requestId, retry, upload }: StoppedFacts) {
  return html`<section class="center" role="alert">
    <h3>${t(`blocked.${kind}.title`)}</h3>
    <p>${t(`blocked.${kind}.text`, { right })}</p>
    ${requestId ? html`<small class="muted">${t('blocked.reference', { requestId })}</small>` : nothing}
    <div class="line">
      ${retry ? html`<button type="button" @click=${retry}>${t('blocked.retry')}</button>` : nothing}
      ${upload ? html`<button type="button" @click=${upload}>${t('upload.act')}</button>` : nothing}
    </div>
  </section>`;
}
