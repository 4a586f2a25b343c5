import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { Sandbox } from '../sandbox/sandbox.js';
import '../src/components/payment-adjust/payment-adjust.js';
import { chargeBack, newestPayment, pay, screenOf } from './reversals.given.js';

/** An authorized payment is never edited: charge it back, change its invoices, charge all of them anew. */
const meta: Meta = {
  title: 'A⁄R payment/Adjust',
  component: 'komet-payment-adjust',
  parameters: {
    subject: async (sandbox: Sandbox) => ({ payment: await newestPayment(sandbox) }),
    docs: { story: { inline: false, height: '760px' } },
    sandbox: (sandbox: Sandbox) => pay(sandbox),
  },
  render: (_, { loaded }) =>
    html`<komet-payment-adjust
      payment-id=${(loaded as { payment: { id: string } }).payment.id}
    ></komet-payment-adjust>`,
};
export default meta;

const chargedBack = async (sandbox: Sandbox): Promise<void> => chargeBack(sandbox, await pay(sandbox));

const sees =
  (text: string): NonNullable<StoryObj['play']> =>
  async ({ canvasElement }) =>
    screenOf(canvasElement, 'komet-payment-adjust').sees(text);

/** First the payment goes back to its card; what that means is said before. */
export const ChargeBack: StoryObj = { play: sees('goes back to the card') };

/** The reopened invoices with what is open on each now; the page's own screens change them. */
export const ChangeInvoices: StoryObj = {
  parameters: { sandbox: chargedBack },
  play: sees('Cut the orders in Komet now.'),
};

/** All invoices of the first payment are picked, and the same card is offered. */
export const ChargeAnew: StoryObj = {
  parameters: { sandbox: chargedBack },
  play: async (context) => {
    await sees('Cut the orders in Komet now.')(context);
    const screen = screenOf(context.canvasElement, 'komet-payment-adjust');
    await screen.click('Continue');
    await screen.sees('Pay $250.00');
  },
};

/** The new payment took the place of the old one. */
export const Done: StoryObj = {
  parameters: {
    subject: async (sandbox: Sandbox) => ({ payment: { id: (await newestPayment(sandbox)).replacesId } }),

    sandbox: async (sandbox: Sandbox) => {
      const payment = await pay(sandbox);
      await chargeBack(sandbox, payment);
      await pay(sandbox, { replacesId: payment.id });
    },
  },
  play: sees('took the place of payment'),
};

/** The right that is missing is named. */
export const NoRight: StoryObj = { globals: { role: 'Sales Manager' }, play: sees('“refund”') };
