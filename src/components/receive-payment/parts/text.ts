import type { Localize } from '../../../controllers/localize.js';
import type { ReceivePaymentKey } from '../../../locales/receive-payment/catalogue.js';

/** The words and formats every part of this widget is given. */
export type Text = Localize<ReceivePaymentKey>;
