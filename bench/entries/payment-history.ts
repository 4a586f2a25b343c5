import '../../src/components/pay-provider/pay-provider.js';
import '../../src/components/payment-history/payment-history.js';

document.documentElement.addEventListener('komet-token-request', (event) => event.detail.respond('bench'));

/** Whether the payments stand in the table. */
export const isShown = (): boolean => {
  const history = document.querySelector('komet-payment-history')?.shadowRoot;
  return (history?.querySelector('komet-ui-history-table')?.shadowRoot?.querySelector('tbody tr') ?? null) !== null;
};
