import type { Localize } from '../../../controllers/localize.js';
import type { CardKey } from '../../../locales/card/catalogue.js';

/** The words around a card. */
export type Text = Localize<CardKey>;
