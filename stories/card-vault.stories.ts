import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/card-vault/card-vault.js';
import { CUSTOMERS, storeCard } from './receive-payment.given.js';
import { screenOf } from './reversals.given.js';

/** Manage Credit Cards of a customer; nobody here ever sees a number. */
const meta: Meta = {
  title: 'Set-up/Card vault',
  component: 'komet-card-vault',
  parameters: { docs: { story: { inline: false, height: '460px' } }, sandbox: storeCard },
  render: () => html`<komet-card-vault customer-id=${CUSTOMERS.journey}></komet-card-vault>`,
};
export default meta;

/** One card, the primary one. */
export const Cards: StoryObj = {
  play: async ({ canvasElement }) => {
    await screenOf(canvasElement, 'komet-card-vault').sees('•••• 1111');
  },
};

/** None yet: add one, or ask for one. */
export const Empty: StoryObj = { parameters: { sandbox: () => Promise.resolve() } };

/** Deleting asks first. */
export const Deleting: StoryObj = {
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement, 'komet-card-vault');
    await screen.sees('•••• 1111');
    await screen.click('Delete Visa •••• 1111');
    await screen.sees('Yes, Delete');
  },
};

/** A form is about to be sent by e-mail. */
export const Requesting: StoryObj = {
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement, 'komet-card-vault');
    await screen.sees('•••• 1111');
    await screen.click('Request Cards');
    await screen.field('E-mail address');
  },
};

/** Salespeople may charge cards but not manage them, until their location allows it. */
export const Sales: StoryObj = { globals: { role: 'Sales' } };
