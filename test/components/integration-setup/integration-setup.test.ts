import { expect, oneEvent } from '@open-wc/testing';
import { miamiApiKey } from '../../../simulator/demo-merchants.js';
import type { IntegrationChangedEvent } from '../../../src/events.js';
import { backend } from '../given-provider.js';
import { givenEnabled, givenSetup, givenSubmitted, turnOff } from './given.js';

const BOX = 'Enable the Clearent Integration';

describe('setting up card payments', () => {
  it('has a row for each location, the environment in sight, and says where cards can be charged', async () => {
    const { screen, tag } = await givenSetup({ of: backend.company('setup-ready'), role: 'Setup' });
    await screen.sees('Cards can be charged here.');
    expect(screen.text).to.contain('Training: no money moves');
    expect(screen.button('Bogotá desk Ready').getAttribute('aria-expanded')).to.equal('false');
    expect(screen.input(BOX).checked).to.equal(true);
    expect(screen.text).to.match(/MID \S+ TID \S+/);
    expect(screen.text).not.to.contain('Security key of');
    await expect(tag).to.be.accessible();
  });

  it('R-33: warns before it is turned off and wants the location’s name', async () => {
    const of = backend.company('setup-off');
    const { screen, tag } = await givenSetup({ of, role: 'Setup' });
    await screen.tick(BOX);
    await screen.sees('Its configuration is lost');
    await expect(tag).to.be.accessible();
    await screen.type('Type Miami to confirm', 'Bogota');
    await screen.sees('This is not the name of the location.');
    await screen.click('Turn off and lose the configuration');
    await screen.click('Keep it on');
    expect(screen.input(BOX).checked).to.equal(true);
    await screen.tick(BOX);
    await screen.type('Type Miami to confirm', 'miami');
    const told = oneEvent<IntegrationChangedEvent>(tag, 'komet-integration-changed');
    await screen.click('Turn off and lose the configuration');
    expect((await told).detail).to.deep.equal({ locationId: 'miami', state: 'not-enabled' });
    await screen.sees('Only Komet can turn it on again');
    await screen.sees('Miami Not enabled');
    expect(screen.input(BOX).disabled).to.equal(true);
    await expect(tag).to.be.accessible();
  });

  it('goes from the marked box to the application', async () => {
    const of = backend.company('setup-on');
    await turnOff(of);
    const { screen, tag } = await givenSetup({ of, role: 'Operator' });
    await screen.sees('the integration is not enabled');
    await screen.tick(BOX);
    await screen.sees('the application is missing');
    await screen.sees('Your company acts next.');
    await screen.click('Credit card information page');
    await screen.field('Legal name');
    await expect(tag).to.be.accessible();
  });

  it('records rates, and then an operator puts a key in place, which is tried and not shown again', async () => {
    const of = backend.company('setup-keys');
    await givenSubmitted(of);
    const { screen, tag } = await givenSetup({ of, role: 'Operator' });
    await screen.sees('the rates are missing');
    await screen.type('Percent of each payment', '29');
    await screen.click('Record rates');
    await screen.sees('Type a percentage from 0 to 20.');
    await screen.type('Percent of each payment', '2.9');
    await screen.type('Per payment', '0.30');
    await screen.click('Record rates');
    await screen.sees('2.90 % and $0.30 per payment');
    await screen.sees('Komet acts next');
    await screen.type('Security key of Miami', 'no key');
    await screen.click('Save and verify');
    await screen.sees('A key has 32 digits');
    await screen.type('Security key of Miami', 'f'.repeat(32));
    await screen.click('Save and verify');
    await screen.sees('The processor does not accept this key.');
    await expect(tag).to.be.accessible();
    await screen.type('Security key of Miami', miamiApiKey);
    await screen.click('Save and verify');
    await screen.sees('Cards can be charged here.');
    expect(screen.input('Security key of Miami').value).to.equal('');
    const kept = Object.keys(sessionStorage).map((name) => sessionStorage.getItem(name));
    expect(kept.join()).not.to.contain(miamiApiKey);
  });

  it('offers no keys to a company’s own people', async () => {
    const of = backend.company('setup-company');
    await givenEnabled(of);
    const { screen } = await givenSetup({ of, role: 'Administrator' });
    await screen.sees('the application is missing');
    expect(screen.text).not.to.contain('Security key of');
  });

  it('shows other roles where each location stands, and names the right they lack', async () => {
    const { screen, tag } = await givenSetup({ of: backend.company('setup-right'), role: 'Cashier' });
    await screen.sees('“settings”');
    await screen.sees('Miami Ready');
    expect(screen.all('input, button')).to.deep.equal([]);
    await expect(tag).to.be.accessible();
  });

  it('speaks Spanish', async () => {
    const of = backend.company('setup-es');
    const { screen } = await givenSetup({ of, role: 'Setup', locale: 'es', theme: 'dark' });
    await screen.sees('Aquí se pueden cobrar tarjetas.');
    await screen.sees('Activar la integración con Clearent');
  });

  it('says that the page is not connected', async () => {
    const { screen } = await givenSetup({ apiBase: '' });
    await screen.sees('Payments are not connected on this page.');
  });
});
