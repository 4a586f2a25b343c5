import { ContextRoot } from '@lit/context';

const ATTACHED = Symbol.for('komet-payment-widgets/context-root/1');

/**
 * Keeps the requests of widgets that stand in the page before their provider is defined. Attached once a page, however
 * many copies of the library there are. Without a page, as on a server, there is nothing to keep.
 */
export function attachContextRoot(): void {
  const page = globalThis as { [ATTACHED]?: boolean };
  if (page[ATTACHED] || typeof document === 'undefined') return;
  page[ATTACHED] = true;
  new ContextRoot().attach(document.documentElement);
}
