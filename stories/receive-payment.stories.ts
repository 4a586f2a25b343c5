import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/receive-payment/receive-payment.js';
import { waitingTerminal } from './pay-confirm.given.js';
import { CUSTOMERS, screenOf, storeCard, withFault } from './receive-payment.given.js';

interface Args {
  customerId?: string;
  invoiceIds?: string;
  readonly?: boolean;
}

/**
 * A/R › Receive Payment: pick invoices and credits, charge a new or a stored card. Every story runs against a wholesaler, a proxy and a
 * gateway of its own inside the page.
 */
const meta: Meta<Args> = {
  title: 'A⁄R payment/Receive Payment',
  component: 'komet-receive-payment',
  args: { customerId: CUSTOMERS.journey },
  parameters: { docs: { story: { inline: false, height: '760px' } } },
  render: ({ customerId, invoiceIds = '', readonly = false }) =>
    html`<komet-receive-payment
      .customerId=${customerId}
      invoice-ids=${invoiceIds}
      ?readonly=${readonly}
    ></komet-receive-payment>`,
};
export default meta;

type Story = StoryObj<Args>;

const pays =
  (amount: string, thenSees: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    await screen.sees('Open Invoices');
    await screen.click(`Pay ${amount}`);
    await screen.sees(thenSees);
  };

const sees =
  (text: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) =>
    screenOf(canvasElement).sees(text);

/** Controls for every attribute. */
export const Playground: Story = { play: sees('Open Invoices') };

/** Nobody is chosen yet: the clerk types a name or a code. */
export const NoCustomer: Story = { args: { customerId: '' }, play: sees('Choose a customer') };

/** Nothing is open; an amount taken now is kept as open credit. */
export const Empty: Story = { args: { customerId: CUSTOMERS.nothingOpen }, play: sees('Nothing is open') };

/** Two invoices picked; the amount follows, and the button says it. */
export const TwoInvoices: Story = {
  args: { invoiceIds: 'inv-1001 inv-1002' },
  play: sees('Pay $250.00'),
};

/** A stored card is offered first, the primary one chosen. */
export const StoredCard: Story = {
  args: { invoiceIds: 'inv-1001' },
  parameters: { sandbox: storeCard },
  play: sees('•••• 1111'),
};

/** Hundreds of open invoices stay smooth; the search narrows them. */
export const ManyInvoices: Story = { args: { customerId: CUSTOMERS.manyOpen }, play: sees('Open Invoices') };

/** Less than the balance: what stays open is said before paying. */
export const PartialPayment: Story = {
  args: { invoiceIds: 'inv-1001' },
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    await screen.sees('Open Invoices');
    await screen.type('Amount to pay on invoice 1001', '60');
    await screen.sees('Pay $60.00');
  },
};

/** More than is applied: the cents that become open credit are named and must be confirmed. */
export const Overpayment: Story = {
  args: { invoiceIds: 'inv-1001' },
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    await screen.sees('Open Invoices');
    await screen.type('Amount', '135');
    await screen.sees('Keep $35.00 as open credit of Petal & Stem Florist');
  },
};

/** The window of open credits. */
export const AvailableCredits: Story = {
  args: { invoiceIds: 'inv-1003' },
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    await screen.sees('Open Invoices');
    await screen.click('Click here to apply');
    await screen.sees('Available Credits');
  },
};

/** Approved, with control number, authorization, card, invoices and new balances. */
export const Approved: Story = {
  args: { invoiceIds: 'inv-1001 inv-1002' },
  parameters: { sandbox: storeCard },
  play: pays('$250.00', 'Payment approved'),
};

/** Declined by cause: what happened, what to do next, and the form as it was. */
export const Declined: Story = {
  args: { invoiceIds: 'inv-1001' },
  parameters: { sandbox: storeCard },
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    await screen.sees('Open Invoices');
    await screen.type('Amount to pay on invoice 1001', '0.21');
    await screen.click('Pay $0.21');
    await screen.sees('The card does not have enough funds.');
  },
};

/** The bank takes its time; the wait says what it is for. */
export const Slow: Story = {
  args: { invoiceIds: 'inv-1001' },
  parameters: { sandbox: withFault('delay', 8_000) },
  play: pays('$100.00', 'Asking the bank…'),
};

/** The answer was lost: a calm state of its own that never offers to pay again. */
export const Unknown: Story = {
  args: { invoiceIds: 'inv-1001' },
  parameters: { sandbox: withFault('drop-before-booking') },
  play: pays('$100.00', 'We are finding out what happened'),
};

/** The answer was lost and found again by itself: charged once. */
export const UnknownThenApproved: Story = {
  args: { invoiceIds: 'inv-1001' },
  parameters: { sandbox: withFault('drop-after-booking') },
  play: pays('$100.00', 'Payment approved'),
};

/** The session may look but not charge. */
export const ReadOnly: Story = { args: { readonly: true }, play: sees('Read-only view') };

/** The right that is missing is named. */
export const NoRight: Story = { globals: { role: 'Sales Allocations' }, play: sees('can’t receive payments') };

/** An inactive customer can be looked at, not charged. */
export const InactiveCustomer: Story = {
  args: { customerId: CUSTOMERS.inactive },
  play: sees('The customer is inactive'),
};

/** Cards are charged in US dollars only. */
export const OtherCurrency: Story = { args: { customerId: CUSTOMERS.otherCurrency }, play: sees('US dollars only') };

/** A customer that is not there, or belongs to somebody else. */
export const UnknownCustomer: Story = { args: { customerId: 'nobody' }, play: sees('can’t be found') };

/** In Spanish, with the formats of the United States. */
export const InSpanish: Story = {
  args: { invoiceIds: 'inv-1001 inv-1002' },
  globals: { locale: 'es' },
  play: sees('$250.00'),
};

/** Dark, and dense for a desk that takes money all day. */
export const DarkCompact: Story = {
  args: { invoiceIds: 'inv-1001 inv-1002' },
  globals: { theme: 'dark', density: 'compact' },
  play: sees('Pay $250.00'),
};

/** A terminal has the amount on its screen; the page says which, for how long, and how to cancel there. */
export const AtTerminal: Story = {
  args: { invoiceIds: 'inv-1001' },
  parameters: { sandbox: waitingTerminal },
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    await screen.sees('Open Invoices');
    await screen.tick('Credit Card (POS Terminal)');
    await screen.field('Card terminal');
    await screen.click('Pay $100.00');
    await screen.sees('Waiting for the card at Counter');
  },
};

/** No terminal of this location is ready. */
export const NoTerminal: Story = {
  args: { invoiceIds: 'inv-1001' },
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    await screen.sees('Open Invoices');
    await screen.tick('Credit Card (POS Terminal)');
    await screen.sees('No card terminal is ready');
  },
};
