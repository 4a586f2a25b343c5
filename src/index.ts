import './components/chargeback-button/chargeback-button.js';
import './components/credit-refund/credit-refund.js';
import './components/pay-confirm/pay-confirm.js';
import './components/pay-provider/pay-provider.js';
import './components/payment-adjust/payment-adjust.js';
import './components/payment-history/payment-history.js';
import './components/receive-payment/receive-payment.js';

export { KometChargebackButton } from './components/chargeback-button/chargeback-button.js';
export { KometCreditRefund } from './components/credit-refund/credit-refund.js';
export { KometPayConfirm } from './components/pay-confirm/pay-confirm.js';
export { KometPayProvider } from './components/pay-provider/pay-provider.js';
export { KometPaymentAdjust } from './components/payment-adjust/payment-adjust.js';
export { KometPaymentHistory } from './components/payment-history/payment-history.js';
export { KometReceivePayment } from './components/receive-payment/receive-payment.js';
export { configure, type PageOptions } from './controllers/configure.js';
export { VERSION } from './define.js';
export * from './events.js';
export { PayError, type PayErrorCode, type PayErrorKind } from './services/pay-error.js';
