import type { ApplicationSection } from '../../../domain/application-faults.js';

export type FieldKind = 'text' | 'digits' | 'tel' | 'email' | 'kind' | 'percent' | 'money';

export interface ApplicationField {
  readonly name: string;
  readonly kind: FieldKind;
  /** How many characters the proxy takes. */
  readonly most: number;
}

export interface ApplicationGroup {
  readonly section: ApplicationSection;
  readonly fields: readonly ApplicationField[];
}

const line = (name: string, most = 100): ApplicationField => ({ name, kind: 'text', most });
const phone: ApplicationField = { name: 'phone', kind: 'tel', most: 20 };
const email: ApplicationField = { name: 'email', kind: 'email', most: 100 };
const percent = (name: string): ApplicationField => ({ name, kind: 'percent', most: 3 });
const money = (name: string): ApplicationField => ({ name, kind: 'money', most: 0 });

/** The fields of the credit card information page, in their order. */
export const APPLICATION_GROUPS: readonly ApplicationGroup[] = [
  {
    section: 'business',
    fields: [
      line('legalName'),
      line('tradeName'),
      { name: 'kind', kind: 'kind', most: 0 },
      line('taxId', 10),
      line('street'),
      line('city'),
      line('state', 2),
      line('zip', 10),
      phone,
      line('website'),
    ],
  },
  { section: 'owner', fields: [line('name'), line('title'), percent('sharePercent'), phone, email] },
  {
    section: 'volumes',
    fields: [money('monthlyCents'), money('averageCents'), money('highestCents'), percent('keyedPercent')],
  },
  { section: 'bank', fields: [line('name'), { name: 'accountLast4', kind: 'digits', most: 4 }] },
  { section: 'contact', fields: [line('name'), phone, email] },
];
