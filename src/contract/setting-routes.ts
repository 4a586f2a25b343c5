import { route } from './routes.js';
import { customerSettings, customerSettingsChange, locationSettings, locationSettingsChange } from './setting.js';

/** Everyone who takes a payment, confirms an order or handles cards has to know what is set. */
export const readLocationSettings = route({
  method: 'GET',
  path: '/v1/locations/{locationId}/settings',
  summary: 'Read how a location takes card payments',
  access: ['settings', 'pay', 'pay:order', 'pay:read', 'confirm', 'card:read'],
  answers: { 200: locationSettings },
  idempotent: false,
});

export const changeLocationSettings = route({
  method: 'PATCH',
  path: '/v1/locations/{locationId}/settings',
  summary: 'Change how a location takes card payments',
  access: ['settings'],
  body: locationSettingsChange,
  answers: { 200: locationSettings },
  idempotent: true,
});

export const readCustomerSettings = route({
  method: 'GET',
  path: '/v1/customers/{customerId}/settings',
  summary: 'Read what is asked of a customer when an order is confirmed',
  access: ['settings', 'pay', 'pay:order', 'pay:read', 'confirm', 'card:read'],
  answers: { 200: customerSettings },
  idempotent: false,
});

export const changeCustomerSettings = route({
  method: 'PATCH',
  path: '/v1/customers/{customerId}/settings',
  summary: 'Change what is asked of a customer when an order is confirmed',
  access: ['settings'],
  body: customerSettingsChange,
  answers: { 200: customerSettings },
  idempotent: true,
});
