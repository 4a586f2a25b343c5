import type { Localize } from '../../../controllers/localize.js';
import type { IntegrationSetupKey } from '../../../locales/integration-setup/catalogue.js';

/** The words and formats every part of this widget is given. */
export type Text = Localize<IntegrationSetupKey>;
