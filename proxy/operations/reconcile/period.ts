import type { DayRange } from '../../../src/domain/reconcile/entry.js';

/** The days of a location that are compared. */
export interface Period extends DayRange {
  readonly companyId: string;
  readonly locationId: string;
}
