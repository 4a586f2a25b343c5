import type { ChargeBackPreview, ChargeBackRequest } from '../../../contract/charge-back.js';

/** What the clerk enters. */
export interface ChargeBackDraft {
  /** `YYYY-MM-DD`; today unless chosen. */
  readonly date: string | undefined;
  readonly reason: string;
  readonly booksOnly: boolean;
}

export const EMPTY_DRAFT: ChargeBackDraft = { date: undefined, reason: '', booksOnly: false };

export type DraftFault = 'date.missing' | 'date.before' | 'date.future' | 'date.locked' | 'reason.missing';

type Days = Pick<ChargeBackPreview, 'earliestDate' | 'today' | 'refusal'>;

/** What keeps it from being sent, field by field (rule R-19 for the date). */
export function faultsOf(draft: ChargeBackDraft, days: Days): DraftFault[] {
  const date = dateFault(draft.date ?? days.today, days);
  return [...(date ? [date] : []), ...(draft.reason.trim() ? [] : (['reason.missing'] as const))];
}

function dateFault(date: string, { earliestDate, today, refusal }: Days): DraftFault | undefined {
  if (date === '') return 'date.missing';
  if (date < earliestDate) return 'date.before';
  if (date > today) return 'date.future';
  return date === today && refusal?.reason === 'date-locked' ? 'date.locked' : undefined;
}

export function requestOf(draft: ChargeBackDraft, { today }: Days): ChargeBackRequest {
  return {
    date: draft.date ?? today,
    reason: draft.reason.trim(),
    ...(draft.booksOnly && { scope: 'books-only' as const }),
  };
}
