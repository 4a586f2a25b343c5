import type { Localize } from '../../../controllers/localize.js';
import type { SettingKey } from '../../../locales/setting/catalogue.js';

export type SettingText = Pick<Localize<SettingKey>, 't'>;
