import type { Endpoint } from '../http/call.js';
import type { Metrics } from '../http/metrics.js';
import { cardFrameEndpoints } from './card-frames.js';
import { cardRequestEndpoints } from './card-requests.js';
import { cardEndpoints } from './cards.js';
import { chargeBackEndpoints } from './charge-backs.js';
import { creditRefundEndpoints } from './credit-refunds.js';
import { customerEndpoints } from './customers.js';
import { integrationEndpoints } from './integration.js';
import { operatorEndpoints } from './operator.js';
import { orderEndpoints } from './orders.js';
import { paymentReportEndpoints } from './payment-reports.js';
import { paymentEndpoints } from './payments.js';
import { reconciliationEndpoints } from './reconciliations.js';
import { receiptEndpoints } from './receipts.js';
import { sessionEndpoints } from './sessions.js';
import { settingEndpoints } from './settings.js';
import { terminalEndpoints } from './terminals.js';

/** Everything the API answers from the contract's routes. */
export const allEndpoints = (metrics: Metrics): readonly Endpoint[] => [
  ...sessionEndpoints,
  ...customerEndpoints,
  ...cardEndpoints,
  ...cardFrameEndpoints,
  ...cardRequestEndpoints,
  ...orderEndpoints,
  ...paymentEndpoints(metrics),
  ...paymentReportEndpoints,
  ...receiptEndpoints,
  ...chargeBackEndpoints,
  ...creditRefundEndpoints,
  ...integrationEndpoints,
  ...reconciliationEndpoints,
  ...settingEndpoints,
  ...terminalEndpoints,
  ...operatorEndpoints,
];
