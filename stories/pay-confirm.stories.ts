import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/pay-confirm/pay-confirm.js';
import {
  allowPayment,
  confirmed,
  orderOn,
  ORDERS,
  orderWithFault,
  requirePayment,
  waitingTerminal,
} from './pay-confirm.given.js';

interface Args {
  orderId?: string;
  readonly?: boolean;
}

/**
 * Order Entry › Pay & Confirm: one order, the buttons its location and customer allow, and the `Payment Information` window. The card is
 * charged first; only what is approved is confirmed.
 */
const meta: Meta<Args> = {
  title: 'Order Entry/Pay & Confirm',
  component: 'komet-pay-confirm',
  args: { orderId: ORDERS.first },
  globals: { role: 'Cashier' },
  parameters: { sandbox: allowPayment, docs: { story: { inline: false, height: '640px' } } },
  render: ({ orderId = '', readonly = false }) =>
    html`<komet-pay-confirm order-id=${orderId} ?readonly=${readonly}></komet-pay-confirm>`,
};
export default meta;

type Story = StoryObj<Args>;

const sees =
  (text: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) =>
    orderOn(canvasElement).sees(text);

const pays =
  (thenSees: string, amount = '$84.50'): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const screen = orderOn(canvasElement);
    await screen.sees('Order 3');
    await screen.click(screen.has('Pay') ? 'Pay' : 'Pay & Confirm');
    await screen.sees('Amount Received');
    await screen.click(amount);
    await screen.sees(thenSees);
  };

/** Controls for every attribute. */
export const Playground: Story = { play: sees('Pay & Confirm') };

/** Nothing is set: the order is confirmed without a payment. */
export const ConfirmOnly: Story = {
  parameters: { sandbox: () => undefined },
  play: sees('takes no payments upon confirmation'),
};

/** The customer has to pay, so there is no plain confirming. */
export const PaymentRequired: Story = {
  parameters: { sandbox: requirePayment },
  play: sees('This customer pays when an order is confirmed'),
};

/** The window: what pays, what is received, and a button that says the amount. */
export const PaymentInformation: Story = {
  play: async ({ canvasElement }) => {
    const screen = orderOn(canvasElement);
    await screen.sees('Order 3');
    await screen.click('Pay & Confirm');
    await screen.sees('Amount Received');
  },
};

/** Charged, then confirmed. */
export const Approved: Story = { play: pays('The order is confirmed') };

/** The answer is lost: calm, and nothing can be paid until it is known. */
export const Unknown: Story = {
  parameters: { sandbox: orderWithFault('drop-before-booking') },
  play: pays('We are finding out what happened'),
};

/** A terminal has the amount on its screen. */
export const AtTerminal: Story = {
  parameters: {
    sandbox: async (sandbox: Parameters<typeof allowPayment>[0]) => {
      await allowPayment(sandbox);
      await waitingTerminal(sandbox);
    },
  },
  play: async ({ canvasElement }) => {
    const screen = orderOn(canvasElement);
    await screen.sees('Order 3');
    await screen.click('Pay & Confirm');
    await screen.tick('Credit Card (POS Terminal)');
    await screen.field('Card terminal');
    await screen.click('$84.50');
    await screen.sees('Waiting for the card at Counter');
  },
};

/** Confirmed already: it can still be paid. */
export const PayConfirmed: Story = { parameters: { sandbox: confirmed }, play: sees('Confirmed') };

/** The page shows the order without letting it be changed. */
export const ReadOnly: Story = { args: { readonly: true }, play: sees('Read-only view') };

/** No such order, or not within the session's scope. */
export const NotFound: Story = { args: { orderId: 'ord-9999' }, play: sees('This order can’t be found') };
