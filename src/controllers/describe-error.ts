import { coreTexts, type CoreKey } from '../locales/core/catalogue.js';
import type { PayError } from '../services/pay-error.js';
import type { Localize } from './localize.js';

/**
 * What went wrong and whether money moved, in a sentence or two: of why the bank or the processor refused, else of the broken
 * rule, the code or the kind.
 */
export function describeError(text: Localize<CoreKey>, { kind, code, problem, payment }: PayError): string {
  const causes = [`decline.${payment?.decline?.cause ?? ''}`, `failure.${payment?.failure ?? ''}`];
  const known = [...causes, `rule.${problem?.rule ?? ''}`, `code.${code}`].find(isKey);
  return text.t(known ?? `kind.${kind}`);
}

const isKey = (key: string): key is CoreKey => key in coreTexts.en;
