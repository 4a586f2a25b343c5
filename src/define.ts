import { attachContextRoot } from './context/root.js';

export const VERSION = '0.1.0';

const DEFINED_BY = Symbol.for('komet-payment-widgets/version');

/**
 * Defines an element under a tag, once. When the library is on a page twice the first copy stays; a copy of another version
 * says so in the console, one time. Never throws.
 */
export const element =
  (tag: `komet-${string}`) =>
  (constructor: CustomElementConstructor): void => {
    attachContextRoot();
    const present = customElements.get(tag) as { [DEFINED_BY]?: string } | undefined;
    if (present) {
      warnOfOtherVersion(present[DEFINED_BY]);
      return;
    }
    Object.assign(constructor, { [DEFINED_BY]: VERSION });
    customElements.define(tag, constructor);
  };

const WARNED = Symbol.for('komet-payment-widgets/warned');

function warnOfOtherVersion(present = 'unknown'): void {
  const page = globalThis as { [WARNED]?: boolean };
  if (present === VERSION || page[WARNED]) return;
  page[WARNED] = true;
  // eslint-disable-next-line no-console -- the page's developer has no other place to see this
  console.warn(`Komet payment widgets ${present} are on this page already; ${VERSION} is ignored.`);
}
