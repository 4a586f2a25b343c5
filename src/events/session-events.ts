import type { Environment } from '../contract/session.js';
import type { PayError, PayErrorCode } from '../services/pay-error.js';
import type { TokenAnswer } from '../services/token-source.js';
import { KometEvent } from './komet-event.js';

/** A session token is needed. A page that has one calls `detail.respond` with it, or with a promise of it. */
export class TokenRequestEvent extends KometEvent<{
  readonly respond: (token: TokenAnswer | Promise<TokenAnswer>) => void;
}> {
  readonly #given: { answer?: Promise<TokenAnswer> };

  constructor() {
    const given: { answer?: Promise<TokenAnswer> } = {};
    const respond = (token: TokenAnswer | Promise<TokenAnswer>): void => {
      given.answer ??= Promise.resolve(token);
    };
    super('komet-token-request', { respond }, { cancelable: true });
    this.#given = given;
  }

  /** Undefined when nobody responded. */
  get answer(): Promise<TokenAnswer> | undefined {
    return this.#given.answer;
  }
}

export interface SessionReadyDetail {
  readonly environment: Environment;
  readonly locationIds: readonly string[];
}

export class SessionReadyEvent extends KometEvent<SessionReadyDetail> {
  constructor({ environment, locationIds }: SessionReadyDetail) {
    super('komet-session-ready', { environment, locationIds: Object.freeze([...locationIds]) });
  }
}

export interface ErrorDetail {
  readonly code: PayErrorCode;
  /** `error` when the user is stuck, `warning` when something else can be done. */
  readonly severity: 'warning' | 'error';
  /** For the log of the page; not for its users. */
  readonly message: string;
  readonly retryable: boolean;
  readonly requestId: string | undefined;
}

/** Something failed that the widget has told its user already. */
export class PayErrorEvent extends KometEvent<ErrorDetail> {
  constructor({ code, message, next, retryable, requestId }: PayError) {
    const severity = next === 'stop' || next === 'sign-in' ? 'error' : 'warning';
    super('komet-error', { code, severity, message, retryable, requestId });
  }
}
