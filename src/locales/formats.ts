import type { Language } from './catalogue.js';

/** Spanish as written in the United States: `$1,234.50` and not `1234,50 US$`. */
const FORMAT_LOCALES: Readonly<Record<Language, string>> = { en: 'en-US', es: 'es-US' };

const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;

export interface FormatOptions {
  readonly language: Language;
  /** BCP 47; the language's own when left out or not known to the browser. */
  readonly formatLocale?: string | undefined;
  /** Of `YYYY`, `MM` and `DD`, e.g. `MM/DD/YYYY`; the locale's short month when left out. */
  readonly datePattern?: string | undefined;
}

/** Writes amounts and dates. Amounts are US dollars: card payments know no other currency (rule R-2). */
export class Formats {
  readonly locale: string;
  readonly #datePattern: string | undefined;
  #money: Intl.NumberFormat | undefined;
  #decimal: Intl.NumberFormat | undefined;

  constructor({ language, formatLocale, datePattern }: FormatOptions) {
    this.locale = formatLocale && isKnown(formatLocale) ? formatLocale : FORMAT_LOCALES[language];
    this.#datePattern = datePattern;
  }

  /** 123450 → `$1,234.50` */
  money(cents: number): string {
    this.#money ??= new Intl.NumberFormat(this.locale, { style: 'currency', currency: 'USD' });
    return this.#money.format(cents / 100);
  }

  /** 123450 → `1,234.50`, as it is typed into a field. */
  decimal(cents: number): string {
    return this.#decimals().format(cents / 100);
  }

  number(value: number): string {
    return value.toLocaleString(this.locale);
  }

  /** A calendar day → `Nov 3, 2026`; an instant also gets its time in the browser's zone. */
  date(iso: string): string {
    const day = DAY.exec(iso);
    const at = new Date(iso);
    if (day && this.#datePattern) return fill(this.#datePattern, day);
    const format = { day: 'numeric', month: 'short', year: 'numeric' } as const;
    const more = day ? { timeZone: 'UTC' } : ({ hour: 'numeric', minute: '2-digit' } as const);
    return at.toLocaleString(this.locale, { ...format, ...more });
  }

  get decimalMark(): '.' | ',' {
    return this.#decimals()
      .formatToParts(0.5)
      .some(({ type, value }) => type === 'decimal' && value === ',')
      ? ','
      : '.';
  }

  #decimals(): Intl.NumberFormat {
    this.#decimal ??= new Intl.NumberFormat(this.locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    return this.#decimal;
  }
}

function fill(pattern: string, [, year = '', month = '', day = '']: RegExpExecArray): string {
  return pattern.replace('YYYY', year).replace('MM', month).replace('DD', day);
}

function isKnown(tag: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}
