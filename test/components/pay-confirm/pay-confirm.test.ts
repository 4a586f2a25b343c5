import { expect, oneEvent } from '@open-wc/testing';
import { backend, type Backend } from '../given-provider.js';
import { givenTerminal, givenWaitingReader, present } from '../given-terminals.js';
import { call, givenCardToken, givenFault, givenStoredCard, salesOf } from '../receive-payment/given.js';
import { allowPayment, givenOrder, ORDERS, orderOf, requirePayment, type OrderScreen } from './given.js';

let shops = 0;
const givenShop = (): Backend => backend.company(`order-${++shops}`);

/** A location that allows payment upon confirmation, its customer with a stored card. */
async function givenPayingShop(): Promise<Backend> {
  const shop = givenShop();
  await allowPayment(shop);
  await givenStoredCard(shop);
  return shop;
}

async function open(screen: OrderScreen, button = 'Pay & Confirm'): Promise<void> {
  await screen.click(button);
  await screen.sees('Amount Received');
}

const buttonsOf = (screen: OrderScreen): string[] =>
  screen.all('.actions button').map((button) => button.textContent.trim());

describe('the buttons of an order', () => {
  it('are only Confirm where nothing is set', async () => {
    const screen = await givenOrder({ of: givenShop() });
    expect(buttonsOf(screen)).to.deep.equal(['Confirm']);
    expect(screen.text).to.contain('This location takes no payments upon confirmation');
    await expect(screen.tag).to.be.accessible();
  });

  it('R-3: are Confirm and Pay & Confirm where the location allows it', async () => {
    const shop = await givenPayingShop();
    expect(buttonsOf(await givenOrder({ of: shop }))).to.deep.equal(['Confirm', 'Pay & Confirm']);
  });

  it('R-4: are only Pay & Confirm where the customer has to pay', async () => {
    const shop = givenShop();
    await requirePayment(shop);
    const screen = await givenOrder({ of: shop });
    expect(buttonsOf(screen)).to.deep.equal(['Pay & Confirm']);
    expect(screen.text).to.contain('This customer pays when an order is confirmed');
  });

  it('are named with the right that is missing', async () => {
    const shop = await givenPayingShop();
    const screen = await givenOrder({ of: shop, role: 'Sales Allocations' });
    await screen.sees('lacks the right “pay:order”');
    await screen.click('Pay & Confirm');
    expect(screen.all('komet-ui-order-payment')).to.deep.equal([]);
  });

  it('do nothing in a read-only view', async () => {
    const screen = await givenOrder({ of: await givenPayingShop(), readonly: true });
    await screen.click('Confirm');
    await screen.sees('Read-only view');
  });
});

describe('confirming without a payment', () => {
  it('makes the order an invoice and tells the page', async () => {
    const shop = givenShop();
    const screen = await givenOrder({ of: shop });
    const told = oneEvent(screen.tag, 'komet-order-confirmed');
    await screen.click('Confirm');
    expect((await told).detail).to.deep.include({ orderId: ORDERS.first, paymentId: undefined });
    await screen.sees('Confirmed');
    expect((await orderOf(shop)).status).to.equal('confirmed');
  });

  it('R-4: that the proxy refuses is explained', async () => {
    const shop = givenShop();
    const screen = await givenOrder({ of: shop });
    await requirePayment(shop);
    await screen.click('Confirm');
    await screen.sees('The order was not confirmed');
    await screen.sees('This customer pays when an order is confirmed');
    expect((await orderOf(shop)).status).to.equal('pending');
  });
});

describe('Pay & Confirm', () => {
  it('charges the amount on its button, then confirms, and says both', async () => {
    const shop = await givenPayingShop();
    const screen = await givenOrder({ of: shop });
    await open(screen);
    await expect(screen.tag).to.be.accessible();
    const told = oneEvent(screen.tag, 'komet-order-confirmed');
    await screen.click('$84.50');
    await screen.sees('Payment approved');
    await screen.sees('The order is confirmed');
    const { detail } = await told;
    expect([detail.orderId, detail.paymentId === undefined]).to.deep.equal([ORDERS.first, false]);
    await screen.click('Ok');
    await screen.sees('Paid in full');
    expect(await salesOf(shop)).to.equal(1);
  });

  it('lets the page save the order first', async () => {
    const shop = await givenPayingShop();
    const screen = await givenOrder({ of: shop });
    let saved = false;
    screen.tag.addEventListener('komet-payment-submitting', ({ detail }) => {
      expect([detail.orderId, detail.amountCents]).to.deep.equal([ORDERS.first, 8_450]);
      detail.waitUntil(orderOf(shop).then(() => (saved = true)));
    });
    await open(screen);
    await screen.click('$84.50');
    await screen.sees('Payment approved');
    expect(saved).to.equal(true);
  });

  it('stays calm while the outcome is unknown, and leaves the order pending', async () => {
    const shop = await givenPayingShop();
    const screen = await givenOrder({ of: shop });
    await open(screen);
    await givenFault('http-500-before', shop);
    await screen.click('$84.50');
    await screen.sees('We are finding out what happened');
    expect((await orderOf(shop)).status).to.equal('pending');
  });

  it('R-7, R-8: shows what credits leave over, and applies them without a card', async () => {
    const shop = await givenPayingShop();
    const screen = await givenOrder({ of: shop, orderId: ORDERS.small });
    await open(screen);
    await screen.click('Click here to apply');
    await screen.sees('Available Credits');
    screen
      .all('label')
      .find((label) => label.textContent.includes('$20.00'))!
      .click();
    await screen.sees('Amount Received $20.00 Order Amount $15.00 Change $5.00');
    await screen.click('Apply Payment');
    await screen.sees('$5.00 is kept as open credit');
    expect((await orderOf(shop, ORDERS.small)).status).to.equal('confirmed');
  });

  it('charges once for two clicks', async () => {
    const shop = await givenPayingShop();
    const screen = await givenOrder({ of: shop });
    await open(screen);
    const pay = screen.button('$84.50');
    pay.click();
    pay.click();
    await screen.sees('Payment approved');
    expect(await salesOf(shop)).to.equal(1);
  });

  it('of an order that another clerk has just paid charges nothing', async () => {
    const shop = await givenPayingShop();
    const screen = await givenOrder({ of: shop });
    await open(screen);
    await call(shop, 'POST', '/v1/payments', {
      locationId: 'miami',
      customerId: '25',
      orderId: ORDERS.first,
      confirmOrder: true,
      method: 'in-app',
      source: { cardToken: await givenCardToken(shop) },
      allocations: [{ invoiceId: ORDERS.first, amountCents: 8_450 }],
      amountCents: 8_450,
    });
    await screen.click('$84.50');
    await screen.sees('not waiting to be confirmed any more');
    expect(await salesOf(shop)).to.equal(1);
  });

  /** The window of an order whose card is about to be presented at the counter. */
  async function givenWaitingOrder(shop: Backend): Promise<OrderScreen> {
    await givenTerminal(shop, 'Counter');
    await givenWaitingReader(shop);
    const screen = await givenOrder({ of: shop });
    await open(screen);
    await screen.tick('Credit Card (POS Terminal)');
    await screen.field('Card terminal');
    await screen.click('$84.50');
    await screen.sees('Waiting for the card at Counter');
    return screen;
  }

  it('at a terminal waits for the card and confirms after it', async () => {
    const shop = await givenPayingShop();
    const screen = await givenWaitingOrder(shop);
    expect((await orderOf(shop)).status).to.equal('pending');
    await present(shop, 'approve');
    await screen.sees('The order is confirmed');
    expect(await salesOf(shop)).to.equal(1);
  });

  it('keeps the order pending where the card is declined, and takes another one in the same window', async () => {
    const shop = await givenPayingShop();
    const screen = await givenWaitingOrder(shop);
    await present(shop, 'decline');
    await screen.sees('The bank refused without giving a reason');
    await expect(screen.tag).to.be.accessible();
    expect([(await orderOf(shop)).status, await salesOf(shop)]).to.deep.equal(['pending', 0]);
    await screen.tick('Credit Card (In-App)');
    await screen.click('$84.50');
    await screen.sees('The order is confirmed');
    expect(await salesOf(shop)).to.equal(1);
  });

  it('is Pay once the order is confirmed', async () => {
    const shop = await givenPayingShop();
    await call(shop, 'POST', `/v1/orders/${ORDERS.second}/confirm`);
    const screen = await givenOrder({ of: shop, orderId: ORDERS.second });
    expect(buttonsOf(screen)).to.deep.equal(['Pay']);
    await open(screen, 'Pay');
    await screen.click('$120.00');
    await screen.sees('Payment approved');
    expect((await orderOf(shop, ORDERS.second)).openCents).to.equal(0);
  });
});
