import { cardFrameTicket } from './card.js';
import {
  cardRequest,
  cardRequestCreation,
  cardRequestLink,
  cardRequestList,
  linkFrameRequest,
  requestedCard,
  requestedCardSaved,
} from './card-request.js';
import { route } from './routes.js';

export const listCardRequests = route({
  method: 'GET',
  path: '/v1/customers/{customerId}/card-requests',
  summary: 'List the links by which a customer was asked for a card',
  access: ['card:read'],
  answers: { 200: cardRequestList },
  idempotent: false,
});

export const createCardRequest = route({
  method: 'POST',
  path: '/v1/customers/{customerId}/card-requests',
  summary: 'Ask a customer for a card by e-mail; an open request to the same address is revoked',
  access: ['card:save', 'card:sales'],
  body: cardRequestCreation,
  answers: { 201: cardRequest },
  idempotent: true,
});

export const resendCardRequest = route({
  method: 'POST',
  path: '/v1/card-requests/{requestId}/resend',
  summary: 'Send a request anew, with a new link and eight more hours',
  access: ['card:save', 'card:sales'],
  answers: { 201: cardRequest },
  idempotent: true,
});

export const revokeCardRequest = route({
  method: 'DELETE',
  path: '/v1/card-requests/{requestId}',
  summary: 'Make the link of a request worthless',
  access: ['card:save', 'card:sales'],
  answers: { 204: null },
  idempotent: true,
});

/** Reading uses nothing up: mail scanners follow links. */
export const readCardRequestLink = route({
  method: 'GET',
  path: '/v1/card-request-links/{token}',
  summary: 'Read whether a link is open',
  access: 'anyone',
  answers: { 200: cardRequestLink },
  idempotent: false,
});

export const submitCardRequestLink = route({
  method: 'POST',
  path: '/v1/card-request-links/{token}',
  summary: 'Save the card that was typed behind a link, once',
  access: 'anyone',
  body: requestedCard,
  answers: { 201: requestedCardSaved },
  idempotent: true,
});

export const createLinkCardFrame = route({
  method: 'POST',
  path: '/v1/card-request-links/{token}/card-frames',
  summary: 'Get a one-time address of the card frame for a link',
  access: 'anyone',
  body: linkFrameRequest,
  answers: { 201: cardFrameTicket },
  idempotent: false,
});
