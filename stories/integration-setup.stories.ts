import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { miamiApiKey } from '../simulator/demo-merchants.js';
import '../src/components/integration-setup/integration-setup.js';
import { enable, recordRates, submit, turnOff } from './integration-setup.given.js';
import { screenOf } from './reversals.given.js';

/** Card payments are turned on, location by location, in five steps. */
const meta: Meta = {
  title: 'Set-up/Integration',
  component: 'komet-integration-setup',
  globals: { role: 'Setup' },
  parameters: { docs: { story: { inline: false, height: '640px' } } },
  render: () => html`<komet-integration-setup></komet-integration-setup>`,
};
export default meta;

type Play = NonNullable<StoryObj['play']>;

const sees =
  (text: string): Play =>
  ({ canvasElement }) =>
    screenOf(canvasElement, 'komet-integration-setup').sees(text);

/** Every step is done. */
export const Ready: StoryObj = { play: sees('Cards can be charged here.') };

/** The box is not marked; it was turned off, so only Komet's own people mark it again. */
export const TurnedOff: StoryObj = { parameters: { sandbox: turnOff }, play: sees('Only Komet can turn it on again') };

/** Marking the box enables the integration. */
export const Enabled: StoryObj = {
  globals: { role: 'Operator' },
  parameters: { sandbox: turnOff },
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement, 'komet-integration-setup');
    await screen.tick('Enable the Clearent Integration');
    await screen.sees('Your company acts next.');
  },
};

/** The card information page, opened from its step. */
export const Applying: StoryObj = {
  parameters: { sandbox: enable },
  play: async (context) => {
    await sees('the application is missing')(context);
    const screen = screenOf(context.canvasElement, 'komet-integration-setup');
    await screen.click('Credit card information page');
    await screen.field('Legal name');
  },
};

/** The processor was talked to, and what was agreed on is recorded. */
export const Rates: StoryObj = {
  parameters: { sandbox: submit },
  play: async (context) => {
    await sees('the rates are missing')(context);
    const screen = screenOf(context.canvasElement, 'komet-integration-setup');
    await screen.type('Percent of each payment', '2.9');
    await screen.type('Per payment', '0.30');
    await screen.click('Record rates');
    await screen.sees('2.90 % and $0.30 per payment');
  },
};

const placesKey =
  (key: string, thenSees: string): Play =>
  async (context) => {
    await sees('verified security keys are missing')(context);
    const screen = screenOf(context.canvasElement, 'komet-integration-setup');
    await screen.type('Security key of Miami', key);
    await screen.click('Save and verify');
    await screen.sees(thenSees);
  };

/** An operator puts the key in place; the processor knows it. */
export const Keys: StoryObj = {
  globals: { role: 'Operator' },
  parameters: { sandbox: recordRates },
  play: placesKey(miamiApiKey, 'Cards can be charged here.'),
};

/** The processor does not know the key. */
export const WrongKey: StoryObj = {
  globals: { role: 'Operator' },
  parameters: { sandbox: recordRates },
  play: placesKey('f'.repeat(32), 'The processor does not accept this key.'),
};

/** What is lost is said before, and the name of the location has to be typed. */
export const TurningOff: StoryObj = {
  play: async (context) => {
    await sees('Cards can be charged here.')(context);
    const screen = screenOf(context.canvasElement, 'komet-integration-setup');
    await screen.tick('Enable the Clearent Integration');
    await screen.type('Type Miami to confirm', 'Mi');
  },
};

/** Where each location stands, without the right to change it. */
export const NoRight: StoryObj = { globals: { role: 'Accounts Receivables' }, play: sees('“settings”') };

export const Spanish: StoryObj = { globals: { locale: 'es', theme: 'dark', density: 'compact' } };
