import { catalogue } from '../catalogue.js';
import { terminalSettingsEn } from './en.js';

export const terminalSettingsTexts = catalogue(terminalSettingsEn, {
  es: () => import('./es.js').then((m) => m.terminalSettingsEs),
});

export type TerminalSettingsKey = keyof typeof terminalSettingsEn;
