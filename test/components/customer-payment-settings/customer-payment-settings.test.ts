import { expect, oneEvent } from '@open-wc/testing';
import { html } from 'lit';
import '../../../src/components/customer-payment-settings/customer-payment-settings.js';
import type { CustomerSettings } from '../../../src/contract/setting.js';
import type { SettingsChangedEvent } from '../../../src/events.js';
import { backend, givenProvider } from '../given-provider.js';
import { call } from '../receive-payment/given.js';
import { WindowScreen } from '../window-screen.js';

const REQUIRE = 'Require Payment Upon Confirmation';

async function givenSettings(settings: Parameters<typeof givenProvider>[1] = {}, customerId = '25') {
  const provider = await givenProvider(
    html`<komet-customer-payment-settings customer-id=${customerId}></komet-customer-payment-settings>`,
    settings,
  );
  return new WindowScreen(provider.querySelector('komet-customer-payment-settings')!);
}

const kept = (of: typeof backend) => call<CustomerSettings>(of, 'GET', '/v1/customers/25/settings');

describe('what is asked of a customer', () => {
  it('Guide: payment upon confirmation is required of a specific customer', async () => {
    const of = backend.company('require-payment');
    const screen = await givenSettings({ of });
    await screen.field(REQUIRE);
    await expect(screen.tag).to.be.accessible();
    const told = oneEvent<SettingsChangedEvent>(screen.tag, 'komet-settings-changed');
    await screen.tick(REQUIRE);
    expect((await told).detail).to.deep.equal({ customerId: '25' });
    await screen.sees('Saved.');
    expect(screen.input(REQUIRE).checked).to.equal(true);
    expect((await kept(of)).requirePaymentUponConfirmation).to.equal(true);
    await screen.tick(REQUIRE);
    await screen.sees('Saved.');
    expect((await kept(of)).requirePaymentUponConfirmation).to.equal(false);
  });

  it('is not both required to pay by card and kept from it; what was refused goes back to what it was', async () => {
    const of = backend.company('both');
    const screen = await givenSettings({ of });
    await screen.tick('Require Credit Card Payment');
    await screen.sees('Saved.');
    await screen.tick('Restrict Credit Card Payment');
    await screen.sees('A customer can’t be both required to pay by card and kept from it. Nothing was changed.');
    expect(screen.input('Restrict Credit Card Payment').checked).to.equal(false);
    expect(await kept(of)).to.include({ requireCreditCardPayment: true, restrictCreditCardPayment: false });
    await expect(screen.tag).to.be.accessible();
  });

  it('shows them to a user who may not change them, and names the right that is missing', async () => {
    const of = backend.company('looks-only');
    const screen = await givenSettings({ of, role: 'Cashier' });
    await screen.sees('lacks the right “settings”');
    screen.input(REQUIRE).click();
    await screen.settled();
    expect(screen.input(REQUIRE).checked).to.equal(false);
    expect((await kept(of)).requirePaymentUponConfirmation).to.equal(false);
    await expect(screen.tag).to.be.accessible();
  });

  it('says why they could not be read, and reads them again', async () => {
    const screen = await givenSettings({ of: backend.company('nobody') }, 'nobody');
    await screen.sees('The settings could not be read');
    expect(screen.has('Retry')).to.equal(true);
  });

  it('asks for a customer first', async () => {
    const screen = await givenSettings({}, '');
    await screen.sees('Choose a customer first.');
  });

  it('speaks Spanish', async () => {
    const screen = await givenSettings({ of: backend.company('spanish-settings'), locale: 'es' });
    await screen.sees('Exigir el pago al confirmar');
  });
});
