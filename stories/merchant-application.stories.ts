import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/merchant-application/merchant-application.js';
import { draft, submit, turnOff } from './integration-setup.given.js';
import { screenOf } from './reversals.given.js';

/** The credit card information page, by which a location applies for an account with the processor. */
const meta: Meta = {
  title: 'Set-up/Merchant application',
  component: 'komet-merchant-application',
  globals: { role: 'Setup' },
  parameters: { docs: { story: { inline: false, height: '900px' } }, sandbox: draft },
  render: () => html`<komet-merchant-application></komet-merchant-application>`,
};
export default meta;

type Play = NonNullable<StoryObj['play']>;

const sees =
  (text: string): Play =>
  ({ canvasElement }) =>
    screenOf(canvasElement, 'komet-merchant-application').sees(text);

/** A draft that somebody goes on with. */
export const Draft: StoryObj = { play: sees('Draft saved') };

/** What is missing is said at its field. */
export const Faults: StoryObj = {
  play: async (context) => {
    await sees('Draft saved')(context);
    const screen = screenOf(context.canvasElement, 'komet-merchant-application');
    await screen.click('Submit application');
    await screen.sees('3 fields need a look');
  },
};

/** Handed in and locked. */
export const Submitted: StoryObj = { parameters: { sandbox: submit }, play: sees('Submitted on') };

/** The box comes first. */
export const NotEnabled: StoryObj = { parameters: { sandbox: turnOff }, play: sees('for this location first') };

export const NoRight: StoryObj = { globals: { role: 'Accounts Receivables' }, play: sees('“apply”') };
