// Order Summary and an order, as Komet's Order Entry shows them around the tag that takes the payment.

import { openSession, request } from './requests.js';
import { rowOf } from './tables.js';
import { dollars, text } from './texts.js';

/** The orders that wait to be confirmed, soonest ship date first. */
export async function showOrders({ sessionUrl, place }) {
  const [notice, list] = [document.querySelector('#stage .notice'), document.getElementById('order-list')];
  const orders = (await ask(sessionUrl, `?locationId=${place}&status=pending`, notice))?.orders ?? [];
  list.hidden = orders.length === 0;
  if (orders.length === 0) notice.textContent ||= text('nothing');
  list.tBodies[0].replaceChildren(...orders.map(orderRow));
}

export async function showOrder({ sessionUrl, place, subject, choose }) {
  const [notice, head] = [document.querySelector('#stage .notice'), document.getElementById('order-head')];
  if (subject) {
    const order = await ask(sessionUrl, `/${encodeURIComponent(subject)}`, notice);
    if (order) head.replaceChildren(...factsOf(order));
    return;
  }
  const next = (await ask(sessionUrl, `?locationId=${place}&status=pending`, notice))?.orders[0];
  if (next) choose(next.id);
}

async function ask(sessionUrl, path, notice) {
  try {
    const headers = await openSession(sessionUrl);
    return await request('GET', `/komet-pay/v1/orders${path}`, { headers });
  } catch (error) {
    notice.textContent = text(error.status === 403 ? 'noRight' : 'unreachable');
    return undefined;
  }
}

function orderRow(order) {
  const link = document.createElement('a');
  link.href = `#order/${encodeURIComponent(order.id)}`;
  link.textContent = order.number;
  return rowOf([link, order.customerName, order.shipDate, text(order.status), dollars(order.totalCents)]);
}

function factsOf({ number, customerName, shipDate, customerPo, status, totalCents }) {
  const facts = { order: number, customer: customerName, shipDate, po: customerPo, status: text(status) };
  return Object.entries({ ...facts, total: dollars(totalCents) })
    .filter(([, value]) => value)
    .map(([name, value]) => factOf(text(name), value));
}

function factOf(name, value) {
  const fact = document.createElement('div');
  fact.append(document.createElement('dt'), document.createElement('dd'));
  fact.firstChild.textContent = name;
  fact.lastChild.textContent = value;
  return fact;
}
