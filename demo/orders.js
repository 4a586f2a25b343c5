// Order Summary and an order, as Komet's Order Entry shows them around the tag that takes the payment.

import { openSession, request } from './requests.js';
import { rowOf } from './tables.js';
import { day, dollars, text } from './texts.js';

/** The orders that wait to be confirmed, soonest ship date first. */
export async function showOrders({ sessionUrl, place }) {
  const [notice, list] = [document.querySelector('#stage .notice'), document.getElementById('order-list')];
  const orders = (await ask(sessionUrl, `?locationId=${place}&status=pending`, notice))?.orders ?? [];
  list.hidden = orders.length === 0;
  if (orders.length === 0) notice.textContent ||= text('nothing');
  list.tBodies[0].replaceChildren(...orders.map(orderRow));
}

/** Add Order shows the order of the address, or else the next one that waits. */
export async function showOrder({ sessionUrl, place, subject, choose }) {
  if (subject) return;
  const notice = document.querySelector('#stage .notice');
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
  return rowOf([link, order.customerName, day(order.shipDate), text(order.status), dollars(order.totalCents)]);
}
