import { readFlag } from './fields.js';
import type { ResponseFilter } from './state.js';

const avsNames: Record<string, string> = {
  X: 'ADDRESS_AND_NINE_DIGIT_ZIP_MATCH',
  Y: 'ADDRESS_AND_FIVE_DIGIT_ZIP_MATCH',
  W: 'WHOLE_ZIP_MATCH_NOT_ADDRESS',
  Z: 'FIVE_DIGIT_ZIP_MATCH_ADDRESS_DOES_NOT',
  A: 'ADDRESS_MATCH_ZIP_DOES_NOT',
  N: 'ADDRESS_AND_ZIP_DO_NOT_MATCH',
  G: 'ADDRESS_INFORMATION_NOT_VERIFIED',
  S: 'ISSUER_DOES_NOT_SUPPORT_AVS',
  U: 'ADDRESS_INFO_IS_UNAVAILABLE',
  E: 'TRANSACTION_INELIGIBLE',
  R: 'SYSTEM_UNAVAILABLE_OR_TIMEOUT',
};

const cscNames: Record<string, string> = {
  M: 'CSC_MATCHED',
  N: 'CSC_NOT_MATCHED',
  P: 'NOT_PROCESSED',
  S: 'CSC_SHOULD_BE_ON_CARD_BUT_MERCHANT_SAID_IT_IS_NOT',
  U: 'UNKNOWN_OR_ISSUER_DID_NOT_PARTICIPATE',
  X: 'SERVICE_PROVIDER_DID_NOT_RESPONSE',
};

/** Disabled, with everything allowed but an outright mismatch. */
export const newAvsFilter = (): ResponseFilter => newFilter(avsNames);
export const newCscFilter = (): ResponseFilter => newFilter(cscNames);

function newFilter(names: Record<string, string>): ResponseFilter {
  const responses = Object.entries(names).map(([code, name]) => ({ name, code, allowed: code !== 'N' }));
  return { enabled: false, responses };
}

/** True when an enabled filter does not allow this answer of the issuer. */
export function refuses(filter: ResponseFilter, code: string | undefined): boolean {
  return filter.enabled && filter.responses.some((response) => response.code === code && !response.allowed);
}

export function filterView(filter: ResponseFilter): Record<string, unknown> {
  const list = filter.responses.map(({ name, code, allowed }) => ({
    name,
    allowed: String(allowed),
    description: name.replaceAll('_', ' ').toLowerCase(),
    'response-code': code,
  }));
  return { enabled: String(filter.enabled), 'response-filters': { 'response-filter': list } };
}

/** Takes over `enabled` and, by name or code, which responses are allowed. */
export function updateFilter(filter: ResponseFilter, body: Record<string, unknown>): void {
  filter.enabled = readFlag(body, 'enabled', filter.enabled);
  const wrapped = body['response-filters'] as { 'response-filter'?: unknown } | undefined;
  const changes = [wrapped?.['response-filter'] ?? []].flat() as Record<string, unknown>[];
  for (const change of changes) {
    const known = filter.responses.find(
      ({ name, code }) => name === change['name'] || code === change['response-code'],
    );
    if (known) known.allowed = readFlag(change, 'allowed', known.allowed);
  }
}
