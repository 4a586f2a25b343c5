// What a Komet screen does around the tags: it knows the user, hands out sessions and switches between screens.

import { offerFaults } from './faults.js';
import { showPayments } from './payments.js';
import { writeTexts } from './texts.js';

const ROLES = ['Administrator', 'Accounts Receivables', 'Cashier', 'Sales', 'Customer'];
/** Whom the demo's portal user buys for. */
const PORTAL_CUSTOMER = '25';

const provider = document.querySelector('komet-pay-provider');
const receivePayment = document.querySelector('komet-receive-payment');
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

function applySwitches() {
  const { role, location: place, locale, theme, density } = Object.fromEntries(new FormData(switches));
  document.documentElement.lang = locale;
  document.documentElement.dataset.theme = theme;
  writeTexts();
  provider.setAttribute('session-url', `/komet/session?role=${encodeURIComponent(role)}`);
  provider.setAttribute('location-id', place);
  provider.setAttribute('locale', locale);
  provider.setAttribute('theme', theme);
  provider.setAttribute('density', density);
  receivePayment.setAttribute('location-id', place);
  const customerId = role === 'Customer' ? PORTAL_CUSTOMER : address.get('customer');
  if (customerId) receivePayment.setAttribute('customer-id', customerId);
}

function showScreen() {
  const wanted = location.hash === '#payments' ? 'payments' : 'receive-payment';
  for (const screen of document.querySelectorAll('.screen')) screen.hidden = screen.id !== wanted;
  for (const link of document.querySelectorAll('nav a')) {
    if (link.hash === `#${wanted}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  if (wanted === 'payments') showPayments(switches.role.value);
}

switches.addEventListener('change', (event) => {
  address.set(event.target.name, event.target.value);
  history.replaceState(null, '', `?${address}${location.hash}`);
  // Another user means another session, and Komet loads a page for it.
  if (event.target.name === 'role') location.reload();
  else applySwitches();
});

addEventListener('hashchange', showScreen);
offerFaults();
readAddress();
applySwitches();
showScreen();
