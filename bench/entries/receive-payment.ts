import '../../src/components/pay-provider/pay-provider.js';
import '../../src/components/receive-payment/receive-payment.js';
