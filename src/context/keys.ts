import { createContext } from '@lit/context';
import type { PayClient } from '../services/call.js';
import type { SessionState } from '../services/session-keeper.js';
import type { Localisation } from './localisation.js';

/** Who works where: the session and the location that widgets take when they are told none. */
export interface Workplace {
  readonly session: SessionState;
  readonly locationId: string | undefined;
}

/** Shared by all copies of the library on a page, so that a widget of one bundle finds the provider of another. */
const key = (name: string): symbol => Symbol.for(`komet-payment-widgets/${name}/1`);

export const clientContext = createContext<PayClient | undefined>(key('client'));
export const workplaceContext = createContext<Workplace>(key('workplace'));
export const localisationContext = createContext<Localisation>(key('localisation'));
