import { expect } from '@open-wc/testing';
import { givenPayment } from '../chargeback-button/given.js';
import { backend } from '../given-provider.js';
import type { WindowScreen } from '../window-screen.js';
import { givenKeyedSale, givenReport, givenUploadedDay } from './given.js';

const isAccessible = (screen: WindowScreen) => expect(screen.tag).to.be.accessible();

describe('the batches of a day', () => {
  it('are shown one by one: both sides of it, by how much it is off, and its lines alone', async () => {
    const of = backend.company('batches');
    await givenUploadedDay(of);
    const screen = await givenReport({ of });
    await screen.sees('All batches');
    const choice = screen.all<HTMLSelectElement>('#batch')[0]!;
    expect([...choice.options].map(({ text }) => text)).to.deep.equal([
      'All batches',
      'Batch 7, terminal T1',
      'Batch 8, terminal T1',
    ]);
    await screen.click('Batch 8');
    await screen.sees('Batch 8, terminal T1: Komet has $0.00, the processor $23.10. Off by $23.10.');
    await screen.sees('1 row');
    expect(choice.selectedIndex).to.equal(2);
    await isAccessible(screen);
    choice.selectedIndex = 1;
    choice.dispatchEvent(new Event('change'));
    await screen.sees('Batch 7, terminal T1: Komet has $250.00, the processor $250.00. They agree.');
    await screen.sees('Nothing to show here.');
  });

  it('that is still open keeps the day open until it is closed and compared again', async () => {
    const of = backend.company('open-batch');
    await givenPayment(of);
    const screen = await givenReport({ of });
    await screen.sees('Its batch is still open at the processor.');
    await screen.click('Close the open batch now');
    await screen.sees('is closed with $250.00');
    await isAccessible(screen);
    screen
      .all<HTMLButtonElement>('.notice button')
      .find((button) => button.textContent.trim() === 'Compare again')!
      .click();
    await screen.sees('Balanced: $250.00');
    expect(screen.text).to.not.include('Its batch is still open');
  });

  it('stays open where the processor has other totals, and both are told', async () => {
    const of = backend.company('batch-differs');
    await givenKeyedSale(of, '23.10');
    await givenPayment(of);
    const screen = await givenReport({ of });
    await screen.sees('Close the open batch now');
    await screen.click('Close the open batch now');
    await screen.sees('we have $250.00 (1 payment)');
    await screen.sees('the processor $273.10 (2 payments). They differ by $23.10');
  });
});
