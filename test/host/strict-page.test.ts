import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { composePayment, startHost, tags, type Host } from './given.js';

/** The colours a person sees a tag's text and button in. */
const coloursOf = async (page: Page): Promise<string[]> => {
  const apply = tags(page)
    .getByRole('button', { name: /^Apply invoice/ })
    .first();
  await apply.waitFor();
  const text = await tags(page).evaluate((tag) => getComputedStyle(tag).color);
  const button = await apply.evaluate((element) => getComputedStyle(element).color);
  return [text, button];
};

describe('on a page under a strict content security policy and Trusted Types', () => {
  let host: Host;
  before(async () => {
    host = await startHost();
  });
  after(() => host.stop());

  for (const direction of ['ltr', 'rtl'] as const) {
    test(`a tag takes a payment and breaks no policy, ${direction}`, async () => {
      const customer = { ltr: '110', rtl: '111' }[direction];
      const { page, faults, warnings, close } = await host.openStrict({ customers: [customer], direction });
      await (await composePayment(tags(page))).click();
      await page.getByText('Payment approved').waitFor();
      assert.deepEqual({ faults, warnings }, { faults: [], warnings: [] });
      await close();
    });
  }

  test('everything of a tag stays within the page when it is read from right to left', async () => {
    const { page, close } = await host.openStrict(
      { customers: ['25'], direction: 'rtl' },
      { viewport: { width: 900, height: 900 } },
    );
    await tags(page)
      .getByRole('button', { name: /^Apply invoice/ })
      .first()
      .waitFor();
    assert.equal(await tags(page).evaluate((tag) => getComputedStyle(tag).direction), 'rtl');
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    assert.equal(overflow, 0);
    await close();
  });

  test('a light page stays light in a dark system, and a page for both turns dark', async () => {
    const seen = [];
    for (const [colorSchemes, colorScheme] of [
      [undefined, 'light'],
      [undefined, 'dark'],
      ['light dark', 'dark'],
    ] as const) {
      const { page, close } = await host.openStrict(
        { customers: ['25'], ...(colorSchemes && { colorSchemes }) },
        { colorScheme },
      );
      seen.push(await coloursOf(page));
      await close();
    }
    assert.deepEqual(seen[1], seen[0]);
    assert.notDeepEqual(seen[2], seen[0]);
  });
});
