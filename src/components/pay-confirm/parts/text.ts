import type { Localize } from '../../../controllers/localize.js';
import type { PayConfirmKey } from '../../../locales/pay-confirm/catalogue.js';

/** The words and formats every part of this widget is given. */
export type Text = Localize<PayConfirmKey>;
