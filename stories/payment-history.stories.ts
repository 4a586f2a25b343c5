import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/payment-history/payment-history.js';
import { WindowScreen } from '../test/components/window-screen.js';
import { CUSTOMERS, givenPayments } from './payment-history.given.js';

interface Args {
  customerId?: string;
  from?: string;
  to?: string;
}

/** A/R › Payment History: search, look at, charge back, export and print payments. */
const meta: Meta<Args> = {
  title: 'A⁄R payment/Payment History',
  component: 'komet-payment-history',
  parameters: { docs: { story: { inline: false, height: '620px' } }, sandbox: givenPayments },
  render: ({ customerId, from, to }) =>
    html`<komet-payment-history .customerId=${customerId} .from=${from} .to=${to}></komet-payment-history>`,
};
export default meta;

type Story = StoryObj<Args>;

const screenOf = (canvas: HTMLElement) => new WindowScreen(canvas.querySelector('komet-payment-history')!);

const sees =
  (...texts: string[]): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    for (const text of texts) await screenOf(canvasElement).sees(text);
  };

/** A few payments of the last days, one of them charged back. */
export const Payments: Story = { play: sees('Net $') };

/** A payment that was charged back is marked with who did it and when; its mirror is negative. */
export const ChargedBack: Story = { play: sees('Charge backs and refunds', 'Charged back') };

/** Every filter, as the Search button opens it. */
export const Search: Story = {
  play: async (context) => {
    await sees('Net $')(context);
    await screenOf(context.canvasElement).click('Search');
  },
};

/** Everything that is known of one payment. */
export const Details: Story = {
  play: async (context) => {
    await sees('Net $')(context);
    const screen = screenOf(context.canvasElement);
    screen.all<HTMLButtonElement>('.actions button').at(-1)?.click();
    await screen.sees('Balance after');
  },
};

/** The payments of one customer. */
export const OneCustomer: Story = { args: { customerId: CUSTOMERS.journey }, play: sees('Net $') };

/** Nothing was paid in these days. */
export const Empty: Story = { args: { from: '2020-01-01', to: '2020-01-31' }, play: sees('No payments here') };
