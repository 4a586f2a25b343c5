import { catalogue } from '../catalogue.js';
import { paymentEn } from './en.js';

/**
 * The texts as a catalogue of their own; a widget's catalogue takes them in.
 *
 * @public
 */
export const paymentTexts = catalogue(paymentEn, {
  es: () => import('./es.js').then((m) => m.paymentEs),
});

export type PaymentKey = keyof typeof paymentEn;
