import * as z from 'zod/mini';
import { id, idempotencyKey } from '../contract/primitives.js';

/** A decision that was sent and whose outcome isn't known: nothing of the card, the customer or the amounts. */
const attempt = z.object({ key: idempotencyKey, fingerprint: z.string(), paymentId: z.optional(id) });

export type Attempt = z.infer<typeof attempt>;

const PREFIX = 'komet-pay:';

/** Keeps open attempts by slot, so that a reload doesn't forget them. Without storage they live as long as the page. */
export class AttemptStore {
  readonly #storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined;

  constructor(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined = tabStorage()) {
    this.#storage = storage;
  }

  read(slot: string): Attempt | undefined {
    try {
      const found = z.safeParse(attempt, JSON.parse(this.#storage?.getItem(PREFIX + slot) ?? 'null'));
      return found.success ? found.data : undefined;
    } catch {
      return undefined;
    }
  }

  write(slot: string, { key, fingerprint, paymentId }: Attempt): void {
    try {
      this.#storage?.setItem(PREFIX + slot, JSON.stringify({ key, fingerprint, paymentId }));
    } catch {
      // A full or forbidden storage must not stop a payment: the proxy still refuses to pay an invoice twice.
    }
  }

  clear(slot: string): void {
    this.#storage?.removeItem(PREFIX + slot);
  }
}

function tabStorage(): Storage | undefined {
  try {
    return sessionStorage;
  } catch {
    return undefined;
  }
}
