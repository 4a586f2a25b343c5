import { expect, oneEvent } from '@open-wc/testing';
import { backend, type Backend } from '../given-provider.js';
import { givenPayment } from '../chargeback-button/given.js';
import type { WindowScreen } from '../window-screen.js';
import { givenClosedBatches, givenKeyedSale, givenReport, TODAY } from './given.js';

const isAccessible = (screen: WindowScreen) => expect(screen.tag).to.be.accessible();

/** A day with one payment of 250.00 whose batch is closed. */
async function givenBalancedDay(of: Backend) {
  await givenPayment(of);
  await givenClosedBatches(of);
}

/** The same, and a sale of 23.10 that Komet knows nothing of. */
async function givenDayOff(of: Backend) {
  await givenKeyedSale(of, '23.10');
  await givenBalancedDay(of);
}

describe('a day in balance', () => {
  it('Guide: says that both reports match, with the reconciled value', async () => {
    const of = backend.company('balanced');
    await givenBalancedDay(of);
    const screen = await givenReport({ of });
    await screen.sees('Balanced: $250.00');
    await screen.sees('To deposit: $250.00');
    await screen.sees('Time zone America/New York');
    await isAccessible(screen);
  });

  it('closes after a confirmation, tells the page the deposit, and shows who locked it', async () => {
    const of = backend.company('closed');
    await givenBalancedDay(of);
    const screen = await givenReport({ of });
    await screen.sees('Balanced: $250.00');
    screen.all('#close-day')[0]!.click();
    await screen.sees('The deposit of $250.00 is kept');
    const reconciled = oneEvent(screen.tag, 'komet-day-reconciled');
    screen.all('#close-dialog .primary')[0]!.click();
    const { detail } = await reconciled;
    expect(detail).to.include({ locationId: 'miami', day: TODAY, depositCents: 25_000 });
    await screen.sees('Closed by Ana Paz');
    await isAccessible(screen);
  });
});

describe('a day that is off', () => {
  it('says by how much and why, and what to do next', async () => {
    const of = backend.company('off');
    await givenDayOff(of);
    const screen = await givenReport({ of });
    await screen.sees('Off by $23.10: 1 difference');
    await screen.sees('Missing in Komet');
    await screen.sees('-$23.10');
    await screen.sees('Likely cause');
    await screen.sees('Next step');
    expect(screen.all('#close-stop')[0]!.textContent).to.include('1 difference needs a note');
    await isAccessible(screen);
  });

  it('closes once the difference has a note', async () => {
    const of = backend.company('explained');
    await givenDayOff(of);
    const screen = await givenReport({ of });
    await screen.sees('Off by $23.10: 1 difference');
    await screen.sees('Save note');
    const note = screen.all<HTMLTextAreaElement>('textarea').find((area) => area.ariaLabel?.startsWith('Note on'));
    note!.value = 'Phone order, entered tomorrow';
    await screen.click('Save note');
    await screen.sees('Off by $23.10, explained');
    screen.all('#close-day')[0]!.click();
    await screen.sees('1 difference stays, with its note.');
    screen.all('#close-dialog .primary')[0]!.click();
    await screen.sees('Closed by Ana Paz');
    expect(screen.text).to.include('To deposit: $273.10');
  });

  it('takes one note for all differences of the same cause', async () => {
    const of = backend.company('alike');
    await givenKeyedSale(of, '10.05');
    await givenDayOff(of);
    const screen = await givenReport({ of });
    await screen.sees('2 × Missing in Komet -$33.15');
    await screen.sees('Save on all 2 like it');
    const note = screen.all<HTMLTextAreaElement>('textarea').find((area) => area.ariaLabel?.startsWith('Note on'));
    note!.value = 'Phone orders, entered tomorrow';
    await screen.click('Save on all 2 like it');
    await screen.sees('Off by $33.15, explained');
  });

  it('moves between matches by the arrow keys and opens both sides of one', async () => {
    const of = backend.company('rows');
    await givenDayOff(of);
    const screen = await givenReport({ of });
    await screen.sees('Off by $23.10: 1 difference');
    await screen.tick('Differences only');
    await screen.sees('2 rows');
    const opens = () => screen.all<HTMLButtonElement>('tr[aria-rowindex] [data-field=open]');
    expect(opens()).to.have.length(2);
    opens()[0]!.focus();
    opens()[0]!.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, composed: true }));
    await screen.settled();
    const focused = opens().findIndex((one) => one.matches(':focus'));
    expect(focused).to.equal(1);
    opens()[1]!.click();
    await screen.sees('Authorization #');
    await isAccessible(screen);
  });
});

describe('a closed day', () => {
  async function givenClosedDay(of: Backend, settings: Parameters<typeof givenReport>[0] = {}) {
    await givenBalancedDay(of);
    const screen = await givenReport({ of });
    await screen.sees('Balanced: $250.00');
    screen.all('#close-day')[0]!.click();
    screen.all('#close-dialog .primary')[0]!.click();
    await screen.sees('Closed by Ana Paz');
    if (!settings.role) return screen;
    const other = await givenReport({ of, ...settings });
    await other.sees('Closed by Ana Paz');
    return other;
  }

  it('opens again with a reason, which is kept with it', async () => {
    const screen = await givenClosedDay(backend.company('reopened'));
    await screen.click('Reopen');
    const act = screen.all<HTMLButtonElement>('#reopen-dialog .primary')[0]!;
    act.click();
    await screen.sees('Say why.');
    screen.all<HTMLTextAreaElement>('#reason')[0]!.value = 'A late void';
    act.click();
    await screen.sees('A late void');
    expect(screen.text).to.not.include('Closed by');
    expect(screen.has('Close the day')).to.equal(true);
  });

  it('names the right that reopening takes', async () => {
    const screen = await givenClosedDay(backend.company('no-reopen'), { role: 'Cashier' });
    await screen.sees('Your user lacks the right “reconcile:reopen”.');
    await screen.click('Reopen');
    expect(screen.all<HTMLDialogElement>('dialog').some((dialog) => dialog.open)).to.equal(false);
  });
});
