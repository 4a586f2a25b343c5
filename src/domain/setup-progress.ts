import { SETUP_STEPS, type Integration, type SetupStep } from '../contract/integration.js';
import type { IntegrationState } from '../contract/location.js';

/** What was done so far, as instants; absent for what wasn't. */
export interface SetupFacts {
  readonly enabledAt?: string | undefined;
  readonly submittedAt?: string | undefined;
  readonly ratesRecordedAt?: string | undefined;
  readonly keysSavedAt?: string | undefined;
  readonly verifiedAt?: string | undefined;
  /** It was turned off, and only an operator turns it on again (rule R-33). */
  readonly turnedOff?: boolean;
}

/** Where a location stands. Keys may come first where an operator puts them in place without an application. */
export function setupState(facts: SetupFacts): IntegrationState {
  if (facts.turnedOff || !facts.enabledAt) return 'not-enabled';
  if (facts.verifiedAt) return 'ready';
  if (facts.keysSavedAt || facts.ratesRecordedAt) return 'keys-pending';
  return facts.submittedAt ? 'rates-negotiation' : 'application-pending';
}

/** How many of the five steps each state has behind it. */
const DONE: Readonly<Record<IntegrationState, number>> = {
  'not-enabled': 0,
  'application-pending': 1,
  'rates-negotiation': 2,
  'keys-pending': 3,
  ready: 5,
};

export function setupSteps(facts: SetupFacts): Integration['steps'] {
  const state = setupState(facts);
  const dates: Readonly<Record<SetupStep, string | undefined>> = {
    enable: facts.enabledAt,
    apply: facts.submittedAt,
    rates: facts.ratesRecordedAt,
    keys: facts.keysSavedAt,
    ready: facts.verifiedAt,
  };
  return SETUP_STEPS.map((step, index) => {
    const done = index < DONE[state] || (state === 'keys-pending' && step === 'keys' && dates.keys !== undefined);
    const doneAt = done ? dates[step] : undefined;
    return { step, done, ...(doneAt && { doneAt }) };
  });
}

/** Who has to act next; nobody once cards can be charged. */
export function nextActor(facts: SetupFacts): Integration['nextActor'] {
  if (facts.turnedOff) return 'operator';
  return ACTORS[setupState(facts)];
}

const ACTORS: Readonly<Record<IntegrationState, Integration['nextActor']>> = {
  'not-enabled': 'company',
  'application-pending': 'company',
  'rates-negotiation': 'processor',
  'keys-pending': 'operator',
  ready: undefined,
};
