import { expect, oneEvent } from '@open-wc/testing';
import { html } from 'lit';
import '../../../src/components/card-vault/card-vault.js';
import type { StoredCard } from '../../../src/contract/card.js';
import type { CardChangedEvent, CardDeletedEvent } from '../../../src/events.js';
import { backend, givenProvider } from '../given-provider.js';
import { call, givenStoredCard } from '../receive-payment/given.js';
import { WindowScreen } from '../window-screen.js';

async function givenVault(settings: Parameters<typeof givenProvider>[1] & { readonly?: boolean } = {}) {
  const { readonly = false, ...provided } = settings;
  const provider = await givenProvider(
    html`<komet-card-vault customer-id="25" ?readonly=${readonly}></komet-card-vault>`,
    provided,
  );
  return new WindowScreen(provider.querySelector('komet-card-vault')!);
}

const cardsOf = async (of: typeof backend) =>
  (await call<{ cards: StoredCard[] }>(of, 'GET', '/v1/customers/25/cards')).cards;

const press = (input: HTMLElement, key: string) =>
  input.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));

describe('the card vault', () => {
  it('says that no card is kept yet, and offers to add or to ask for one', async () => {
    const screen = await givenVault({ of: backend.company('vault-empty') });
    await screen.sees('No card is kept for this customer yet.');
    expect([screen.has('Add New'), screen.has('Request Cards')]).to.deep.equal([true, true]);
    await expect(screen.tag).to.be.accessible();
  });

  it('Guide: the description of a card is edited in place, saved with Enter and left with Escape', async () => {
    const of = backend.company('vault-describe');
    await givenStoredCard(of);
    const screen = await givenVault({ of });
    await screen.sees('•••• 1111');
    const describeButton = screen.all<HTMLButtonElement>('.describe')[0]!;
    describeButton.click();
    await screen.settled();
    screen.input('Description of Visa •••• 1111').value = 'Nobody keeps this';
    press(screen.input('Description of Visa •••• 1111'), 'Escape');
    await screen.sees('Front desk');
    screen.all<HTMLButtonElement>('.describe')[0]!.click();
    await screen.settled();
    const told = oneEvent<CardChangedEvent>(screen.tag, 'komet-card-changed');
    screen.input('Description of Visa •••• 1111').value = 'Back office';
    press(screen.input('Description of Visa •••• 1111'), 'Enter');
    await told;
    await screen.sees('Back office');
    expect((await cardsOf(of)).map(({ description }) => description)).to.deep.equal(['Back office']);
    await expect(screen.tag).to.be.accessible();
  });

  it('Guide: a card is deleted with Yes, Delete, and not before', async () => {
    const of = backend.company('vault-delete');
    await givenStoredCard(of);
    const screen = await givenVault({ of });
    await screen.sees('•••• 1111');
    await screen.click('Delete Visa •••• 1111');
    await screen.sees('It can’t be charged any more');
    await expect(screen.tag).to.be.accessible();
    await screen.click('Keep the card');
    expect(await cardsOf(of)).to.have.length(1);
    await screen.click('Delete Visa •••• 1111');
    const told = oneEvent<CardDeletedEvent>(screen.tag, 'komet-card-deleted');
    await screen.click('Yes, Delete');
    await told;
    await screen.sees('No card is kept for this customer yet.');
    expect(await cardsOf(of)).to.deep.equal([]);
  });

  it('R-15: salespeople may not manage cards until their location allows it, and are told which setting that is', async () => {
    const of = backend.company('vault-sales');
    await givenStoredCard(of);
    const screen = await givenVault({ of, role: 'Sales' });
    await screen.sees('Allow Salespeople to Manage Customer Credit Cards');
    expect(screen.button('Add New').ariaDisabled).to.equal('true');
    await call(of, 'PATCH', '/v1/locations/miami/settings', { allowSalespeopleToManageCards: true });
    const again = await givenVault({ of, role: 'Sales' });
    await again.sees('•••• 1111');
    expect(again.button('Add New').ariaDisabled).to.equal('false');
  });

  it('changes nothing in a read-only view', async () => {
    const of = backend.company('vault-readonly');
    await givenStoredCard(of);
    const screen = await givenVault({ of, readonly: true });
    await screen.sees('This is for looking only.');
    await screen.click('Delete Visa •••• 1111');
    expect(screen.has('Yes, Delete')).to.equal(false);
  });

  it('asks for an e-mail address it can use before a form is sent', async () => {
    const screen = await givenVault({ of: backend.company('vault-request') });
    await screen.sees('No card is kept');
    await screen.click('Request Cards');
    await screen.field('E-mail address');
    await screen.type('E-mail address', 'not an address');
    await screen.click('Send Form');
    await screen.sees('Type one e-mail address');
    await expect(screen.tag).to.be.accessible();
  });

  it('speaks Spanish', async () => {
    const screen = await givenVault({ of: backend.company('vault-spanish'), locale: 'es' });
    await screen.sees('Aún no se guarda ninguna tarjeta de este cliente.');
  });
});
