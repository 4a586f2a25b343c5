import type { RefundableCredit } from '../../../contract/credit-refund.js';
import type { Localize } from '../../../controllers/localize.js';
import type { CreditRefundKey } from '../../../locales/credit-refund/catalogue.js';
import { BRAND_NAMES } from '../../ui/card-picker/stored-card-option.js';

/** The words and formats every part of this widget is given. */
export type Text = Localize<CreditRefundKey>;

/** `Visa •••• 1111`; nothing for a card the gateway did not name. */
export const cardText = ({ card }: RefundableCredit): string | undefined =>
  card && `${BRAND_NAMES[card.brand]} •••• ${card.last4}`.trim();
