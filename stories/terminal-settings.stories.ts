import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { Sandbox } from '../sandbox/sandbox.js';
import '../src/components/terminal-settings/terminal-settings.js';
import { screenOf } from './reversals.given.js';

const add = (sandbox: Sandbox) =>
  sandbox.call('POST', '/v1/locations/miami/terminals', { name: 'Front desk', serial: 'PAX-A920-7' });

/** Credit Card Terminals of a location. */
const meta: Meta = {
  title: 'Set-up/Terminal settings',
  component: 'komet-terminal-settings',
  globals: { role: 'Administrator' },
  parameters: { docs: { story: { inline: false, height: '420px' } }, sandbox: add },
  render: () => html`<komet-terminal-settings></komet-terminal-settings>`,
};
export default meta;

/** A terminal whose key is not in place yet. */
export const Terminals: StoryObj = {
  play: async ({ canvasElement }) => {
    await screenOf(canvasElement, 'komet-terminal-settings').sees('Waits for its key');
  },
};

/** None yet. */
export const Empty: StoryObj = { parameters: { sandbox: () => Promise.resolve() } };

/** A new terminal is typed in. */
export const Adding: StoryObj = {
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement, 'komet-terminal-settings');
    await screen.sees('Front desk');
    await screen.click('Add New');
    await screen.click('Save');
    await screen.sees('Give the terminal a name.');
  },
};

/** Deleting asks first. */
export const Deleting: StoryObj = {
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement, 'komet-terminal-settings');
    await screen.sees('Front desk');
    await screen.click('Delete Front desk');
    await screen.sees('Yes, Delete');
  },
};

/** The processor is asked with a key that is not there yet. */
export const Tested: StoryObj = {
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement, 'komet-terminal-settings');
    await screen.sees('Front desk');
    await screen.click('Test Front desk');
    await screen.sees('Its key is not in place yet.');
  },
};

/** The right that is missing is named. */
export const NoRight: StoryObj = { globals: { role: 'Cashier' } };
