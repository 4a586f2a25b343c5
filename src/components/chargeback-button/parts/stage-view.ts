import { html, nothing } from 'lit';
import type { ChargeBackPreview } from '../../../contract/charge-back.js';
import type { PayError } from '../../../services/pay-error.js';
import { formView, type FormView } from './form-view.js';
import { doneView, failureView, refusedView, unknownView } from './outcome-view.js';
import { previewView } from './preview-view.js';
import type { Stage } from './stage.js';
import type { Text } from './text.js';

export interface StageView extends Omit<FormView, 'preview'> {
  /** A charge back that was under way has come to nothing. */
  readonly cameToNothing: boolean;
  readonly isSlow: boolean;
  readonly describe: (error: PayError) => string;
}

/** What the window shows at a stage. */
export function stageView(text: Text, preview: ChargeBackPreview, stage: Stage, view: StageView) {
  switch (stage.kind) {
    case 'done':
      return doneView(text, preview, stage.chargeBack);
    case 'unknown':
      return unknownView(text, stage.needsPerson);
    case 'refused':
      return refusedView(text, stage.refusal);
    default:
      return decision(text, preview, stage, view);
  }
}

function decision(
  text: Text,
  preview: ChargeBackPreview,
  stage: Extract<Stage, { kind: 'form' | 'running' }>,
  view: StageView,
) {
  const isRunning = stage.kind === 'running';
  return html`${isRunning ? nothing : failure(text, stage.failure, view)}
    ${previewView(text, preview, view.draft.booksOnly)}
    <div .inert=${isRunning}>${formView(text, { ...view, preview })}</div>
    <p class="line" role="status">
      ${
        isRunning
          ? html`<span class="ring"></span> ${text.t(view.isSlow ? 'progress.slow' : 'progress.running')}`
          : nothing
      }
    </p>`;
}

function failure(text: Text, error: PayError | undefined, { cameToNothing, describe }: StageView) {
  if (!error && !cameToNothing) return nothing;
  return failureView(text, error && describe(error), error?.requestId);
}
