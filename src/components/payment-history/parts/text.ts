import type { Localize } from '../../../controllers/localize.js';
import type { PaymentHistoryKey } from '../../../locales/payment-history/catalogue.js';

export type Text = Localize<PaymentHistoryKey>;
