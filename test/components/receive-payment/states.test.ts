import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { backend, tokenFor } from '../given-provider.js';
import { call, givenScreen, givenStoredCard, givenTag } from './given.js';
import { Screen } from './screen.js';
import type { KometReceivePayment } from '../../../src/components/receive-payment/receive-payment.js';

const isAccessible = (screen: Screen) => expect(screen.tag).to.be.accessible();

/** A fetch that lets the session through and gives everything else this answer. */
async function withFetch(answer: (path: string) => Promise<Response> | undefined, run: () => Promise<void>) {
  const real = globalThis.fetch;
  globalThis.fetch = (input, init) => answer(new Request(input, init).url) ?? real(input, init);
  try {
    await run();
  } finally {
    globalThis.fetch = real;
  }
}

describe('the account', () => {
  it('is accessible with invoices, credits and stored cards', async () => {
    const of = backend.company('cards');
    await givenStoredCard(of);
    const screen = await givenScreen({ of });
    await screen.click('Apply invoice 1001');
    await screen.click('Discounts');
    await isAccessible(screen);
  });

  it('offers the primary card first, and the others by Alt and a digit', async () => {
    const of = backend.company('two-cards');
    await givenStoredCard(of);
    await givenStoredCard(of, '25', 'Office');
    const screen = await givenScreen({ of });
    const chosen = () => screen.all<HTMLInputElement>('input[name=card]').findIndex((card) => card.checked);
    expect(chosen()).to.equal(0);
    screen
      .input('Amount')
      .dispatchEvent(
        new KeyboardEvent('keydown', { code: 'Digit2', key: '2', altKey: true, bubbles: true, composed: true }),
      );
    await screen.settled();
    expect(chosen()).to.equal(1);
  });

  it('explains what saving a card means before it is saved', async () => {
    const screen = await givenScreen();
    await screen.tick('Save for future payments');
    expect(screen.text).to.contain('The customer agrees that we keep this card');
    await isAccessible(screen);
  });

  it('lists faults with the focus on the first', async () => {
    const screen = await givenScreen();
    await screen.click('Pay');
    await screen.sees('Apply an invoice or type an amount.');
    await isAccessible(screen);
  });

  it('speaks Spanish', async () => {
    const screen = await givenScreen({ locale: 'es' });
    await screen.sees('Facturas abiertas');
    await screen.click('Aplicar a la factura 1001');
    expect(screen.payText).to.equal('Pagar $100.00');
    await isAccessible(screen);
  });

  for (const theme of ['dark', 'high-contrast'] as const) {
    it(`is accessible in ${theme}`, async () => {
      const screen = await givenScreen({ theme });
      await screen.click('Apply invoice 1001');
      await isAccessible(screen);
    });
  }

  it('is accessible where the system forces its colours', async () => {
    await emulateMedia({ forcedColors: 'active' });
    const screen = await givenScreen();
    await screen.click('Apply invoice 1001');
    await isAccessible(screen);
    await emulateMedia({ forcedColors: 'none' });
  });

  it('carries a strip that says that no money moves', async () => {
    expect((await givenScreen()).text).to.contain('Training: no money moves');
  });
});

describe('a customer', () => {
  it('is found by part of the name, from the keyboard', async () => {
    const screen = await givenTag();
    await screen.sees('Choose a customer');
    const box = await screen.field('Customer');
    const press = (key: string) =>
      box.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
    box.focus();
    box.value = 'petal';
    box.dispatchEvent(new InputEvent('input'));
    await screen.sees('Petal & Stem Florist');
    expect(box.ariaExpanded).to.equal('true');
    await isAccessible(screen);
    press('Enter');
    await screen.sees('Open Invoices');
    await screen.click('Change customer');
    await screen.sees('Choose a customer');
  });

  it('that nobody knows is said to be missing', async () => {
    const screen = await givenTag({ customerId: 'nobody' });
    await screen.sees('This customer can’t be found');
    await isAccessible(screen);
  });

  it('with nothing open may still pay on account', async () => {
    const screen = await givenScreen({ customerId: '26' });
    expect(screen.text).to.contain('Nothing is open.');
    await screen.type('Amount', '40');
    await screen.click('Pay $40.00');
    await screen.sees('Confirm that $40.00 is kept as open credit.');
    await isAccessible(screen);
  });

  for (const [customerId, reason] of [
    ['28', 'The customer is inactive'],
    ['29', 'The customer’s currency is CAD.'],
  ] as const) {
    it(`can’t pay where the reason is “${reason}”`, async () => {
      const screen = await givenScreen({ customerId });
      expect(screen.text).to.contain(reason);
      expect(screen.pay.ariaDisabled).to.equal('true');
      await isAccessible(screen);
    });
  }
});

describe('a user', () => {
  it('without any right to payments is told which one is missing', async () => {
    const screen = await givenTag({ customerId: '25', role: 'Setup' });
    await screen.sees('Your user lacks the right “pay”');
    await isAccessible(screen);
  });

  it('who may only look sees the account and why it can’t be paid', async () => {
    const screen = await givenScreen({ role: 'Credit Manager' });
    expect(screen.text).to.contain('Your user lacks the right “pay”.');
    expect(screen.has('Apply invoice 1001')).to.equal(false);
  });
});

describe('a tag', () => {
  it('that is read-only offers nothing to change', async () => {
    const screen = await givenScreen({ readonly: true });
    expect(screen.all('#pay')).to.deep.equal([]);
    expect(screen.has('Apply all')).to.equal(false);
    await isAccessible(screen);
  });

  it('without a provider says that payments are not connected', async () => {
    const screen = new Screen(
      await fixture<KometReceivePayment>(html`<komet-receive-payment customer-id="25"></komet-receive-payment>`),
    );
    expect(screen.text).to.contain('Payments are not connected');
    await isAccessible(screen);
  });

  it('says so when the session can’t be opened', async () => {
    const screen = await givenTag({ customerId: '25', getToken: () => Promise.reject(new Error('no')) });
    await screen.sees('The session could not be opened');
    await isAccessible(screen);
  });

  it('offers to try again when the account can’t be read', async () => {
    let down = true;
    const answer = (path: string) =>
      down && path.includes('/invoices') ? Promise.resolve(new Response('{}', { status: 404 })) : undefined;
    await withFetch(answer, async () => {
      const screen = await givenTag({ customerId: '25' });
      await screen.sees('The account could not be loaded');
      await isAccessible(screen);
      down = false;
      await screen.click('Retry');
      await screen.sees('Open Invoices');
    });
  });

  it('shows that it is loading, and after a while that it takes long', async () => {
    const answer = (path: string) => (path.includes('/invoices') ? new Promise<Response>(() => undefined) : undefined);
    await withFetch(answer, async () => {
      const screen = await givenTag({ customerId: '25' });
      await screen.sees('Loading the account…');
      await isAccessible(screen);
      await screen.sees('This is taking longer than usual…');
    });
  });

  it('lets nothing be paid while the browser is offline', async () => {
    const screen = await givenScreen({ invoiceIds: 'inv-1001' });
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    window.dispatchEvent(new Event('offline'));
    await screen.sees('You are offline.');
    expect(screen.pay.ariaDisabled).to.equal('true');
    await isAccessible(screen);
    Reflect.deleteProperty(navigator, 'onLine');
    window.dispatchEvent(new Event('online'));
    await screen.settled();
    expect(screen.pay.ariaDisabled).to.equal('false');
  });

  it('names the set-up step that a location is missing', async () => {
    const of = backend.company('no-keys');
    await tokenFor('Administrator', of);
    const saved = await fetch(`${of.proxyUrl}/v1/locations/miami/keys`, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${of.integratorSecret}`,
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
      },
      body: JSON.stringify({ apiKey: '0123456789abcdef0123456789abcdef' }),
    });
    expect(saved.status).to.equal(204);
    const { locations } = await call<{ locations: { id: string; integrationState: string }[] }>(
      of,
      'GET',
      '/v1/locations',
    );
    expect(locations.find(({ id }) => id === 'miami')?.integrationState).not.to.equal('ready');
    const screen = await givenScreen({ of });
    expect(screen.text).to.contain('Cards can’t be charged at Miami yet:');
    await isAccessible(screen);
  });
});
