import { expect } from '@open-wc/testing';
import { daysBefore } from '../../../src/domain/date-range.js';
import { givenPayment } from '../chargeback-button/given.js';
import { backend } from '../given-provider.js';
import type { WindowScreen } from '../window-screen.js';
import { givenClosedBatches, givenKeyedSale, givenReport, TODAY } from './given.js';

const isAccessible = (screen: WindowScreen) => expect(screen.tag).to.be.accessible();
const field = (screen: WindowScreen, id: string) => screen.all<HTMLInputElement>(`#${id}`)[0]!;

describe('several days at once', () => {
  it('are chosen by their ends, answered together, and closed each by itself', async () => {
    const of = backend.company('several');
    await givenPayment(of);
    await givenClosedBatches(of);
    const screen = await givenReport({ of });
    await screen.sees('Balanced: $250.00');
    await screen.click('Several days');
    expect(field(screen, 'to').value).to.equal(TODAY);
    field(screen, 'from').value = daysBefore(TODAY, 2);
    await screen.click('Compare');
    await screen.sees('Each day is closed by itself');
    await screen.sees('Balanced: $250.00');
    await screen.sees('These days');
    expect(screen.has('Close the day')).to.equal(false);
    expect(screen.all('.days tbody tr')).to.have.length(3);
    await isAccessible(screen);
    screen.all<HTMLButtonElement>('.days tbody button')[2]!.click();
    await screen.sees('Close the day');
    expect(field(screen, 'day').value).to.equal(TODAY);
    expect(field(screen, 'day').matches(':focus')).to.equal(true);
  });

  it('are refused before they are compared where they are too many', async () => {
    const screen = await givenReport({ of: backend.company('too-many'), day: daysBefore(TODAY, 3) });
    await screen.sees('No card payments that day');
    await screen.click('Several days');
    field(screen, 'from').value = daysBefore(TODAY, 40);
    await screen.click('Compare');
    await screen.sees('at most 31 days, none after today');
    expect(field(screen, 'from').matches(':focus')).to.equal(true);
    await isAccessible(screen);
  });

  it('are named by the page, and a difference among them leads to its own day', async () => {
    const of = backend.company('range-off');
    await givenKeyedSale(of, '23.10');
    await givenClosedBatches(of);
    const screen = await givenReport({ of, day: daysBefore(TODAY, 1), to: TODAY });
    await screen.sees('Off by $23.10: 1 difference');
    expect(screen.has('Close the open batch now')).to.equal(false);
    await screen.sees('Explain it on');
    screen
      .all<HTMLButtonElement>('li button')
      .find((button) => button.textContent.trim().startsWith('Explain it'))!
      .click();
    await screen.sees('1 difference needs a note');
    expect(field(screen, 'day').value).to.equal(TODAY);
  });
});
