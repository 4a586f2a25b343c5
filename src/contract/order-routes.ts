import { order, orderList, orderQuery } from './order.js';
import { route } from './routes.js';

export const readOrder = route({
  method: 'GET',
  path: '/v1/orders/{orderId}',
  summary: 'Read an order and what decides its buttons',
  access: ['pay:order', 'confirm', 'pay', 'pay:read'],
  answers: { 200: order },
  idempotent: false,
});

export const listOrders = route({
  method: 'GET',
  path: '/v1/orders',
  summary: 'List orders, soonest ship date first',
  access: ['pay:order', 'confirm', 'pay', 'pay:read'],
  query: orderQuery,
  answers: { 200: orderList },
  idempotent: false,
});

export const confirmOrder = route({
  method: 'POST',
  path: '/v1/orders/{orderId}/confirm',
  summary: 'Confirm an order without a payment, where none is required',
  access: ['confirm'],
  answers: { 200: order },
  idempotent: true,
});
