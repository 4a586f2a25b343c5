import type { Localize } from '../../../controllers/localize.js';
import type { TerminalSettingsKey } from '../../../locales/terminal-settings/catalogue.js';

export type Text = Localize<TerminalSettingsKey>;
