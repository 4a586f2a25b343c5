import type { MerchantApplication } from '../contract/application.js';

/** What is wrong with a field; texts are the widget's. */
export type ApplicationFault =
  | 'missing'
  | 'not-a-tax-id'
  | 'not-a-zip'
  | 'not-a-state'
  | 'not-a-phone'
  | 'not-an-email'
  | 'not-four-digits'
  | 'below-average';

export type ApplicationSection = keyof MerchantApplication;

/** One field that keeps the application from being submitted. */
export interface FieldFault {
  readonly section: ApplicationSection;
  readonly field: string;
  readonly fault: ApplicationFault;
}

type Value = string | number | undefined;
type Check = (value: string) => ApplicationFault | undefined;

const matching =
  (pattern: RegExp, fault: ApplicationFault): Check =>
  (value) =>
    pattern.test(value) ? undefined : fault;

const anything: Check = () => undefined;
const taxId = matching(/^\d{2}-?\d{7}$/, 'not-a-tax-id');
const zip = matching(/^\d{5}(-\d{4})?$/, 'not-a-zip');
const state = matching(/^[A-Za-z]{2}$/, 'not-a-state');
const phone = matching(/^\+?[\d\s().-]{10,20}$/, 'not-a-phone');
const email = matching(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'not-an-email');
const fourDigits = matching(/^\d{4}$/, 'not-four-digits');

/** Every field that has to be filled in, with what it has to look like. The web site and the trade name may be left out. */
const REQUIRED: Readonly<Record<ApplicationSection, Readonly<Record<string, Check>>>> = {
  business: {
    legalName: anything,
    kind: anything,
    taxId,
    street: anything,
    city: anything,
    state,
    zip,
    phone,
  },
  owner: { name: anything, title: anything, sharePercent: anything, phone, email },
  volumes: { monthlyCents: anything, averageCents: anything, highestCents: anything, keyedPercent: anything },
  bank: { name: anything, accountLast4: fourDigits },
  contact: { name: anything, phone, email },
};

/** What keeps an application from being submitted, in the order of the form. */
export function applicationFaults(form: MerchantApplication): FieldFault[] {
  const sections = Object.keys(REQUIRED) as ApplicationSection[];
  return [...sections.flatMap((section) => faultsOf(section, form[section])), ...volumeFaults(form)];
}

function faultsOf(section: ApplicationSection, values: Readonly<Record<string, Value>>): FieldFault[] {
  return Object.entries(REQUIRED[section]).flatMap(([field, check]) => {
    const value = values[field];
    const fault = value === undefined || value === '' ? 'missing' : check(String(value));
    return fault ? [{ section, field, fault }] : [];
  });
}

function volumeFaults({ volumes: { averageCents, highestCents } }: MerchantApplication): FieldFault[] {
  if (averageCents === undefined || highestCents === undefined || highestCents >= averageCents) return [];
  return [{ section: 'volumes', field: 'highestCents', fault: 'below-average' }];
}
