import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { PayError } from '../../../services/pay-error.js';
import type { ExportOrder } from './export.js';

export type ExportKind = 'csv' | 'xlsx' | 'print';

export type ExportState =
  | { readonly status: 'idle' }
  /** `count`: how many payments were read so far, where they are read here. */
  | { readonly status: 'running'; readonly count: number | undefined }
  | { readonly status: 'failed'; readonly kind: ExportKind; readonly error: PayError };

/** Saves or prints the whole list, one after the other and as long as nobody calls it off. */
export class ListExport implements ReactiveController {
  state: ExportState = { status: 'idle' };
  readonly #host: ReactiveControllerHost;
  readonly #order: () => Omit<ExportOrder, 'signal' | 'onProgress'> | undefined;
  #running: AbortController | undefined;

  constructor(host: ReactiveControllerHost, order: () => Omit<ExportOrder, 'signal' | 'onProgress'> | undefined) {
    this.#host = host;
    this.#order = order;
    host.addController(this);
  }

  hostDisconnected() {
    this.cancel();
  }

  cancel() {
    this.#running?.abort();
  }

  async run(kind: ExportKind): Promise<void> {
    const order = this.#order();
    if (!order || this.#running) return;
    const { signal } = (this.#running = new AbortController());
    this.#show({ status: 'running', count: undefined });
    try {
      const { printList, saveList } = await import('./export.js');
      const onProgress = (count: number) => this.#show({ status: 'running', count });
      await (kind === 'print' ? printList : saveList[kind])({ ...order, signal, onProgress });
      this.#show({ status: 'idle' });
    } catch (error) {
      if (!signal.aborted && !(error instanceof PayError)) throw error;
      this.#show(signal.aborted ? { status: 'idle' } : { status: 'failed', kind, error: error as PayError });
    } finally {
      this.#running = undefined;
    }
  }

  #show(state: ExportState) {
    this.state = state;
    this.#host.requestUpdate();
  }
}
