import type { MerchantApplication } from '../../../contract/application.js';
import {
  applicationFaults,
  type ApplicationFault,
  type ApplicationSection,
} from '../../../domain/application-faults.js';

/** A place in the form, `<section>.<field>`. */
export type Place = `${ApplicationSection}.${string}`;

export type FormFault = ApplicationFault | 'not-a-percent';

/** The form as far as it can be read, and what was typed where it can't. */
export interface ApplicationDraft {
  readonly form: MerchantApplication;
  readonly unreadable: Readonly<Record<string, string>>;
}

export const draftOf = (form: MerchantApplication): ApplicationDraft => ({ form, unreadable: {} });

type Value = string | number | undefined;

export function valueAt({ form }: ApplicationDraft, place: Place): Value {
  const [section, field] = partsOf(place);
  return (form[section] as Readonly<Record<string, Value>>)[field];
}

/** The draft with a value in its place; nothing there when it is undefined. */
export function withValue({ form, unreadable }: ApplicationDraft, place: Place, value: Value): ApplicationDraft {
  const [section, field] = partsOf(place);
  const { [field]: _former, ...rest } = form[section] as Readonly<Record<string, Value>>;
  const { [place]: _typed, ...others } = unreadable;
  const members = value === undefined || value === '' ? rest : { ...rest, [field]: value };
  return { form: { ...form, [section]: members }, unreadable: others };
}

/** The draft with a text in a place that can't be read as what belongs there. */
export function withUnreadable(draft: ApplicationDraft, place: Place, typed: string): ApplicationDraft {
  const { form, unreadable } = withValue(draft, place, undefined);
  return { form, unreadable: { ...unreadable, [place]: typed } };
}

/** A whole percentage; a text that is none stays as it was typed. */
export function withPercent(draft: ApplicationDraft, place: Place, typed: string): ApplicationDraft {
  const bare = typed.trim();
  if (bare === '') return withValue(draft, place, undefined);
  const isPercent = /^\d{1,3}$/.test(bare) && Number(bare) <= 100;
  return isPercent ? withValue(draft, place, Number(bare)) : withUnreadable(draft, place, typed);
}

/** What is wrong, by place, in the order of the form. Amounts that can't be read are told by their own fields. */
export function faultsOf({ form, unreadable }: ApplicationDraft): ReadonlyMap<Place, FormFault> {
  const faults = applicationFaults(form).map(({ section, field, fault }): [Place, FormFault] => {
    const place: Place = `${section}.${field}`;
    return [place, place.endsWith('Percent') && place in unreadable ? 'not-a-percent' : fault];
  });
  return new Map(faults);
}

function partsOf(place: Place): [ApplicationSection, string] {
  const at = place.indexOf('.');
  return [place.slice(0, at) as ApplicationSection, place.slice(at + 1)];
}
