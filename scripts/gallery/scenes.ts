import type { Page } from 'playwright-core';
import { typeCard } from '../demo.js';
import { GOOD_CARD, POOR_CARD } from '../demo-books.js';
import { click, sees, type Scene } from './scene.js';
import { SET_UP_SCENES } from './set-up-scenes.js';

async function payWith(page: Page, card: string): Promise<void> {
  await click(page, 'komet-receive-payment .toggle');
  await typeCard(page, card);
  await click(page, 'komet-receive-payment #pay');
}

async function chargeBack(page: Page): Promise<void> {
  await click(page, 'komet-payment-history komet-chargeback-button button');
  await page.locator('komet-chargeback-button #reason').first().fill('Botrytis');
}

const RECEIVE = 'Receive a payment on A/R';
const ORDER = 'Pay & Confirm in Order Entry';
const HISTORY = 'Payment History, CB and adjust';
const CREDITS = 'Refund open credits';
const CLOSE = 'Close the day';

/** Of a day, or of those chosen, that nobody compared yet. */
async function compareDay(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^Compar/ })
    .first()
    .click();
  await sees('komet-reconcile-report tbody .group')(page);
}

export const SCENES: readonly Scene[] = [
  {
    name: 'receive-payment',
    journey: RECEIVE,
    shows: 'Invoices, the amount, the card: one screen and one button.',
    isKey: true,
    switches: { customer: '25' },
    screen: 'receive-payment',
    act: async (page) => {
      await click(page, 'komet-receive-payment .toggle');
      await sees('komet-receive-payment #pay')(page);
    },
  },
  {
    name: 'receive-payment-terminal',
    journey: RECEIVE,
    shows: 'The reader waits for the card.',
    switches: { customer: '101' },
    screen: 'receive-payment',
    act: async (page) => {
      await click(page, 'komet-receive-payment .toggle');
      await page.locator('komet-receive-payment .method input').nth(1).check();
      await sees('komet-ui-terminal-picker select, komet-ui-terminal-picker .field')(page);
      await click(page, 'komet-receive-payment #pay');
      await sees('komet-ui-terminal-wait #title')(page);
    },
  },
  {
    name: 'receive-payment-declined',
    journey: RECEIVE,
    shows: 'The bank refuses: nothing was charged, and what to do next.',
    switches: { customer: '105' },
    screen: 'receive-payment',
    act: async (page) => {
      await payWith(page, POOR_CARD);
      await sees('#refusal')(page);
    },
  },
  {
    name: 'receive-payment-unknown',
    journey: RECEIVE,
    shows: 'The answer is lost: nobody pays twice, the outcome is asked for.',
    switches: { customer: '103' },
    screen: 'receive-payment',
    prepare: async (books) => {
      await books.steer('/faults', { kind: 'drop-after-booking', match: { type: 'sale' } });
      await books.steer('/faults', { kind: 'delay', ms: 3_000, times: 2, match: { method: 'GET' } });
    },
    act: async (page) => {
      await payWith(page, GOOD_CARD);
      await sees('#outcome-title')(page);
    },
  },
  {
    name: 'receive-payment-approved',
    journey: RECEIVE,
    shows: 'Approved: what was paid and what is still open.',
    isKey: true,
    switches: { customer: '104' },
    screen: 'receive-payment',
    act: async (page) => {
      await payWith(page, GOOD_CARD);
      await sees('komet-ui-receipt h2')(page);
    },
  },
  {
    name: 'order-summary',
    journey: ORDER,
    shows: 'The orders that wait to be confirmed.',
    screen: 'orders',
    act: sees('#order-list a'),
  },
  {
    name: 'pay-confirm',
    journey: ORDER,
    shows: 'The button is the amount; charged first, then confirmed.',
    isKey: true,
    screen: 'order/ord-3001',
    act: async (page) => {
      await click(page, 'komet-pay-confirm button.primary');
      await sees('komet-pay-confirm #pay')(page);
      await sees('komet-ui-card-picker input')(page);
    },
  },
  {
    name: 'payment-history',
    journey: HISTORY,
    shows: 'Every payment, its reversals and what can be done with it.',
    isKey: true,
    screen: 'payment-history',
    act: sees('komet-payment-history tbody th'),
  },
  {
    name: 'payment-search',
    journey: HISTORY,
    shows: 'Search by day, customer, number, card and outcome.',
    screen: 'payment-history',
    act: async (page) => {
      await sees('komet-payment-history tbody th')(page);
      await click(page, 'komet-payment-history .head button');
      await sees('komet-payment-history #period')(page);
    },
  },
  {
    name: 'payment-details',
    journey: HISTORY,
    shows: 'What a payment paid, with which card, and what became of it.',
    screen: 'payment-history',
    act: async (page) => {
      await click(page, 'komet-payment-history td.actions > button');
      await sees('komet-ui-payment-details dl, komet-payment-history komet-ui-dialog[open] dl')(page);
    },
  },
  {
    name: 'charge-back',
    journey: HISTORY,
    shows: 'Before a CB: what returns to the card, which invoices reopen.',
    isKey: true,
    screen: 'payment-history',
    act: chargeBack,
  },
  {
    name: 'charge-back-done',
    journey: HISTORY,
    shows: 'After it: the reversal and what is open again.',
    screen: 'payment-history',
    act: async (page) => {
      await chargeBack(page);
      await click(page, 'komet-chargeback-button komet-ui-dialog button.primary');
      await sees('komet-chargeback-button #outcome')(page);
    },
  },
  {
    name: 'adjust',
    journey: HISTORY,
    shows: 'Adjust: charged back, then the invoices are changed, then all of them are charged anew.',
    screen: 'payment-history',
    act: async (page) => {
      await click(page, 'komet-payment-history tr:not(.reversal):has(.tag.success) td.actions > button');
      await click(page, 'komet-ui-payment-details .acts button:nth-of-type(2)');
      await click(page, 'komet-payment-adjust komet-chargeback-button button');
      await page.locator('komet-chargeback-button #reason').fill('Botrytis');
      await click(page, 'komet-chargeback-button komet-ui-dialog button.primary');
      await sees('komet-payment-adjust button.primary')(page);
    },
  },
  {
    name: 'credit-refund',
    journey: CREDITS,
    shows: 'An open credit goes back to the card that it came from.',
    isKey: true,
    screen: 'credit-refund/25',
    act: async (page) => {
      await page.locator('komet-credit-refund input[type=checkbox]').first().check();
      await page
        .locator('komet-credit-refund .content input[type=checkbox], komet-credit-refund .content input[type=radio]')
        .first()
        .check();
      await sees('komet-credit-refund #reason')(page);
    },
  },
  ...SET_UP_SCENES,
  {
    name: 'close-the-day',
    journey: CLOSE,
    shows: 'Both reports, what is off between them, and the deposit.',
    isKey: true,
    screen: 'close-the-day',
    act: compareDay,
  },
  {
    name: 'close-the-day-month',
    journey: CLOSE,
    shows: 'The month: which days are closed, open and off.',
    screen: 'close-the-day',
    act: async (page) => {
      await compareDay(page);
      await page.getByRole('button', { name: 'Month' }).click();
      await sees('komet-reconcile-report [data-day]')(page);
    },
  },
  {
    name: 'close-the-day-range',
    journey: CLOSE,
    shows: 'Several days at once, and each of them a click away.',
    screen: 'close-the-day',
    act: async (page) => {
      await page.getByRole('button', { name: 'Several days' }).click();
      await compareDay(page);
    },
  },
];
