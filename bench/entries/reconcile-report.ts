import '../../src/components/pay-provider/pay-provider.js';
import '../../src/components/reconcile-report/reconcile-report.js';
