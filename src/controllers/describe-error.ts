import { coreTexts, type CoreKey } from '../locales/core/catalogue.js';
import type { PayError } from '../services/pay-error.js';
import type { Localize } from './localize.js';

/** What went wrong and whether money moved, in a sentence or two: of the broken rule, else of the code, else of the kind. */
export function describeError(text: Localize<CoreKey>, { kind, code, problem }: PayError): string {
  const known = [`rule.${problem?.rule ?? ''}`, `code.${code}`].find(isKey);
  return text.t(known ?? `kind.${kind}`);
}

const isKey = (key: string): key is CoreKey => key in coreTexts.en;
