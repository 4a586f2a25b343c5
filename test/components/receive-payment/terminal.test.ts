import { expect } from '@open-wc/testing';
import { backend, type Backend } from '../given-provider.js';
import { givenTerminal, givenWaitingReader, present } from '../given-terminals.js';
import { givenFault, givenScreen, salesOf } from './given.js';
import type { Screen } from './screen.js';

let shops = 0;
const givenShop = (): Backend => backend.company(`terminal-${++shops}`);

/** Invoice 1001 picked, to be paid at a terminal. */
async function givenAtTerminal(shop: Backend): Promise<Screen> {
  const screen = await givenScreen({ of: shop, invoiceIds: 'inv-1001' });
  await screen.tick('Credit Card (POS Terminal)');
  return screen;
}

/** The same, sent to the Counter's reader, which waits for a card. */
async function givenAsked(shop: Backend): Promise<Screen> {
  await givenTerminal(shop, 'Counter');
  await givenWaitingReader(shop);
  const screen = await givenAtTerminal(shop);
  await screen.field('Card terminal');
  await screen.click('Pay $100.00');
  return screen;
}

const rest = async (screen: Screen): Promise<void> => {
  const provider = screen.tag.parentElement!;
  screen.tag.remove();
  provider.append(screen.tag);
  await screen.settled();
};

describe('a payment at a terminal', () => {
  afterEach(() => localStorage.clear());

  // The first of its page: nothing of the picker has been fetched yet.
  it('charges at the terminal though the clerk is quicker than what picks it', async () => {
    const shop = givenShop();
    await givenTerminal(shop, 'Counter');
    const screen = await givenScreen({ of: shop, invoiceIds: 'inv-1001' });
    await screen.tick('Credit Card (POS Terminal)');
    await screen.click('Pay $100.00');
    await screen.sees('Payment approved');
    expect(await salesOf(shop)).to.equal(1);
  });

  it('R-11: offers the terminals of the location that are ready', async () => {
    const shop = givenShop();
    await givenTerminal(shop, 'Counter');
    await givenTerminal(shop, 'Warehouse', 'miami-warehouse');
    const screen = await givenAtTerminal(shop);
    const picker = await screen.field('Card terminal');
    expect([...picker.querySelectorAll('option')].map((option) => option.textContent.trim())).to.deep.equal([
      'Counter',
      'Warehouse',
    ]);
  });

  it('says where none is ready', async () => {
    const screen = await givenAtTerminal(givenShop());
    await screen.sees('No card terminal is ready at this location');
    await screen.click('Pay $100.00');
    await screen.sees('The payment was not sent');
  });

  it('waits with the name of the terminal, how long and how to cancel, and ends in the receipt', async () => {
    const shop = givenShop();
    const screen = await givenAsked(shop);
    await screen.sees('Waiting for the card at Counter');
    await screen.sees('The terminal shows $100.00');
    await screen.sees('press the red key on the terminal');
    await screen.sees('Waiting for 0:0');
    await expect(screen.tag).to.be.accessible();
    await present(shop, 'approve');
    await screen.sees('Payment approved');
    expect(screen.text).not.to.contain('saved');
    expect(await salesOf(shop)).to.equal(1);
  });

  it('goes on waiting when the tag is taken out of the page and put back', async () => {
    const shop = givenShop();
    const screen = await givenAsked(shop);
    await screen.sees('Waiting for the card');
    await rest(screen);
    await screen.sees('Waiting for the card');
    await present(shop, 'approve');
    await screen.sees('Payment approved');
  });

  it('goes on waiting after a reload', async () => {
    const shop = givenShop();
    const before = await givenAsked(shop);
    await before.sees('Waiting for the card');
    before.tag.remove();
    const after = await givenScreen({ of: shop });
    await after.sees('Waiting for the card at Counter');
    await present(shop, 'approve');
    await after.sees('Payment approved');
    expect(await salesOf(shop)).to.equal(1);
  });

  it('that is cancelled on the device can be made again', async () => {
    const shop = givenShop();
    const screen = await givenAsked(shop);
    await screen.sees('Waiting for the card');
    await present(shop, 'cancel');
    await screen.sees('Cancelled at the terminal');
    await screen.sees('No money moved');
    expect(screen.payText).to.equal('Pay $100.00');
  });

  for (const [fault, words] of [
    ['terminal-offline', 'The terminal could not be reached'],
    ['terminal-busy', 'The terminal is busy'],
  ] as const) {
    it(`${fault}: says so and that no money moved`, async () => {
      const shop = givenShop();
      await givenTerminal(shop, 'Counter');
      await givenFault(fault, shop);
      const screen = await givenAtTerminal(shop);
      await screen.field('Card terminal');
      await screen.click('Pay $100.00');
      await screen.sees(words);
      await screen.sees('No money moved');
    });
  }

  it('whose answer is lost is looked for and found, never charged again', async () => {
    const shop = givenShop();
    await givenTerminal(shop, 'Counter');
    await givenFault('drop-after-booking', shop);
    const screen = await givenAtTerminal(shop);
    await screen.field('Card terminal');
    await screen.click('Pay $100.00');
    await screen.sees('Payment approved');
    expect(await salesOf(shop)).to.equal(1);
  });

  it('offers the terminal that was used last', async () => {
    const shop = givenShop();
    await givenTerminal(shop, 'Counter');
    const warehouse = await givenTerminal(shop, 'Warehouse', 'miami-warehouse');
    const first = await givenAtTerminal(shop);
    const picker = await first.field('Card terminal');
    picker.value = warehouse;
    picker.dispatchEvent(new Event('change'));
    await first.click('Pay $100.00');
    await first.sees('Payment approved');
    await first.click('Ok');
    await first.sees('Open Invoices');
    const again = await givenScreen({ of: shop, invoiceIds: 'inv-1002' });
    await again.tick('Credit Card (POS Terminal)');
    expect((await again.field('Card terminal')).value).to.equal(warehouse);
  });
});
