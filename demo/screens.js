// What a Komet screen does around the tags: it knows the user, hands out sessions and switches between screens.

const ROLES = ['Administrator', 'Accounts Receivables', 'Cashier', 'Sales', 'Customer'];

const FAULTS = [
  ['The next answer gets lost', { kind: 'drop-after-booking', match: { type: 'sale' } }],
  ['The next sale never arrives', { kind: 'drop-before-booking', match: { type: 'sale' } }],
  ['The gateway takes 8 seconds', { kind: 'delay', ms: 8000, match: { type: 'sale' } }],
  ['The gateway fails after booking', { kind: 'http-500-after', match: { type: 'sale' } }],
];

const provider = document.querySelector('komet-pay-provider');
const receivePayment = document.querySelector('komet-receive-payment');
const switches = document.querySelector('.switches');
const address = new URLSearchParams(location.search);

switches.role.replaceChildren(
  ...ROLES.map((role) => new Option(role === 'Customer' ? 'Customer (portal)' : role, role)),
);
for (const select of switches.elements) select.value = address.get(select.name) ?? select.value ?? '';
if (!switches.role.value) switches.role.value = ROLES[0];
if (!address.has('density')) switches.density.value = 'regular';

function applySwitches() {
  const { role, location: place, locale, theme, density } = Object.fromEntries(new FormData(switches));
  document.documentElement.lang = locale;
  document.documentElement.dataset.theme = theme;
  provider.setAttribute('session-url', `/komet/session?role=${encodeURIComponent(role)}`);
  provider.setAttribute('location-id', place);
  provider.setAttribute('locale', locale);
  provider.setAttribute('theme', theme);
  provider.setAttribute('density', density);
  receivePayment.setAttribute('location-id', place);
  const customerId = role === 'Customer' ? '25' : address.get('customer');
  if (customerId) receivePayment.setAttribute('customer-id', customerId);
}

switches.addEventListener('change', (event) => {
  address.set(event.target.name, event.target.value);
  history.replaceState(null, '', `?${address}${location.hash}`);
  // Another user means another session, and Komet loads a page for it.
  if (event.target.name === 'role') location.reload();
  else applySwitches();
});

function showScreen() {
  const wanted = location.hash === '#payments' ? 'payments' : 'receive-payment';
  for (const screen of document.querySelectorAll('.screen')) screen.hidden = screen.id !== wanted;
  for (const link of document.querySelectorAll('nav a')) {
    if (link.hash === `#${wanted}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  if (wanted === 'payments') showPayments();
}

const money = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });
const dollars = (cents) => money.format(cents / 100);

async function showPayments() {
  const session = await post(`/komet/session?role=${encodeURIComponent(switches.role.value)}`);
  const headers = { authorization: `Bearer ${session.token}` };
  const { payments } = await get('/komet-pay/v1/payments?limit=100', headers);
  fill('komet-payments', payments.map(paymentCells), dollars(approvedCents(payments)));
  const entries = await get('/simulator/journal');
  const booked = entries.filter((entry) => entry.booked && entry.amount !== '0.00');
  const cents = booked.reduce((sum, entry) => sum + signedCents(entry), 0);
  fill(
    'gateway-transactions',
    booked.map((entry) => [entry.transactionId, entry.type, entry.orderId, `$${entry.amount}`]),
    dollars(cents),
  );
}

const approvedCents = (payments) =>
  payments.filter((payment) => payment.status === 'approved').reduce((sum, payment) => sum + payment.totalCents, 0);

const signedCents = ({ type, amount }) =>
  Math.round(Number(amount) * 100) * (['VOID', 'REFUND'].includes(type) ? -1 : 1);

const paymentCells = (payment) => [
  payment.controlNumber ?? '',
  payment.date,
  payment.customerName,
  payment.allocations.map((line) => line.invoiceNumber).join(', '),
  payment.card ? `${payment.card.brand} ${payment.card.last4}` : '',
  payment.status,
  payment.transactionId ?? '',
  dollars(payment.totalCents),
];

function fill(tableId, rows, total) {
  const table = document.getElementById(tableId);
  table.tBodies[0].replaceChildren(
    ...rows.map((cells) => {
      const row = document.createElement('tr');
      row.append(...cells.map((text, index) => cellOf(text, index === cells.length - 1)));
      return row;
    }),
  );
  table.tFoot.querySelector('td').textContent = total;
}

function cellOf(text, isNumber) {
  const cell = document.createElement('td');
  cell.textContent = text;
  if (isNumber) cell.className = 'number';
  return cell;
}

async function answerOf(response) {
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  return response.json();
}

const get = async (path, headers = {}) => answerOf(await fetch(path, { headers }));
const post = async (path, body = {}) =>
  answerOf(
    await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  );

function offerFaults() {
  const output = document.querySelector('.break-it output');
  document.querySelector('.faults').replaceChildren(
    ...FAULTS.map(([label, fault]) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = label;
      button.addEventListener('click', async () => {
        await post('/simulator/faults', fault);
        output.textContent = `Set: ${label.toLowerCase()}.`;
      });
      return button;
    }),
  );
}

addEventListener('hashchange', showScreen);
offerFaults();
applySwitches();
showScreen();
