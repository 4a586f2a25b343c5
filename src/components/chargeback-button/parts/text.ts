import type { Payment } from '../../../contract/payment.js';
import type { Localize } from '../../../controllers/localize.js';
import type { ChargebackButtonKey } from '../../../locales/chargeback-button/catalogue.js';
import { BRAND_NAMES } from '../../ui/card-picker/stored-card-option.js';

/** The words and formats every part of this widget is given. */
export type Text = Localize<ChargebackButtonKey>;

/** `Visa •••• 1111` */
export function cardText(text: Text, card: Payment['card']): string {
  return card ? `${BRAND_NAMES[card.brand]} •••• ${card.last4}`.trim() : text.t('card.some');
}
