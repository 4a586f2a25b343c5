import type { Page } from 'playwright-core';
import type { DemoBooks } from '../demo-books.js';

/** A moment of a journey. `act` finds parts by their place and not by their texts, which differ by language. */
export interface Scene {
  readonly name: string;
  readonly journey: string;
  /** What is seen, as the gallery's page says it. */
  readonly shows: string;
  /** The moment that stands for its journey is drawn in every variant, the others in the first alone. */
  readonly isKey?: true;
  /** Switches of the demo beside the variant's own. */
  readonly switches?: Readonly<Record<string, string>>;
  /** The screen, as the address of the demo names it. */
  readonly screen: string;
  readonly prepare?: (books: DemoBooks) => Promise<unknown>;
  readonly act: (page: Page) => Promise<unknown>;
}

export const sees = (selector: string) => (page: Page) => page.locator(selector).first().waitFor();
export const click = (page: Page, selector: string) => page.locator(selector).first().click();
