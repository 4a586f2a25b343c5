import { expect } from '@open-wc/testing';
import { html } from 'lit';
import '../../../src/components/terminal-settings/terminal-settings.js';
import type { Terminal } from '../../../src/contract/terminal.js';
import { backend, givenProvider } from '../given-provider.js';
import { givenTerminal } from '../given-terminals.js';
import { call } from '../receive-payment/given.js';
import { WindowScreen } from '../window-screen.js';

async function givenSettings(settings: Parameters<typeof givenProvider>[1] = {}) {
  const provider = await givenProvider(html`<komet-terminal-settings></komet-terminal-settings>`, settings);
  return new WindowScreen(provider.querySelector('komet-terminal-settings')!);
}

const namesIn = async (of: typeof backend, locationId: string) =>
  (await call<{ terminals: Terminal[] }>(of, 'GET', `/v1/locations/${locationId}/terminals`)).terminals.map(
    ({ name }) => name,
  );

describe('the card terminals of a location', () => {
  it('Guide: terminals are set up for each location', async () => {
    const of = backend.company('terminals');
    const screen = await givenSettings({ of });
    await screen.sees('No terminal stands at this location yet.');
    await screen.click('Add New');
    await screen.click('Save');
    await screen.sees('Give the terminal a name.');
    await screen.type('Name', 'Front desk');
    await screen.type('Serial number', 'A 1');
    await screen.click('Save');
    await screen.sees('Letters, digits and hyphens only');
    await expect(screen.tag).to.be.accessible();
    await screen.type('Serial number', 'A-1');
    await screen.click('Save');
    await screen.sees('Waits for its key');
    await expect(screen.tag).to.be.accessible();
    expect(await namesIn(of, 'miami')).to.deep.equal(['Front desk']);
    expect(await namesIn(of, 'bogota')).to.deep.equal([]);
  });

  it('changes a terminal, and never gives two the same name', async () => {
    const of = backend.company('terminal-names');
    await givenTerminal(of, 'Counter');
    await givenTerminal(of, 'Warehouse', 'miami-warehouse');
    const screen = await givenSettings({ of });
    await screen.sees('Warehouse');
    await screen.click('Edit Warehouse');
    await screen.type('Name', 'Counter');
    await screen.click('Save');
    await screen.sees('This was not saved');
    await screen.type('Name', 'Back door');
    await screen.click('Save');
    await screen.sees('Back door');
    expect(await namesIn(of, 'miami')).to.have.members(['Back door', 'Counter']);
  });

  it('asks the processor whether it knows a terminal', async () => {
    const of = backend.company('terminal-test');
    await givenTerminal(of, 'Counter');
    const screen = await givenSettings({ of });
    await screen.sees('Ready');
    await screen.click('Test Counter');
    await screen.sees('The processor knows it:');
  });

  it('deletes a terminal only once that is confirmed', async () => {
    const of = backend.company('terminal-delete');
    await givenTerminal(of, 'Counter');
    const screen = await givenSettings({ of });
    await screen.sees('Counter');
    await screen.click('Delete Counter');
    await screen.sees('Delete Counter? It is offered for payments no more');
    await expect(screen.tag).to.be.accessible();
    await screen.click('Cancel');
    expect(await namesIn(of, 'miami')).to.deep.equal(['Counter']);
    await screen.click('Delete Counter');
    await screen.click('Yes, Delete');
    await screen.sees('No terminal stands at this location yet.');
    expect(await namesIn(of, 'miami')).to.deep.equal([]);
  });

  it('shows them to a user who may not change them, and names the right that is missing', async () => {
    const of = backend.company('terminal-looks');
    await givenTerminal(of, 'Counter');
    const screen = await givenSettings({ of, role: 'Cashier' });
    await screen.sees('lacks the right “terminal”');
    expect([screen.has('Add New'), screen.has('Delete Counter')]).to.deep.equal([false, false]);
  });

  it('speaks Spanish', async () => {
    const screen = await givenSettings({ of: backend.company('spanish-terminals'), locale: 'es' });
    await screen.sees('Aún no hay terminales en esta sede.');
  });
});
