import type { BrowserContextOptions } from 'playwright-core';

/** A way to look at a screen: switches of the demo, and the window it is seen through. */
export interface Variant {
  readonly name: string;
  readonly switches: Readonly<Record<string, string>>;
  readonly window: BrowserContextOptions;
}

const DESKTOP = { viewport: { width: 1280, height: 860 } };

/** The first shows every scene, the others the key ones. */
export const VARIANTS: readonly Variant[] = [
  { name: 'light', switches: { theme: 'light' }, window: DESKTOP },
  { name: 'dark', switches: { theme: 'dark' }, window: { ...DESKTOP, colorScheme: 'dark' } },
  { name: 'compact', switches: { theme: 'light', density: 'compact' }, window: DESKTOP },
  { name: 'spanish', switches: { theme: 'light', locale: 'es' }, window: DESKTOP },
  { name: 'phone', switches: { theme: 'light' }, window: { viewport: { width: 360, height: 780 }, hasTouch: true } },
];
