import { createContext } from '@lit/context';
import type { Message } from '../locales/catalogue.js';
import type { PayClient } from '../services/call.js';
import type { SessionState } from '../services/session-keeper.js';

/** Who works where: the session and the location that widgets take when they are told none. */
export interface Workplace {
  readonly session: SessionState;
  readonly locationId: string | undefined;
}

/** How widgets write. Kept as settings: what makes texts of them is loaded by the tags that have any. */
export interface LanguageOptions {
  /** BCP 47, e.g. `es` or `es-CO`; picks the language of the texts. */
  readonly locale?: string | undefined;
  readonly formatLocale?: string | undefined;
  readonly datePattern?: string | undefined;
  /** Texts of the page's own, by key; they win over ours. */
  readonly messages?: Readonly<Record<string, Message>> | undefined;
}

/** Shared by all copies of the library on a page, so that a widget of one bundle finds the provider of another. */
const key = (name: string): symbol => Symbol.for(`komet-payment-widgets/${name}/1`);

export const clientContext = createContext<PayClient | undefined>(key('client'));
export const workplaceContext = createContext<Workplace>(key('workplace'));
export const languageContext = createContext<LanguageOptions>(key('language'));
