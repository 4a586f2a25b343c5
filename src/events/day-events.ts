import { KometEvent } from './komet-event.js';

export interface DayReconciledDetail {
  readonly locationId: string;
  /** `YYYY-MM-DD` in the time zone of the location. */
  readonly day: string;
  /** What is entered as the bank deposit. */
  readonly depositCents: number;
  readonly reconciliationId: string;
}

/** A day agrees with the processor, or every difference is explained, and it is closed. */
export class DayReconciledEvent extends KometEvent<DayReconciledDetail> {
  constructor(detail: DayReconciledDetail) {
    super('komet-day-reconciled', detail);
  }
}
