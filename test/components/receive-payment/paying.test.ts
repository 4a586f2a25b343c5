import { expect, oneEvent } from '@open-wc/testing';
import { backend, type Backend } from '../given-provider.js';
import { call, givenCardToken, givenFault, givenScreen, givenStoredCard, PETAL, salesOf } from './given.js';
import type { Screen } from './screen.js';

let count = 0;

/** A wholesaler that no other test has touched, its customer with a stored card. */
async function givenShop(): Promise<Backend> {
  count += 1;
  const shop = backend.company(`shop-${count}`);
  await givenStoredCard(shop);
  return shop;
}

async function givenPicked(of: Backend, ...numbers: string[]): Promise<Screen> {
  const screen = await givenScreen({ of, invoiceIds: numbers.map((number) => `inv-${number}`).join(' ') });
  await screen.settled();
  return screen;
}

/** Another clerk takes 10.00 of an invoice. */
const payElsewhere = async (of: Backend, invoiceId: string) =>
  call(of, 'POST', '/v1/payments', {
    locationId: 'miami',
    customerId: PETAL,
    method: 'in-app',
    source: { cardToken: await givenCardToken(of) },
    allocations: [{ invoiceId, amountCents: 1_000 }],
    amountCents: 1_000,
  });

describe('an approved payment', () => {
  it('ends in a receipt with control number, card, invoices and new balances', async () => {
    const screen = await givenPicked(await givenShop(), '1001', '1002');
    await screen.click('Pay $250.00');
    await screen.sees('Payment approved');
    for (const part of ['$250.00', '10001', 'Visa •••• 1111', '1001 $100.00 $0.00', '1002 $150.00 $0.00'])
      expect(screen.text.replace(/\s+/g, ' ')).to.contain(part);
  });

  it('is told to the page, after the page was asked', async () => {
    const screen = await givenPicked(await givenShop(), '1001');
    const heard: string[] = [];
    for (const type of ['komet-payment-submitting', 'komet-payment-approved'] as const)
      screen.tag.addEventListener(type, (event) => heard.push(event.type));
    await screen.tag.pay();
    expect(heard).to.deep.equal(['komet-payment-submitting', 'komet-payment-approved']);
    expect(screen.tag.outcome?.totalCents).to.equal(10_000);
  });

  it('gives way to what is still open', async () => {
    const screen = await givenPicked(await givenShop(), '1001');
    await screen.click('Pay $100.00');
    await screen.sees('Payment approved');
    await screen.click('Ok');
    await screen.sees('Open Invoices');
    expect(screen.has('Apply invoice 1001')).to.equal(false);
    expect(screen.payText).to.equal('Pay');
  });

  it('has the focus on its heading', async () => {
    const screen = await givenPicked(await givenShop(), '1001');
    await screen.click('Pay $100.00');
    await screen.sees('Payment approved');
    const receipt = screen.tag.shadowRoot?.activeElement;
    expect(receipt?.shadowRoot?.activeElement?.textContent).to.equal('Payment approved');
  });

  it('happens once for two clicks', async () => {
    const shop = await givenShop();
    const screen = await givenPicked(shop, '1001');
    screen.pay.click();
    screen.pay.click();
    await screen.sees('Payment approved');
    expect(await salesOf(shop)).to.equal(1);
  });

  it('needs no card when credits cover it', async () => {
    const screen = await givenPicked(await givenShop());
    await screen.type('Amount to pay on invoice 1003', '15');
    await screen.click('Click here to apply');
    screen.all<HTMLInputElement>('li input[type=checkbox]')[0]!.click();
    await screen.settled();
    await screen.click('Close');
    await screen.click('Apply $15.00 in credits');
    await screen.sees('Credits applied');
  });

  it('keeps what was overpaid as open credit', async () => {
    const screen = await givenPicked(await givenShop(), '1001');
    await screen.type('Amount', '135');
    await screen.tick('Keep $35.00 as open credit of Petal & Stem Florist');
    await screen.click('Pay $135.00');
    await screen.sees('$35.00 is kept as open credit.');
  });
});

describe('before anything is sent', () => {
  it('waits for what the page promises', async () => {
    const shop = await givenShop();
    const screen = await givenPicked(shop, '1001');
    let save: (() => void) | undefined;
    const saved = new Promise<void>((resolve) => (save = resolve));
    screen.tag.addEventListener('komet-payment-submitting', (event) => event.detail.waitUntil(saved), { once: true });
    screen.pay.click();
    await screen.sees('Asking the bank…');
    expect(await salesOf(shop)).to.equal(0);
    save?.();
    await screen.sees('Payment approved');
  });

  it('lets the page stop it', async () => {
    const shop = await givenShop();
    const screen = await givenPicked(shop, '1001');
    screen.tag.addEventListener('komet-payment-submitting', (event) => event.preventDefault(), { once: true });
    await screen.click('Pay $100.00');
    await screen.sees('The page stopped this before anything was charged.');
    expect(await salesOf(shop)).to.equal(0);
  });
});

describe('a declined payment', () => {
  it('says why and what to do, and keeps the form for another try', async () => {
    const screen = await givenPicked(await givenShop());
    await screen.type('Amount to pay on invoice 1001', '0.21');
    const declined = oneEvent(screen.tag, 'komet-payment-declined');
    await screen.click('Pay $0.21');
    await screen.sees('The card does not have enough funds.');
    expect(screen.text).to.contain('No money was taken.');
    expect((await declined).detail.cause).to.equal('insufficient-funds');
    await screen.type('Amount to pay on invoice 1001', '12');
    await screen.click('Pay $12.00');
    await screen.sees('Payment approved');
  });

  it('marks the card that was refused', async () => {
    const screen = await givenPicked(await givenShop());
    await screen.type('Amount to pay on invoice 1001', '0.21');
    await screen.click('Pay $0.21');
    await screen.sees('Declined');
    expect(screen.all('label').some((label) => /1111.*Declined/s.test(label.textContent))).to.equal(true);
  });
});

describe('a payment whose answer is lost', () => {
  it('is not offered again, and ends as what it was', async () => {
    const shop = await givenShop();
    const screen = await givenPicked(shop, '1001');
    await givenFault('drop-after-booking', shop);
    await screen.click('Pay $100.00');
    await screen.sees('Do not pay again.');
    expect(screen.pay.checkVisibility()).to.equal(false);
    await screen.sees('Payment approved');
    expect(await salesOf(shop)).to.equal(1);
  });

  it('is taken up again by the tag that replaces it', async () => {
    const shop = await givenShop();
    const screen = await givenPicked(shop, '1001');
    await givenFault('drop-after-booking', shop);
    const unknown = oneEvent(screen.tag, 'komet-payment-unknown');
    screen.pay.click();
    await unknown;
    const provider = screen.tag.parentElement!;
    screen.tag.remove();
    const next = document.createElement('komet-receive-payment');
    next.customerId = PETAL;
    const approved = oneEvent(next, 'komet-payment-approved');
    provider.append(next);
    expect((await approved).detail.totalCents).to.equal(10_000);
    expect(await salesOf(shop)).to.equal(1);
  });
});

describe('a payment that meets a change', () => {
  it('shows what became of the balances and fits the form to them', async () => {
    const shop = await givenShop();
    const screen = await givenPicked(shop, '1001', '1002');
    await payElsewhere(shop, 'inv-1001');
    await screen.click('Pay $250.00');
    await screen.sees('1001: $100.00 before, $90.00 now');
    expect(screen.payText).to.equal('Pay $240.00');
    expect(await salesOf(shop)).to.equal(1);
  });

  it('names the invoice that somebody else is paying', async () => {
    const shop = await givenShop();
    const screen = await givenPicked(shop, '1002');
    await givenFault('delay', shop, 3_000);
    void payElsewhere(shop, 'inv-1002');
    await screen.sees('Open Invoices');
    for (;;) {
      const { invoices } = await call<{ invoices: { id: string; heldByPaymentId?: string }[] }>(
        shop,
        'GET',
        '/v1/customers/25/invoices',
      );
      if (invoices.some((invoice) => invoice.heldByPaymentId)) break;
    }
    await screen.click('Pay $150.00');
    await screen.sees('Being paid right now: 1002.');
    await screen.click('Reload balances');
    await screen.sees('Payment under way');
  });

  it('asks why, when it looks like one taken a moment ago', async () => {
    const shop = await givenShop();
    const screen = await givenPicked(shop);
    await screen.type('Amount to pay on invoice 1004', '50');
    await screen.click('Pay $50.00');
    await screen.sees('Payment approved');
    await screen.click('Ok');
    await screen.sees('Open Invoices');
    await screen.type('Amount to pay on invoice 1004', '50');
    await screen.click('Pay $50.00');
    await screen.sees('This looks like a payment taken a moment ago');
    await screen.type('Reason', 'Second instalment');
    await screen.click('Pay $50.00 again');
    await screen.sees('Payment approved');
    expect(await salesOf(shop)).to.equal(2);
  });
});
