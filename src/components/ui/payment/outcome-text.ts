import type { Localize } from '../../../controllers/localize.js';
import type { OutcomeKey } from '../../../locales/outcome/catalogue.js';

/** The words for how a payment ended. */
export type OutcomeText = Localize<OutcomeKey>;
