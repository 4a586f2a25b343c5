import type { UnknownReason } from './port.js';

export interface GatewayHttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** For everything from name lookup to the last byte of the answer. */
  readonly timeoutMs: number;
}

export interface GatewayHttpResponse {
  readonly status: number;
  readonly text: string;
}

/**
 * One HTTP call: never repeated, no redirect followed, answer bounded.
 * @throws NotSentError when it is proven that no byte of the request was written; anything else it throws leaves a doubt
 */
export type GatewayHttp = (request: GatewayHttpRequest) => Promise<GatewayHttpResponse>;

/** The request never left: no name, no connection, no TLS. Only this makes a failed call safe to forget. */
export class NotSentError extends Error {
  override readonly name = 'NotSentError';
}

/** The request may have been carried out. */
export class DoubtError extends Error {
  override readonly name = 'DoubtError';
  readonly reason: UnknownReason;

  constructor(reason: UnknownReason, options?: ErrorOptions) {
    super(`The gateway's answer was lost: ${reason}`, options);
    this.reason = reason;
  }
}

/** Longest answer that is read, also after decompression. A full page of a search is a tenth of it. */
export const MAX_ANSWER_BYTES = 1_048_576;
