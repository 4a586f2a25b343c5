import { expect, oneEvent } from '@open-wc/testing';
import { html } from 'lit';
import '../../../src/components/payment-settings/payment-settings.js';
import type { LocationSettings } from '../../../src/contract/setting.js';
import type { SettingsChangedEvent } from '../../../src/events.js';
import { backend, givenProvider } from '../given-provider.js';
import { call } from '../receive-payment/given.js';
import { WindowScreen } from '../window-screen.js';

const ALLOW = 'Allow to receive payment upon confirmation';

async function givenSettings(settings: Parameters<typeof givenProvider>[1] = {}) {
  const provider = await givenProvider(html`<komet-payment-settings></komet-payment-settings>`, settings);
  return new WindowScreen(provider.querySelector('komet-payment-settings')!);
}

const kept = (of: typeof backend, locationId = 'miami') =>
  call<LocationSettings>(of, 'GET', `/v1/locations/${locationId}/settings`);

/** The settings of one location among several. */
async function placeOf(screen: WindowScreen, index: number): Promise<WindowScreen> {
  const places = await screen.shows<WindowScreen['tag']>('komet-ui-location-settings', 2);
  return new WindowScreen(places[index]!);
}

describe('payment settings', () => {
  it('Guide: a location allows to receive payment upon confirmation, each location for itself', async () => {
    const of = backend.company('allow');
    const screen = await givenSettings({ of });
    const miami = await placeOf(screen, 0);
    await miami.field(ALLOW);
    await screen.sees('Bogotá');
    await expect(screen.tag).to.be.accessible();
    const told = oneEvent<SettingsChangedEvent>(screen.tag, 'komet-settings-changed');
    await miami.tick(ALLOW);
    expect((await told).detail).to.deep.equal({ locationId: 'miami' });
    await miami.sees('Saved.');
    expect((await kept(of)).allowPaymentUponConfirmation).to.equal(true);
    expect((await kept(of, 'bogota')).allowPaymentUponConfirmation).to.equal(false);
  });

  it('sets a fee with what it makes of a payment, never above the processor’s limit', async () => {
    const of = backend.company('fee');
    const screen = await givenSettings({ of });
    const miami = await placeOf(screen, 0);
    await miami.tick('Surcharge');
    await miami.sees('Never added to a debit or prepaid card');
    await miami.type('Percent', '4');
    await miami.sees('No more than 3.99 % is allowed.');
    await miami.click('Save fee');
    expect((await kept(of)).feeRule).to.equal(undefined);
    await miami.type('Percent', '2.9');
    await miami.sees('On $100.00 the customer pays $102.90.');
    await expect(screen.tag).to.be.accessible();
    await miami.click('Save fee');
    await miami.sees('Saved.');
    expect((await kept(of)).feeRule).to.deep.equal({ kind: 'surcharge', percentHundredths: 290 });
    await miami.tick('None');
    await miami.click('Save fee');
    await miami.sees('Saved.');
    expect((await kept(of)).feeRule).to.equal(undefined);
  });

  it('R-3: R-4: shows which buttons the orders of a customer have, and because of which setting', async () => {
    const of = backend.company('preview');
    const screen = await givenSettings({ of });
    const miami = await placeOf(screen, 0);
    const search = await screen.field('Customer');
    search.focus();
    search.value = 'Petal';
    search.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await screen.sees('PETAL');
    screen.all('[role=option]')[0]!.click();
    await screen.sees('Orders of Petal & Stem Florist');
    await screen.sees('Neither the location allows payment upon confirmation nor does the customer require it.');
    await expect(screen.tag).to.be.accessible();
    await miami.tick(ALLOW);
    await screen.sees('The location has “Allow to receive payment upon confirmation”.');
    await screen.sees('Cards can be charged at this location.');
  });

  it('shows them to a user who may not change them, and names the right that is missing', async () => {
    const of = backend.company('settings-looks');
    const screen = await givenSettings({ of, role: 'Cashier' });
    await screen.sees('lacks the right “settings”');
    const miami = await placeOf(screen, 0);
    (await miami.field(ALLOW)).click();
    await miami.settled();
    expect(miami.input(ALLOW).checked).to.equal(false);
    expect((await kept(of)).allowPaymentUponConfirmation).to.equal(false);
    await expect(screen.tag).to.be.accessible();
  });

  it('speaks Spanish', async () => {
    const screen = await givenSettings({ of: backend.company('spanish-places'), locale: 'es' });
    await screen.sees('Permitir recibir el pago al confirmar');
  });
});
