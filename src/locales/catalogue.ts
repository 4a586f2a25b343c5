/** A text with `{name}` places, or one per plural class of the language, chosen by `count`. */
export type Message = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** What a translation must have: every key of the English texts. */
export type Translation<En> = Readonly<Record<keyof En, Message>>;

export const LANGUAGES = ['en', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The texts of one widget: English at hand, the others fetched when somebody reads them. */
export interface Catalogue<Key extends string> {
  readonly en: Readonly<Record<Key, Message>>;
  readonly others: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Readonly<Record<Key, Message>>>>>;
}

export function catalogue<const En extends Readonly<Record<string, Message>>>(
  en: En,
  others: Catalogue<keyof En & string>['others'],
): Catalogue<keyof En & string> {
  return { en, others };
}

/** The language of a BCP 47 tag, e.g. `es` of `es-CO`; English where there is no translation. */
export function languageOf(tag: string): Language {
  const primary = tag.toLowerCase().split('-')[0];
  return LANGUAGES.find((language) => language === primary) ?? 'en';
}
