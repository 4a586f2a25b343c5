import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { Sandbox } from '../sandbox/sandbox.js';
import '../src/components/payment-settings/payment-settings.js';
import { screenOf } from './reversals.given.js';

/** How each location takes card payments, and what that makes Order Entry show. */
const meta: Meta = {
  title: 'Set-up/Payment settings',
  component: 'komet-payment-settings',
  parameters: { docs: { story: { inline: false, height: '640px' } } },
  render: () => html`<komet-payment-settings></komet-payment-settings>`,
};
export default meta;

/** Two locations, each with settings of its own. */
export const Locations: StoryObj = {
  parameters: {
    sandbox: (sandbox: Sandbox) =>
      sandbox.call('PATCH', '/v1/locations/miami/settings', {
        allowPaymentUponConfirmation: true,
        feeRule: { kind: 'surcharge', percentHundredths: 290 },
      }),
  },
  play: async ({ canvasElement }) => {
    await screenOf(canvasElement, 'komet-payment-settings').sees('On $100.00 the customer pays $102.90.');
  },
};

/** What the orders of a customer show, and because of which setting. */
export const WhatOrdersShow: StoryObj = {
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement, 'komet-payment-settings');
    const search = await screen.field('Customer');
    search.focus();
    search.value = 'Petal';
    search.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await screen.sees('PETAL');
    screen.all('[role=option]')[0]?.click();
    await screen.sees('Neither the location allows payment upon confirmation');
  },
};

/** The right that is missing is named. */
export const NoRight: StoryObj = { globals: { role: 'Cashier' } };
