import type { Localize } from '../../../controllers/localize.js';
import type { PaymentAdjustKey } from '../../../locales/payment-adjust/catalogue.js';

/** The words and formats every part of this widget is given. */
export type Text = Localize<PaymentAdjustKey>;
