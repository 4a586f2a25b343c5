import type { Localize } from '../../../controllers/localize.js';
import type { PaymentKey } from '../../../locales/payment/catalogue.js';

/** The words around a payment, whichever widget takes it; a widget's own texts may be more. */
export type Text = Localize<PaymentKey>;
