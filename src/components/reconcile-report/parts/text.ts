import type { Localize } from '../../../controllers/localize.js';
import type { ReconcileReportKey } from '../../../locales/reconcile-report/catalogue.js';

export type Text = Localize<ReconcileReportKey>;
