/** What the gateway's documentation leaves open. The simulator guesses, and a test may choose otherwise. */
export interface Behaviour {
  /** A refund of a sale whose batch is still open is booked; otherwise 402/011. */
  refundUnsettled: boolean;
  /** Result code of voiding a settled transaction. */
  voidSettledCode: string;
  /** Answer to a single-use card token that was used, has expired or never was. */
  cardJwtStatus: number;
  cardJwtCode: string;
  /** Answer when the customer or clerk cancels at the reader. */
  cancelStatus: number;
  cancelCode: string;
  /** An empty search answers 204 instead of an empty list. */
  emptySearchAs204: boolean;
  /** A list of one arrives as the bare object (the gateway's XML heritage). */
  singleAsObject: boolean;
  /** Batch totals count tips and service fees with the amounts. */
  batchTotalsIncludeFees: boolean;
  /** How long a batch that was forced into PENDING stays there, ms. */
  pendingBatchMs: number;
}

export const defaultBehaviour: Behaviour = {
  refundUnsettled: true,
  voidSettledCode: '011',
  cardJwtStatus: 400,
  cardJwtCode: '041',
  cancelStatus: 402,
  cancelCode: '061',
  emptySearchAs204: false,
  singleAsObject: false,
  batchTotalsIncludeFees: true,
  pendingBatchMs: 60_000,
};
