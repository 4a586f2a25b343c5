import { expect, oneEvent } from '@open-wc/testing';
import { html } from 'lit';
import '../../../src/components/merchant-application/merchant-application.js';
import { backend, givenProvider } from '../given-provider.js';
import { APPLICATION } from '../integration-setup/application.js';
import { givenEnabled, givenSubmitted, setUp, turnOff } from '../integration-setup/given.js';
import { WindowScreen } from '../window-screen.js';

async function givenApplication(settings: Parameters<typeof givenProvider>[1] = {}) {
  const content = html`<komet-merchant-application></komet-merchant-application>`;
  const provider = await givenProvider(content, { role: 'Setup', ...settings });
  const tag = provider.querySelector('komet-merchant-application')!;
  return { tag, screen: new WindowScreen(tag) };
}

describe('the credit card information page', () => {
  it('says field by field what is wrong, and leads to the first', async () => {
    const of = backend.company('apply-faults');
    await givenEnabled(of);
    const { screen, tag } = await givenApplication({ of });
    await screen.field('Legal name');
    await expect(tag).to.be.accessible();
    await screen.type('ZIP code', '331');
    await screen.sees('A ZIP code has five digits.');
    await screen.type('Share of the business, %', '120');
    await screen.sees('Type a whole number from 0 to 100.');
    expect(screen.input('Share of the business, %').value).to.equal('120');
    await screen.click('Submit application');
    await screen.sees('fields need a look before this can be submitted.');
    const first = screen.input('Legal name');
    expect((first.getRootNode() as ShadowRoot).activeElement).to.equal(first);
    expect(first.getAttribute('aria-invalid')).to.equal('true');
    expect(screen.input('Last four digits of the account').maxLength).to.equal(4);
    await expect(tag).to.be.accessible();
  });

  it('keeps what is typed, for another page too', async () => {
    const of = backend.company('apply-draft');
    await givenEnabled(of);
    const { screen } = await givenApplication({ of });
    await screen.field('Legal name');
    await screen.sees('Nothing saved yet');
    await screen.type('Legal name', 'Alameda Blooms LLC');
    await screen.type('Average payment', '250');
    await screen.sees('Draft saved');
    const later = await givenApplication({ of });
    expect((await later.screen.field('Legal name')).value).to.equal('Alameda Blooms LLC');
    expect(later.screen.input('Average payment').value).to.equal('250.00');
  });

  it('is locked once it is submitted', async () => {
    const of = backend.company('apply-submit');
    await givenEnabled(of);
    await setUp(of, 'Setup', 'PUT', 'application', { ...APPLICATION, contact: { name: 'Leo Mora' } });
    const { screen, tag } = await givenApplication({ of });
    await screen.field('Legal name');
    await screen.type('Contact’s phone', '305 555 0102');
    await screen.type('Contact’s e-mail', 'leo@alameda.example');
    const told = oneEvent(tag, 'komet-application-submitted');
    await screen.click('Submit application');
    expect((await told).detail).to.deep.equal({ locationId: 'miami' });
    await screen.sees('Submitted on');
    expect(screen.input('Legal name').readOnly).to.equal(true);
    expect(screen.has('Submit application')).to.equal(false);
    await expect(tag).to.be.accessible();
  });

  it('waits for the box to be marked', async () => {
    const of = backend.company('apply-off');
    await turnOff(of);
    const { screen } = await givenApplication({ of });
    await screen.sees('Mark “Enable the Clearent Integration” for this location first.');
  });

  it('names the right that is missing', async () => {
    const { screen, tag } = await givenApplication({ role: 'Cashier' });
    await screen.sees('“apply”');
    await expect(tag).to.be.accessible();
  });

  it('speaks Spanish', async () => {
    const of = backend.company('apply-es');
    await givenSubmitted(of);
    const { screen } = await givenApplication({ of, locale: 'es', theme: 'dark' });
    await screen.sees('Razón social');
    await screen.sees('Enviada el');
  });
});
