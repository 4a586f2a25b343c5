import type { Localize } from '../../../controllers/localize.js';
import type { PaymentSettingsKey } from '../../../locales/payment-settings/catalogue.js';

export type Text = Localize<PaymentSettingsKey>;
