import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/payment-receipt/payment-receipt.js';
import type { Sandbox } from '../sandbox/sandbox.js';
import { WindowScreen } from '../test/components/window-screen.js';
import { givenPayments } from './payment-history.given.js';

interface Args {
  format: 'letter' | '80mm';
}

/** The receipt of a payment: look at it, print it on Letter paper or an 80 mm roll, send it by e-mail. */
const meta: Meta<Args> = {
  title: 'A⁄R payment/Receipt',
  component: 'komet-payment-receipt',
  args: { format: 'letter' },
  parameters: {
    docs: { story: { inline: false, height: '620px' } },
    sandbox: givenPayments,
    subject: async (sandbox: Sandbox) =>
      (await sandbox.call('GET', '/v1/payments?status=approved&concept=payment&limit=1')) as object,
  },
  render: ({ format }, { loaded }) => {
    const [payment] = (loaded as { payments: { id: string }[] }).payments;
    return html`<komet-payment-receipt payment-id=${payment?.id ?? ''} format=${format}></komet-payment-receipt>`;
  },
};
export default meta;

type Story = StoryObj<Args>;

const sees =
  (text: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) =>
    new WindowScreen(canvasElement.querySelector('komet-payment-receipt')!).sees(text);

/** On Letter paper. */
export const Letter: Story = { play: sees('Total') };

/** On the 80 mm roll of a counter printer. */
export const Roll: Story = { args: { format: '80mm' }, play: sees('Total') };
