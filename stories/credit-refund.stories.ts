import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { Sandbox } from '../sandbox/sandbox.js';
import '../src/components/credit-refund/credit-refund.js';
import { addFault, CUSTOMERS, OVERPAID, pay, screenOf } from './reversals.given.js';

/** Open credits that came from card payments go back to the card they came from, wholly or in part. */
const meta: Meta = {
  title: 'A⁄R payment/Credit refund',
  component: 'komet-credit-refund',
  parameters: {
    docs: { story: { inline: false, height: '520px' } },
    sandbox: (sandbox: Sandbox) => pay(sandbox, OVERPAID),
  },
  render: () => html`<komet-credit-refund customer-id=${CUSTOMERS.journey}></komet-credit-refund>`,
};
export default meta;

type Play = NonNullable<StoryObj['play']>;

const ticks =
  (thenSees: string): Play =>
  async ({ canvasElement }) => {
    const screen = screenOf(canvasElement, 'komet-credit-refund');
    await screen.tick('Refund the open credits to the customer');
    await screen.sees(thenSees);
  };

const refunds =
  (thenSees: string): Play =>
  async (context) => {
    await ticks('At most $50.00')(context);
    const screen = screenOf(context.canvasElement, 'komet-credit-refund');
    await screen.type('Amount to refund', '20');
    await screen.click('Refund $20.00 to Visa •••• 1111');
    await screen.sees(thenSees);
  };

/** Nothing is shown before it is asked for. */
export const Closed: StoryObj = {};

/** The credits a card can get back, each with its card. */
export const Credits: StoryObj = { play: ticks('Available Credits') };

/** More than there is. */
export const TooMuch: StoryObj = {
  play: async (context) => {
    await ticks('At most $50.00')(context);
    const screen = screenOf(context.canvasElement, 'komet-credit-refund');
    await screen.type('Amount to refund', '75');
    await screen.sees('No more than $50.00 can go back.');
  },
};

/** A part of the credit went back; the rest stays open. */
export const Done: StoryObj = { play: refunds('is on its way back to the card') };

/** The answer was lost; it is asked for, never sent again. */
export const Unknown: StoryObj = {
  parameters: {
    sandbox: async (sandbox: Sandbox) => {
      await pay(sandbox, OVERPAID);
      addFault(sandbox, 'refund', 'drop-before-booking');
    },
  },
  play: refunds('We are finding out what happened'),
};

/** The customer has credits, but none that came from a card. */
export const Empty: StoryObj = {
  parameters: { sandbox: (sandbox: Sandbox) => pay(sandbox) },
  play: ticks('No open credit here came from a card payment'),
};

/** The right that is missing is named. */
export const NoRight: StoryObj = { globals: { role: 'Credit Manager' } };
