import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { Sandbox } from '../sandbox/sandbox.js';
import '../src/components/chargeback-button/chargeback-button.js';
import { addFault, chargeBack, newestPayment, OVERPAID, pay, screenOf } from './reversals.given.js';

/** CB of one payment: what it does is shown before it is done; then the date, the reason and Continue. */
const meta: Meta = {
  title: 'A⁄R payment/CB',
  component: 'komet-chargeback-button',
  parameters: {
    subject: async (sandbox: Sandbox) => ({ payment: await newestPayment(sandbox) }),
    docs: { story: { inline: false, height: '720px' } },
    sandbox: (sandbox: Sandbox) => pay(sandbox),
  },
  render: (_, { loaded }) => {
    const { id, controlNumber } = (loaded as { payment: { id: string; controlNumber?: number } }).payment;
    return html`<komet-chargeback-button
      payment-id=${id}
      control-number=${String(controlNumber ?? '')}
    ></komet-chargeback-button>`;
  },
};
export default meta;

type Play = NonNullable<StoryObj['play']>;

const opens =
  (thenSees: string): Play =>
  async ({ canvasElement }) => {
    const screen = screenOf(canvasElement, 'komet-chargeback-button');
    screen.all('button')[0]?.click();
    await screen.sees(thenSees);
  };

const continues =
  (thenSees: string): Play =>
  async (context) => {
    await opens('Returns to the card')(context);
    const screen = screenOf(context.canvasElement, 'komet-chargeback-button');
    await screen.type('Reason', 'A box was cut');
    await screen.click('Continue');
    await screen.sees(thenSees);
  };

/** The button as it stands in a row of Payment History. */
export const Button: StoryObj = {};

/** What returns to which card and which invoices reopen, before anything happens. */
export const Preview: StoryObj = { play: opens('Invoices that reopen') };

/** The batch is closed, so the card gets a refund. */
export const Refund: StoryObj = {
  parameters: {
    sandbox: async (sandbox: Sandbox) => {
      await pay(sandbox);
      await sandbox.simulator.fetch(new Request('https://gateway.invalid/__sim/batches/close', { method: 'POST' }));
    },
  },
  play: opens('so the card gets a refund'),
};

/** An overpayment disappears with the payment that left it. */
export const Overpayment: StoryObj = {
  parameters: { sandbox: (sandbox: Sandbox) => pay(sandbox, OVERPAID) },
  play: opens('left by this payment, disappears'),
};

/** Without a reason nothing is sent. */
export const ReasonMissing: StoryObj = {
  play: async (context) => {
    await opens('Returns to the card')(context);
    const screen = screenOf(context.canvasElement, 'komet-chargeback-button');
    await screen.click('Continue');
    await screen.sees('Say why.');
  },
};

/** Done: what went where, under which control number, by whom. */
export const Done: StoryObj = { play: continues('is charged back') };

/** The answer was lost: nobody has to do anything, and nobody can do it twice. */
export const Unknown: StoryObj = {
  parameters: {
    sandbox: async (sandbox: Sandbox) => {
      await pay(sandbox);
      addFault(sandbox, 'void', 'drop-before-booking');
    },
  },
  play: continues('We are finding out what happened'),
};

/** It was charged back a moment ago, by somebody else. */
export const AlreadyDone: StoryObj = {
  parameters: { sandbox: async (sandbox: Sandbox) => chargeBack(sandbox, await pay(sandbox)) },
  play: opens('is charged back'),
};

/** A salesperson sees the button and the right that is missing. */
export const NoRight: StoryObj = { globals: { role: 'Sales Manager' } };
