import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { backend } from '../given-provider.js';
import { call, givenScreen } from './given.js';
import type { Screen } from './screen.js';

const amount = (screen: Screen) => screen.input('Amount').value;
const toPay = (screen: Screen, number: string) => screen.input(`Amount to pay on invoice ${number}`).value;
const apply = (screen: Screen, number: string) => screen.click(`Apply invoice ${number}`);

describe('picking invoices', () => {
  it('fills the amount and names it on the button', async () => {
    const screen = await givenScreen();
    await apply(screen, '1001');
    await apply(screen, '1002');
    expect(amount(screen)).to.equal('250.00');
    expect(screen.payText).to.equal('Pay $250.00');
  });

  it('marks what is applied and takes it back', async () => {
    const screen = await givenScreen();
    await apply(screen, '1001');
    expect(screen.button('Apply invoice 1001').ariaPressed).to.equal('true');
    await apply(screen, '1001');
    expect(toPay(screen, '1001')).to.equal('');
  });

  it('begins with the invoices that the page names', async () => {
    const screen = await givenScreen({ invoiceIds: 'inv-1001, inv-1003' });
    expect(screen.payText).to.equal('Pay $175.00');
  });

  it('narrows the table to a number or PO without losing what is applied', async () => {
    const screen = await givenScreen();
    await apply(screen, '1001');
    await screen.type('Invoice or PO', '1004');
    expect(screen.has('Apply invoice 1001')).to.equal(false);
    expect(amount(screen)).to.equal('100.00');
    await screen.type('Invoice or PO', 'zzz');
    expect(screen.text).to.contain('No open invoice matches “zzz”');
  });

  it('says what stays open after a partial payment', async () => {
    const screen = await givenScreen();
    await screen.type('Amount to pay on invoice 1001', '60');
    expect(screen.text).to.contain('$40.00 stays open');
  });

  it('refuses more than is open, at the field and in the list of faults', async () => {
    const screen = await givenScreen();
    await screen.type('Amount to pay on invoice 1001', '100.01');
    expect(screen.input('Amount to pay on invoice 1001').getAttribute('aria-invalid')).to.equal('true');
    await screen.click('Pay $100.01');
    await screen.sees('Invoice 1001: more than the $100.00 that is open.');
  });

  it('keeps a text that is no amount and asks about it', async () => {
    const screen = await givenScreen();
    await screen.type('Amount to pay on invoice 1001', '7x');
    expect(toPay(screen, '1001')).to.equal('7x');
    await screen.sees('Invoice 1001: the amount can’t be read.');
  });

  it('moves between the amounts with Enter and the arrow keys', async () => {
    const screen = await givenScreen();
    screen.input('Amount to pay on invoice 1001').focus();
    await sendKeys({ press: 'Enter' });
    await sendKeys({ type: '5' });
    await sendKeys({ press: 'ArrowUp' });
    await sendKeys({ type: '7' });
    await screen.settled();
    expect(amount(screen)).to.equal('12.00');
  });
});

describe('a typed amount', () => {
  it('stays and is used up by applying', async () => {
    const screen = await givenScreen();
    await screen.type('Amount', '120');
    await apply(screen, '1001');
    await apply(screen, '1002');
    expect(toPay(screen, '1002')).to.equal('20.00');
    await apply(screen, '1003');
    expect(screen.text).to.contain('The whole amount is applied.');
  });

  it('is spread over the oldest invoices', async () => {
    const screen = await givenScreen();
    await screen.type('Amount', '110');
    await screen.click('Auto-apply oldest first');
    expect([toPay(screen, '1001'), toPay(screen, '1002')]).to.deep.equal(['100.00', '10.00']);
    await screen.click('Clear');
    expect(toPay(screen, '1001')).to.equal('');
  });

  it('is asked for before anything can be spread', async () => {
    const screen = await givenScreen();
    await screen.click('Auto-apply oldest first');
    expect(screen.text).to.contain('Type the amount received first');
  });

  it('follows the selection again on request', async () => {
    const screen = await givenScreen();
    await screen.type('Amount', '500');
    await apply(screen, '1001');
    await screen.click('Follow the selection again');
    expect(amount(screen)).to.equal('100.00');
  });

  it('that is too low is named with the cents it lacks', async () => {
    const screen = await givenScreen();
    await apply(screen, '1001');
    await screen.type('Amount', '90');
    expect(screen.text).to.contain('The amount is $10.00 less than what is applied.');
  });

  it('that is too high must be confirmed to the cent before it is kept as credit', async () => {
    const screen = await givenScreen();
    await apply(screen, '1001');
    await screen.type('Amount', '135');
    await screen.click('Pay $135.00');
    await screen.sees('Confirm that $35.00 is kept as open credit.');
    await screen.tick('Keep $35.00 as open credit of Petal & Stem Florist');
    expect(screen.text).not.to.contain('Confirm that');
    await screen.type('Amount', '136');
    expect(screen.text).to.contain('Confirm that $36.00 is kept as open credit.');
  });
});

describe('discounts and credits', () => {
  it('lets a discount make room in an invoice that is paid in full', async () => {
    const screen = await givenScreen();
    await apply(screen, '1001');
    await screen.click('Discounts');
    await screen.type('Discount on invoice 1001', '5');
    expect(toPay(screen, '1001')).to.equal('95.00');
    expect(screen.text).to.contain('$95.00');
  });

  it('offers the open credits and charges the card what they leave', async () => {
    const screen = await givenScreen();
    await apply(screen, '1003');
    await screen.click('Click here to apply');
    screen.all<HTMLInputElement>('li input[type=checkbox]')[0]!.click();
    await screen.settled();
    await screen.click('Close');
    expect(screen.text).to.contain('$20.00 of open credits is applied.');
    expect(screen.payText).to.equal('Pay $55.00');
  });
});

describe('a customer with hundreds of open invoices', () => {
  it('draws the rows in sight, and tells how many there are', async () => {
    const screen = await givenScreen({ customerId: '27' });
    expect(screen.all('table')[0]?.getAttribute('aria-rowcount')).to.equal('321');
    expect(screen.all('tr[aria-rowindex]').length).to.be.below(60);
  });

  it('reaches every row from the keyboard', async () => {
    const screen = await givenScreen({ customerId: '27' });
    screen.all('.scroller')[0]!.scrollTop = 1e6;
    screen.all('.scroller')[0]!.dispatchEvent(new Event('scroll'));
    await screen.settled();
    expect(screen.all('tr[aria-rowindex="321"]').length).to.equal(1);
  });

  it('pays all of them together', async () => {
    const screen = await givenScreen({ customerId: '27' });
    await screen.click('Apply all');
    const { invoices } = await call<{ invoices: { openCents: number }[] }>(
      backend,
      'GET',
      '/v1/customers/27/invoices?locationId=miami',
    );
    const cents = invoices.reduce((sum, invoice) => sum + invoice.openCents, 0);
    const total = (cents / 100).toLocaleString('en-US', { style: 'currency', currency: 'USD' });
    expect(screen.payText).to.equal(`Pay ${total}`);
  });
});
