import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { bookedAtGateway, orderFault } from '../journeys/given.js';
import { composePayment, startHost, tags, type Host } from './given.js';

const approvedOf = (page: Page): Promise<string[]> => page.evaluate('window.approved');
const shortcutsOf = (page: Page): Promise<string[]> => page.evaluate('window.shortcuts');

describe('on a page of jQuery, jQuery UI and jqGrid in quirks mode and ISO-8859-1', () => {
  let host: Host;
  before(async () => {
    host = await startHost();
  });
  after(() => host.stop());

  for (const scriptsAt of ['start', 'end'] as const) {
    test(`a tag takes a payment when its script stands at the ${scriptsAt} of the page`, async () => {
      const customer = { start: '110', end: '111' }[scriptsAt];
      const { page, faults, warnings, close } = await host.openLegacy({ customers: [customer], scriptsAt });
      assert.equal(await page.evaluate('document.compatMode'), 'BackCompat');
      assert.equal(await page.evaluate('document.characterSet'), 'windows-1252');
      await (await composePayment(tags(page))).click();
      await page.getByText('Payment approved').waitFor();
      assert.equal((await approvedOf(page)).length, 1);
      assert.deepEqual({ faults, warnings }, { faults: [], warnings: [] });
      await close();
    });
  }

  test('texts keep their accents although the page and its server name no UTF-8', async () => {
    const { page, close } = await host.openLegacy({ customers: ['112'], locale: 'es' });
    await tags(page).getByRole('button', { name: 'Aplicar a las más antiguas' }).waitFor();
    assert.equal(await page.locator('#lblUser').textContent(), 'Señor Muñoz');
    await close();
  });

  test('the small root font and the page’s looks of fields leave a tag as it is elsewhere', async () => {
    const sizes = [];
    for (const open of [host.openLegacy, host.openStrict]) {
      const { page, close } = await open({ customers: ['113'] });
      const apply = tags(page)
        .getByRole('button', { name: /^Apply invoice/ })
        .first();
      sizes.push(
        await apply.evaluate((button) => {
          const { fontSize, textTransform, whiteSpace } = getComputedStyle(button);
          return { fontSize, textTransform, whiteSpace, width: button.getBoundingClientRect().width };
        }),
      );
      await close();
    }
    assert.deepEqual(sizes[0], sizes[1]);
  });

  test('typing into a tag fires no shortcut of the page', async () => {
    const { page, close } = await host.openLegacy({ customers: ['114'] });
    const amount = tags(page)
      .getByLabel(/^Amount to pay on invoice/)
      .first();
    await amount.click();
    await page.keyboard.type('12.5');
    await page.keyboard.press('Backspace');
    assert.deepEqual(await shortcutsOf(page), []);
    await page.evaluate('document.activeElement.blur()');
    await page.locator('#lblUser').click();
    await page.keyboard.press('n');
    assert.deepEqual(await shortcutsOf(page), ['keydown n', 'keypress n', 'keyup n']);
    await close();
  });

  test('Escape closes the window of a tag and leaves the page’s modal around it open', async () => {
    const { page, faults, close } = await host.openLegacy({ inDialog: '25' });
    const modal = page.getByRole('dialog', { name: 'Receive Payment' });
    await tags(page).getByRole('button', { name: 'Click here to apply' }).click();
    const credits = page.getByRole('dialog', { name: 'Available Credits' });
    await page.getByRole('checkbox', { name: /CR-/ }).first().focus();
    await page.keyboard.press('Escape');
    await credits.waitFor({ state: 'hidden' });
    assert.equal(await modal.isVisible(), true);
    await page.keyboard.press('Escape');
    await modal.waitFor({ state: 'hidden' });
    assert.deepEqual(faults, []);
    await close();
  });

  test('a tag in the page’s modal takes a payment', async () => {
    const { page, faults, close } = await host.openLegacy({ inDialog: '115' });
    await (await composePayment(tags(page))).click();
    await page.getByText('Payment approved').waitFor();
    assert.deepEqual(faults, []);
    await close();
  });

  test('two tags on one page pay for their own customers at the same time', async () => {
    const { page, faults, close } = await host.openLegacy({ customers: ['116', '117'] });
    const before = (await bookedAtGateway(host.backend)).length;
    const buttons = [await composePayment(tags(page).nth(0)), await composePayment(tags(page).nth(1))];
    // One mouse can't press two buttons at the same time; the page can.
    await Promise.all(buttons.map((button) => button.evaluate((element: HTMLElement) => element.click())));
    await tags(page).nth(0).getByText('Payment approved').waitFor();
    await tags(page).nth(1).getByText('Payment approved').waitFor();
    assert.equal((await bookedAtGateway(host.backend)).length, before + 2);
    assert.equal(new Set(await approvedOf(page)).size, 2);
    assert.deepEqual(faults, []);
    await close();
  });

  test('a payment goes on when its grid is reloaded, and the new tag shows how it ends', async () => {
    const { page, faults, close } = await host.openLegacy({ inGrid: '118' });
    const before = (await bookedAtGateway(host.backend)).length;
    const pay = await composePayment(tags(page));
    const old = await tags(page).elementHandle();
    await orderFault(host.backend, { kind: 'delay', ms: 2_000, match: { type: 'sale' } });
    await pay.click();
    await page.getByText('Asking the bank…').waitFor();
    await page.evaluate("$('#gridResults').trigger('reloadGrid')");
    assert.equal(await old.evaluate((tag) => tag.isConnected), false);
    await tags(page).getByText('Payment approved').waitFor();
    assert.equal((await bookedAtGateway(host.backend)).length, before + 1);
    assert.deepEqual(faults, []);
    await close();
  });

  test('the widgets loaded twice are one, without a word', async () => {
    const { page, faults, warnings, close } = await host.openLegacy({
      customers: ['119'],
      scripts: ['current', 'current'],
    });
    await (await composePayment(tags(page))).click();
    await page.getByText('Payment approved').waitFor();
    assert.deepEqual({ faults, warnings }, { faults: [], warnings: [] });
    await close();
  });

  test('an older copy that came first stays, and one warning tells of the newer one', async () => {
    const { page, faults, warnings, close } = await host.openLegacy({
      customers: ['120'],
      scripts: ['older', 'current', 'current'],
    });
    await (await composePayment(tags(page))).click();
    await page.getByText('Payment approved').waitFor();
    assert.deepEqual(faults, []);
    assert.equal(warnings.length, 1);
    assert.match(warnings[0] ?? '', /0\.0\.9 are on this page already; 0\.1\.0 is ignored/);
    await close();
  });
});
