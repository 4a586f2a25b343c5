// The customer a screen of Komet is about.

import { openSession, request } from './requests.js';

export async function fillCustomers({ sessionUrl, subject, choose, customer }) {
  const select = document.querySelector('#stage [data-customers]');
  select.closest('label').hidden = true;
  const headers = await openSession(sessionUrl);
  const { customers } = await request('GET', '/komet-pay/v1/customers?limit=100', { headers }).catch(() => ({
    customers: [],
  }));
  select.replaceChildren(...customers.map(({ id, name }) => new Option(name, id)));
  select.closest('label').hidden = customers.length < 2;
  if (!subject && customers[0]) return choose(customer ?? customers[0].id);
  select.value = subject;
  select.addEventListener('change', () => choose(select.value));
}
