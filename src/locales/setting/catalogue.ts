import { catalogue } from '../catalogue.js';
import { settingEn } from './en.js';

export const settingTexts = catalogue(settingEn, {
  es: () => import('./es.js').then((m) => m.settingEs),
});

export type SettingKey = keyof typeof settingEn;
