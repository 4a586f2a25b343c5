import { click, sees, type Scene } from './scene.js';

const SETUP = 'Set-up';

export const SET_UP_SCENES: readonly Scene[] = [
  {
    name: 'settings',
    journey: SETUP,
    shows: 'The integration, its steps, and what Order Entry offers.',
    isKey: true,
    screen: 'settings',
    act: sees('komet-integration-setup .steps'),
  },
  {
    name: 'application',
    journey: SETUP,
    shows: 'The credit card information page, kept while it is typed.',
    screen: 'application',
    act: sees('komet-merchant-application fieldset'),
  },
  {
    name: 'terminals',
    journey: SETUP,
    shows: 'Credit Card Terminals of a location.',
    isKey: true,
    screen: 'terminals',
    act: (page) => page.waitForLoadState('networkidle'),
  },
  {
    name: 'customer',
    journey: SETUP,
    shows: 'What a customer has to do at confirmation, and the cards on file.',
    isKey: true,
    screen: 'customer/25',
    act: (page) => page.waitForLoadState('networkidle'),
  },
  {
    name: 'card-request',
    journey: SETUP,
    shows: 'A card is asked for by e-mail; nobody in the company sees its number.',
    screen: 'customer/25',
    act: async (page) => {
      await click(page, 'komet-card-vault #request');
      await sees('komet-ui-request-window #email')(page);
    },
  },
];
