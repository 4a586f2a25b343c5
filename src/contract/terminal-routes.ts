import { route } from './routes.js';
import { terminal, terminalChange, terminalCreation, terminalList, terminalTest } from './terminal.js';

export const listTerminals = route({
  method: 'GET',
  path: '/v1/locations/{locationId}/terminals',
  summary: 'List the card terminals of a location',
  access: ['terminal', 'pay', 'pay:order'],
  answers: { 200: terminalList },
  idempotent: false,
});

export const createTerminal = route({
  method: 'POST',
  path: '/v1/locations/{locationId}/terminals',
  summary: 'Add a card terminal to a location',
  access: ['terminal'],
  body: terminalCreation,
  answers: { 201: terminal },
  idempotent: true,
});

export const changeTerminal = route({
  method: 'PATCH',
  path: '/v1/terminals/{terminalId}',
  summary: 'Rename a card terminal, or stop and resume offering it',
  access: ['terminal'],
  body: terminalChange,
  answers: { 200: terminal },
  idempotent: true,
});

export const deleteTerminal = route({
  method: 'DELETE',
  path: '/v1/terminals/{terminalId}',
  summary: 'Delete a card terminal and its key',
  access: ['terminal'],
  answers: { 204: null },
  idempotent: true,
});

export const testTerminal = route({
  method: 'POST',
  path: '/v1/terminals/{terminalId}/test',
  summary: 'Ask the processor whether it knows the terminal; nothing is charged',
  access: ['terminal'],
  answers: { 200: terminalTest },
  idempotent: false,
});
