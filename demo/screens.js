// What a Komet screen does around the tags: it knows the user, hands out sessions and switches between screens.

import { fillCustomers } from './customers.js';
import { offerFaults } from './faults.js';
import { showLedgers } from './ledgers.js';
import { showOrder, showOrders } from './orders.js';
import { text, writeTexts } from './texts.js';

const ROLES = [
  'Administrator',
  'Accounts Receivables',
  'Cashier',
  'Credit Manager',
  'Sales Manager',
  'Sales',
  'Setup',
  'Customer',
  'Operator',
];
/** Whom the demo's portal user buys for. */
const PORTAL_CUSTOMER = '25';
const FIRST_SCREEN = 'receive-payment';

/** What a screen of Komet shows itself, beside the tags; by the screen's template. */
const FILLED = {
  payments: showLedgers,
  orders: showOrders,
  order: showOrder,
  customer: fillCustomers,
  'credit-refund': fillCustomers,
};

const TITLES = {
  'receive-payment': 'receivePayment',
  'payment-history': 'paymentHistory',
  adjust: 'adjust',
  'credit-refund': 'creditRefund',
  'close-the-day': 'closeTheDay',
  orders: 'orderSummary',
  order: 'addOrder',
  settings: 'settings',
  application: 'application',
  terminals: 'terminals',
  customer: 'customers',
  payments: 'ledgers',
};

const provider = document.querySelector('komet-pay-provider');
const stage = document.getElementById('stage');
const switches = document.querySelector('.switches');
const address = new URLSearchParams(location.search);

function readAddress() {
  switches.role.replaceChildren(...ROLES.map((role) => new Option(role, role)));
  switches.role.querySelector('[value=Customer]').dataset.text = 'portal';
  for (const select of switches.elements) {
    const wanted = address.get(select.name);
    if ([...select.options].some(({ value }) => value === wanted)) select.value = wanted;
  }
}

function sessionUrl() {
  const { role, locations, location: place } = Object.fromEntries(new FormData(switches));
  const query = new URLSearchParams({ role, ...(locations === 'one' && { location: place }) });
  return `/komet/session?${query}`;
}

function applySwitches() {
  const { location: place, locale, theme, density } = Object.fromEntries(new FormData(switches));
  document.documentElement.lang = locale;
  document.documentElement.dataset.theme = theme;
  provider.setAttribute('session-url', sessionUrl());
  provider.setAttribute('location-id', place);
  provider.setAttribute('locale', locale);
  provider.setAttribute('theme', theme);
  provider.setAttribute('density', density);
  showScreen();
}

/** Puts the wanted screen on the stage, as Komet would load its page. */
function showScreen() {
  const wanted = location.hash.slice(1).split('/')[0];
  const name = wanted in TITLES ? wanted : FIRST_SCREEN;
  const title = document.createElement('h1');
  title.id = 'screen-title';
  title.dataset.text = TITLES[name];
  stage.replaceChildren(title, document.getElementById(name).content.cloneNode(true));
  nameSubjects();
  for (const link of document.querySelectorAll('.menu a')) {
    if (link.hash === `#${name}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  writeTexts();
  document.title = `${text(TITLES[name])} · Alameda Blooms`;
  void FILLED[name]?.({
    sessionUrl: sessionUrl(),
    place: switches.location.value,
    subject: subjectId(),
    choose,
    customer: address.get('customer'),
  });
}

/** What stands behind the screen's name in the address: a customer, an order or a payment. */
const subjectId = () => decodeURIComponent(location.hash.split('/')[1] ?? '');

function choose(subject) {
  location.hash = `${location.hash.slice(1).split('/')[0]}/${encodeURIComponent(subject)}`;
}

function nameSubjects() {
  const subject = subjectId();
  const customerId = switches.role.value === 'Customer' ? PORTAL_CUSTOMER : subject || address.get('customer');
  const place = switches.location.value;
  for (const tag of stage.querySelectorAll(':not(:defined), :defined')) {
    if (!tag.localName.startsWith('komet-')) continue;
    tag.setAttribute('location-id', place);
    if ('customer' in tag.dataset && customerId) tag.setAttribute('customer-id', customerId);
    if ('order' in tag.dataset && subject) tag.setAttribute('order-id', subject);
    if ('payment' in tag.dataset && subject) tag.setAttribute('payment-id', subject);
  }
}

switches.addEventListener('change', (event) => {
  address.set(event.target.name, event.target.value);
  history.replaceState(null, '', `?${address}${location.hash}`);
  // Another user, or fewer locations, means another session, and Komet loads a page for it.
  if (['role', 'locations'].includes(event.target.name)) location.reload();
  else applySwitches();
});

document.addEventListener('komet-adjustment-requested', (event) => {
  location.hash = `adjust/${encodeURIComponent(event.detail.paymentId)}`;
});

addEventListener('hashchange', showScreen);
offerFaults();
readAddress();
applySwitches();
