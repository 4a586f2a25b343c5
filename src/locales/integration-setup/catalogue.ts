import { catalogue } from '../catalogue.js';
import { integrationSetupEn } from './en.js';

export const integrationSetupTexts = catalogue(integrationSetupEn, {
  es: () => import('./es.js').then((m) => m.integrationSetupEs),
});

export type IntegrationSetupKey = keyof typeof integrationSetupEn;
