import { createChargeBack, previewChargeBack } from '../../src/contract/charge-back-routes.js';
import { createCreditRefund } from '../../src/contract/credit-refund-routes.js';
import { mailReceipt } from '../../src/contract/receipt-routes.js';
import { createCard, createCardFrame, createPayment, deleteCard, type Route } from '../../src/contract/routes.js';
import { verifyKeys } from '../../src/contract/integration-routes.js';
import {
  createCardRequest,
  createLinkCardFrame,
  resendCardRequest,
  submitCardRequestLink,
} from '../../src/contract/card-request-routes.js';
import { readReadiness } from '../../src/contract/server-routes.js';
import { PROBLEMS, type ProblemCode } from '../../src/contract/problem.js';

const OF_WRITES: readonly ProblemCode[] = [
  'idempotency-key-missing',
  'request-in-progress',
  'idempotency-key-reused',
  'rule-broken',
];

const OF_CARDS: readonly ProblemCode[] = [
  'card-not-saved',
  'not-ready-to-charge',
  'too-many-requests',
  'gateway-unreachable',
  'outcome-unknown',
];

const OF_REQUESTS: readonly ProblemCode[] = ['not-ready-to-charge', 'too-many-requests', 'mail-not-configured'];

const OF_REVERSALS: readonly ProblemCode[] = ['reversal-failed', 'credit-busy', 'not-ready-to-charge'];

/** Refusals of single routes, beside those that follow from what a route takes. */
const PARTICULAR = new Map<Route, readonly ProblemCode[]>([
  [
    createPayment,
    [
      'payment-declined',
      'payment-failed',
      'invoice-busy',
      'credit-busy',
      'amount-changed',
      'fee-changed',
      'not-ready-to-charge',
      'too-many-requests',
    ],
  ],
  [createCard, OF_CARDS],
  [mailReceipt, ['mail-not-configured', 'too-many-requests']],
  [createCardRequest, OF_REQUESTS],
  [resendCardRequest, OF_REQUESTS],
  [submitCardRequestLink, OF_CARDS],
  [createLinkCardFrame, ['not-ready-to-charge', 'too-many-requests']],
  [previewChargeBack, ['not-ready-to-charge']],
  [createChargeBack, [...OF_REVERSALS, 'gateway-unreachable']],
  [createCreditRefund, [...OF_REVERSALS, 'amount-changed']],
  [deleteCard, ['card-in-use']],
  [createCardFrame, ['not-ready-to-charge']],
  [verifyKeys, ['not-ready-to-charge', 'gateway-unreachable']],
  [readReadiness, ['not-ready']],
]);

/** Every code a route may answer with, in the order of the closed list. */
export function problemsOf(route: Route): ProblemCode[] {
  const codes = new Set<ProblemCode>(['method-not-allowed', 'internal-error', ...(PARTICULAR.get(route) ?? [])]);
  for (const code of [...ofAccess(route), ...ofInput(route)]) codes.add(code);
  return (Object.keys(PROBLEMS) as ProblemCode[]).filter((code) => codes.has(code));
}

function ofAccess({ access }: Route): ProblemCode[] {
  if (access === 'anyone') return [];
  const mayLackRight = access === 'operator' || (access !== 'integrator' && access.length > 0);
  return ['not-authenticated', 'origin-not-allowed', ...(mayLackRight ? (['not-permitted'] as const) : [])];
}

function ofInput({ access, path, body, idempotent }: Route): ProblemCode[] {
  if (access === 'anyone' && !path.includes('{')) return [];
  return [
    ...(access === 'anyone' ? (['origin-not-allowed'] as const) : []),
    'card-number-not-allowed',
    'invalid-request',
    ...(path.includes('{') || body ? (['not-found'] as const) : []),
    ...(Array.isArray(access) ? (['komet-unreachable'] as const) : []),
    ...(body ? (['malformed-json', 'body-too-large', 'unsupported-media-type'] as const) : []),
    ...(idempotent ? OF_WRITES : []),
  ];
}
