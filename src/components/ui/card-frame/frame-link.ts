import * as z from 'zod/mini';
import {
  CARD_FRAME_CONNECT,
  fromCardFrame,
  type CardFrameErrorCode,
  type CardFrameFault,
  type FromCardFrame,
  type ToCardFrame,
} from '../../../contract/card-frame.js';
import { newKey } from '../../../controllers/decision.js';
import { clientError } from '../../../services/pay-error.js';

/** What a typed card became: good for one payment, until `expiresAt` (ISO instant). */
export interface TypedCard {
  readonly token: string;
  readonly last4: string;
  readonly expiresAt: string;
}

/** What the owner of a link is told. */
export interface FrameNews {
  /** The form is drawn. */
  ready(): void;
  judged(faults: readonly CardFrameFault[], complete: boolean): void;
  /** CSS pixels. */
  resized(height: number): void;
  /** There is no form. */
  failed(): void;
}

export interface FrameLinkOptions {
  /** The frame's window. */
  readonly target: { postMessage(message: unknown, origin: string, transfer: Transferable[]): void };
  /** Where the frame must be; a window that is elsewhere by now gets nothing. */
  readonly origin: string;
  readonly news: FrameNews;
  /** Runs something later, in milliseconds; returns how to call it off. */
  readonly later?: (run: () => void, ms: number) => () => void;
}

/** A little longer than the frame itself waits for the processor. */
const TOKEN_PATIENCE_MS = 35_000;

interface Asked {
  readonly requestId: string;
  readonly promise: Promise<TypedCard>;
  readonly resolve: (card: TypedCard) => void;
  readonly reject: (code: CardFrameErrorCode) => void;
}

/**
 * Speaks with one loaded card frame. Its port is handed over once, to the frame's exact origin, and nothing is heard from
 * anywhere else: messages to the window, of other requests and of other shapes have no effect.
 */
export class FrameLink {
  readonly #port: MessagePort;
  readonly #news: FrameNews;
  readonly #later: NonNullable<FrameLinkOptions['later']>;
  readonly #nonce = newKey();
  #isReady = false;
  #asked: Asked | undefined;

  constructor({ target, origin, news, later = browserTimer }: FrameLinkOptions) {
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    this.#news = news;
    this.#later = later;
    port1.onmessage = ({ data }: MessageEvent<unknown>) => {
      const message = z.safeParse(fromCardFrame, data);
      if (message.success) this.#hear(message.data);
    };
    target.postMessage({ type: CARD_FRAME_CONNECT, nonce: this.#nonce }, origin, [port2]);
  }

  /** Turns what is typed into a token. While one is being made, all who ask get the same. */
  tokenize(): Promise<TypedCard> {
    if (!this.#isReady) return Promise.reject(errorOf('unavailable'));
    this.#asked ??= this.#ask();
    return this.#asked.promise;
  }

  /** Empties the form. */
  reset(): void {
    this.#tell({ type: 'reset' });
  }

  focus(): void {
    this.#tell({ type: 'focus' });
  }

  close(): void {
    this.#port.close();
    this.#asked?.reject('unavailable');
    this.#isReady = false;
  }

  #ask(): Asked {
    const requestId = newKey();
    let [resolve, reject]: [Asked['resolve'], (error: Error) => void] = [() => undefined, () => undefined];
    const answer = new Promise<TypedCard>((fulfil, refuse) => ([resolve, reject] = [fulfil, refuse]));
    const callOff = this.#later(() => reject(errorOf('timeout')), TOKEN_PATIENCE_MS);
    const promise = answer.finally(() => {
      callOff();
      this.#asked = undefined;
    });
    this.#tell({ type: 'tokenize', requestId });
    return { requestId, promise, resolve, reject: (code) => reject(errorOf(code)) };
  }

  #tell(message: ToCardFrame): void {
    this.#port.postMessage(message);
  }

  #hear(message: FromCardFrame): void {
    if (message.type === 'ready') {
      if (message.nonce !== this.#nonce) return;
      this.#isReady = true;
      this.#news.ready();
    } else if (message.type === 'error') this.#hearError(message);
    else if (message.type === 'resize') this.#news.resized(message.height);
    else if (message.type === 'validity') this.#news.judged(message.faults, message.complete);
    else if (message.requestId === this.#asked?.requestId) {
      const { token, last4, expiresAt } = message;
      this.#asked.resolve({ token, last4, expiresAt });
    }
  }

  #hearError({ requestId, code }: FromCardFrame & { type: 'error' }): void {
    if (requestId === undefined) this.#news.failed();
    else if (requestId === this.#asked?.requestId) this.#asked.reject(code);
  }
}

const errorOf = (code: CardFrameErrorCode) =>
  clientError(code === 'invalid' ? 'card-frame-invalid' : 'card-frame-unavailable');

function browserTimer(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}
