/** Answers in the shapes the gateway's public documentation prints, with invented values. */

export const approvedSale = {
  code: '200',
  status: 'success',
  'exchange-id': 'ID-clearent-mobile-gateway-1-0b9d',
  links: [
    { rel: 'transaction', href: '/rest/v2/transactions?id=30011901', id: '30011901' },
    { rel: 'token', href: '/rest/v2/tokens/1100000000427711111', id: '1100000000427711111' },
  ],
  payload: {
    transaction: {
      amount: '412.50',
      id: '30011901',
      type: 'SALE',
      result: 'APPROVED',
      card: 'XXXXXXXXXXXX1111',
      csc: '999',
      'authorization-code': 'TAS517',
      'avs-result-code': 'Y',
      'csc-result-code': 'M',
      'batch-string-id': '214',
      'display-message': 'Transaction approved',
      'result-code': '000',
      'exp-date': '1229',
      'card-type': 'VISA',
      'last-four': '1111',
      invoice: 'INV-88213',
      'order-id': 'kpw-01JD3',
      'software-type': 'KometPayWidgets',
    },
    payloadType: 'transactionToken',
  },
};

export const declinedSale = {
  code: '402',
  status: 'fail',
  'exchange-id': 'ID-clearent-cgw-2-5f0c1a',
  links: [{ rel: 'transaction', href: '/rest/v2/transactions?id=30011872', id: '30011872' }],
  payload: {
    transaction: {
      amount: '412.50',
      id: '30011872',
      type: 'SALE',
      result: 'DECLINED',
      card: 'XXXXXXXXXXXX1111',
      'display-message': 'Not Sufficient Funds',
      'result-code': '012',
      'exp-date': '1229',
    },
    error: { 'error-message': 'Not Sufficient Funds', 'result-code': '012', 'time-stamp': '2025-11-20T15:04:05.123' },
    payloadType: 'error',
  },
};

export const storedCard = {
  code: '200',
  status: 'success',
  'exchange-id': 'ID-clearent-mobile-gateway-2-19c0',
  payload: {
    tokenResponse: {
      created: '2025-11-20T15:03:20.518Z',
      'token-id': '1100000000427711111',
      'times-used': '0',
      status: 'Active',
      'last-four-digits': '1111',
      'card-type': 'VISA',
      'exp-date': '1229',
      description: 'Office Visa',
      'avs-zip': '33172',
    },
    payloadType: 'token',
  },
};

export const listedSale = {
  id: '30011901',
  created: '2025-11-20 15:04:05.101',
  type: 'SALE',
  status: 'Approved',
  result: 'APPROVED',
  amount: '412.50',
  'original-amount': '412.50',
  card: '1111',
  'card-type': 'VISA',
  'exp-date': '1229',
  'authorization-code': 'TAS517',
  invoice: 'INV-88213',
  'order-id': 'kpw-01JD3',
  'batch-string-id': '000214',
  'display-message': 'Transaction approved',
  'result-code': '000',
  'billing-is-shipping': 'false',
  'tip-adjusted': '0',
  voided: 'false',
  'voided-auth': 'false',
  pending: 'false',
  settled: 'true',
};

export const onePage = { number: 0, size: 30, 'total-pages': 1, 'total-elements': 1, first: true, last: true };

export const closedBatch = {
  id: '00214',
  status: 'CLOSED',
  'merchant-id': '000000101202',
  'terminal-id': '10018001',
  'terminal-name': 'Miami A/R',
  'sales-count': '18',
  'sales-total': '7410.25',
  'refund-count': '1',
  'refund-total': '412.50',
  'net-amount': '6997.75',
  'total-count': '19',
  'confirmation-code': '00039999',
  settled: '2025-11-21T04:59:04.993Z',
};

export const unauthorized = {
  code: '401',
  status: 'fail',
  payload: {
    error: { 'error-message': 'UNAUTHORIZED', 'result-code': '042', 'time-stamp': 'Tue Nov 10 21:24:04 UTC 2015' },
    payloadType: 'error',
  },
};

/** A refusal without a transaction. */
export function refusal(status: number, code: string, message: string) {
  const error = { 'error-message': message, 'result-code': code, 'time-stamp': 'Tue Nov 10 21:24:04 UTC 2015' };
  const body = {
    code: String(status),
    status: 'fail',
    'exchange-id': 'ID-clearent-cgw-2-77',
    payload: { error, payloadType: 'error' },
  };
  return { status, body };
}

/** The documented decline with another code, and other members of its transaction. */
export function decline(code: string, transaction: Record<string, unknown> = {}) {
  const changed = { ...declinedSale.payload.transaction, 'result-code': code, ...transaction };
  return { status: 402, body: { ...declinedSale, payload: { ...declinedSale.payload, transaction: changed } } };
}
