import { catalogue } from '../catalogue.js';
import { reconcileReportEn } from './en.js';

export const reconcileReportTexts = catalogue(reconcileReportEn, {
  es: () => import('./es.js').then((m) => m.reconcileReportEs),
});

export type ReconcileReportKey = keyof typeof reconcileReportEn;
