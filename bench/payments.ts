import type { Payment } from '../src/contract/payment.js';
import type { PaymentTotals } from '../src/contract/payment-report.js';
import type { Session } from '../src/contract/session.js';

/** So many payments as the proxy would list them. */
export const paymentsOf = (count: number): Payment[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `payment-${index}`,
    controlNumber: 10_000 + index,
    concept: 'payment',
    status: 'approved',
    needsReview: false,
    locationId: 'miami',
    customerId: String(index % 97),
    customerName: `Customer ${index % 97}`,
    method: 'in-app',
    date: '2026-11-20',
    amountCents: 1_000 + index,
    feeCents: 0,
    totalCents: 1_000 + index,
    appliedCents: 1_000 + index,
    creditsAppliedCents: 0,
    discountCents: 0,
    overpaymentCents: 0,
    allocations: [
      { invoiceId: `inv-${index}`, invoiceNumber: String(index), amountCents: 1_000 + index, discountCents: 0 },
    ],
    credits: [],
    card: { brand: 'visa', last4: '1111' },
    transactionId: String(5_000_000 + index),
    authorizationCode: 'TAS123',
    posting: 'posted',
    confirmation: 'none',
    createdBy: { id: 'ana', name: 'Ana Ruiz' },
    createdAt: '2026-11-20T15:00:00.000Z',
  }));

const session: Session = {
  actor: { id: 'ana', name: 'Ana Ruiz', kind: 'staff' },
  company: { id: '1', name: 'Alameda Blooms', currency: 'USD' },
  environment: 'training',
  roles: ['Administrator'],
  permissions: ['pay', 'pay:read', 'refund'],
  locationIds: ['miami'],
  expiresAt: '2099-01-01T00:00:00.000Z',
};

const totals: PaymentTotals = { count: 25, bookedCount: 25, netCents: 25_300, groups: [] };

/** What the history asks the proxy for beside the payments. */
export const PROXY_ANSWERS = {
  '/v1/session': session,
  '/v1/locations': { locations: [] },
  '/v1/reports/payment-history': totals,
} as const;
