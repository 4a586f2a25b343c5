import type { Localize } from '../../../controllers/localize.js';
import type { CardVaultKey } from '../../../locales/card-vault/catalogue.js';

/** The words of the vault. */
export type Text = Localize<CardVaultKey>;
