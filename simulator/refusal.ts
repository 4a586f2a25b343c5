import type { Transaction } from './state.js';

/** A call the gateway answers with an error envelope; `transaction` is set when the refusal was booked (a decline). */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly transaction: Transaction | undefined;

  constructor(status: number, code: string, message: string, transaction?: Transaction) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
    this.code = code;
    this.transaction = transaction;
  }
}

export const invalid = (message: string) => new Refusal(400, '041', message);
export const unauthorized = () => new Refusal(401, '042', 'UNAUTHORIZED');

/**
 * The caller's connection is gone. As `fetch` in process it rejects like a network failure does;
 * the process form destroys the socket instead of answering.
 */
export class DroppedConnection extends TypeError {
  constructor() {
    super('network connection was lost');
    this.name = 'DroppedConnection';
  }
}
