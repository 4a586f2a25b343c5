import { html, nothing } from 'lit';
import type { Integration } from '../../../contract/integration.js';
import { todayIn } from '../../ui/today.js';
import type { Text } from './text.js';

/** Whether cards can be charged, what is missing and who acts next. */
export function standingView(text: Text, { state, nextActor }: Integration) {
  const next = state === 'not-enabled' && nextActor === 'operator' ? 'turned-off' : nextActor;
  return html`<p class="notice ${state === 'ready' ? 'success' : 'info'}" role="status">
    <span class="text"><strong>${text.t(`missing.${state}`)}</strong> ${next ? text.t(`next.${next}`) : nothing}</span>
  </p>`;
}

/** The five steps, each with its day. */
export function stepsView(text: Text, { steps }: Integration, timeZone: string) {
  const next = steps.find(({ done }) => !done)?.step;
  return html`<ol class="steps" aria-label=${text.t('steps')}>
    ${steps.map(
      ({ step, done, doneAt }) =>
        html`<li class=${done ? 'done' : ''} aria-current=${step === next ? 'step' : 'false'}>
          <span>${text.t(`step.${step}`)}</span>
          <small class="muted">${dayText(text, done, doneAt && todayIn(timeZone, new Date(doneAt)))}</small>
        </li>`,
    )}
  </ol>`;
}

function dayText(text: Text, done: boolean, date: string | undefined): string {
  if (!done) return text.t('open');
  return date ? text.t('done.at', { date: text.date(date) }) : text.t('done');
}

/** Whose account it is, as the processor said when the keys were proved. */
export function merchantView(text: Text, { merchantName, merchantId, merchantTerminalId }: Integration) {
  if (!merchantId) return nothing;
  return html`<section>
    <h3>${text.t('merchant')}</h3>
    <dl class="facts">
      <div>
        <dt>${text.t('merchant.name')}</dt>
        <dd>${merchantName}</dd>
      </div>
      <div>
        <dt>${text.t('merchant.id')}</dt>
        <dd>${merchantId}</dd>
      </div>
      <div>
        <dt>${text.t('merchant.terminal')}</dt>
        <dd>${merchantTerminalId}</dd>
      </div>
    </dl>
  </section>`;
}
