import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/customer-payment-settings/customer-payment-settings.js';
import { CUSTOMERS, screenOf } from './reversals.given.js';

/** What is asked of a customer when an order is confirmed; each box is saved as it is clicked. */
const meta: Meta = {
  title: 'Set-up/Customer payment settings',
  component: 'komet-customer-payment-settings',
  globals: { role: 'Administrator' },
  parameters: { docs: { story: { inline: false, height: '320px' } } },
  render: () =>
    html`<komet-customer-payment-settings customer-id=${CUSTOMERS.journey}></komet-customer-payment-settings>`,
};
export default meta;

/** Everything is off until somebody turns it on. */
export const Off: StoryObj = {};

/** A customer who has to pay each order as it is confirmed. */
export const PaymentRequired: StoryObj = {
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement, 'komet-customer-payment-settings');
    await screen.tick('Require Payment Upon Confirmation');
    await screen.sees('Saved.');
  },
};

/** A customer can't be both required to pay by card and kept from it. */
export const Refused: StoryObj = {
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement, 'komet-customer-payment-settings');
    await screen.tick('Require Credit Card Payment');
    await screen.sees('Saved.');
    await screen.tick('Restrict Credit Card Payment');
    await screen.sees('This was not saved');
  },
};

/** The right that is missing is named. */
export const NoRight: StoryObj = { globals: { role: 'Cashier' } };
