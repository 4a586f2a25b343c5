import type { ReactiveControllerHost } from 'lit';
import { describeError } from '../../../controllers/describe-error.js';
import { Localize } from '../../../controllers/localize.js';
import { coreTexts } from '../../../locales/core/catalogue.js';
import { outcomeTexts } from '../../../locales/outcome/catalogue.js';
import { duplicateQuestion, type DuplicateView } from './duplicate-question.js';
import { refusalNotice } from './refusal-notice.js';
import type { Refusal } from './refusal.js';

export interface RefusalActs extends DuplicateView {
  readonly reload: () => void;
}

/** Shows why no payment came of an attempt. Comes later than the form: most payments are never refused. */
export class RefusalView {
  readonly #text;
  readonly #core;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#text = new Localize(host, outcomeTexts);
    this.#core = new Localize(host, coreTexts);
  }

  render(refusal: Refusal, acts: RefusalActs) {
    if (refusal.kind === 'duplicate') return duplicateQuestion(this.#text, acts);
    return refusalNotice(this.#text, refusal, {
      reload: acts.reload,
      describe: (error) => describeError(this.#core, error),
    });
  }
}
