import './components/pay-provider/pay-provider.js';

export { configure, type PageOptions } from './controllers/configure.js';
export { VERSION } from './define.js';

/** Where the code of each tag is. */
const TAGS: Readonly<Record<string, () => Promise<unknown>>> = {
  'komet-card-request-form': () => import('./components/card-request-form/card-request-form.js'),
  'komet-card-vault': () => import('./components/card-vault/card-vault.js'),
  'komet-chargeback-button': () => import('./components/chargeback-button/chargeback-button.js'),
  'komet-credit-refund': () => import('./components/credit-refund/credit-refund.js'),
  'komet-customer-payment-settings': () =>
    import('./components/customer-payment-settings/customer-payment-settings.js'),
  'komet-integration-setup': () => import('./components/integration-setup/integration-setup.js'),
  'komet-merchant-application': () => import('./components/merchant-application/merchant-application.js'),
  'komet-pay-confirm': () => import('./components/pay-confirm/pay-confirm.js'),
  'komet-payment-adjust': () => import('./components/payment-adjust/payment-adjust.js'),
  'komet-payment-history': () => import('./components/payment-history/payment-history.js'),
  'komet-payment-receipt': () => import('./components/payment-receipt/payment-receipt.js'),
  'komet-payment-settings': () => import('./components/payment-settings/payment-settings.js'),
  'komet-receive-payment': () => import('./components/receive-payment/receive-payment.js'),
  'komet-reconcile-report': () => import('./components/reconcile-report/reconcile-report.js'),
  'komet-terminal-settings': () => import('./components/terminal-settings/terminal-settings.js'),
};

const names = Object.keys(TAGS);
const awaited = new Set<string>();

/** Fetches the code of a tag once; a fetch that failed is tried again with the next tag of that name. */
async function fetchTag(name: string): Promise<void> {
  if (awaited.has(name)) return;
  awaited.add(name);
  try {
    await TAGS[name]?.();
  } catch (error) {
    awaited.delete(name);
    reportError(new Error(`<${name}> could not be loaded`, { cause: error }));
  }
}

function fetchTagsIn(root: ParentNode): void {
  for (const name of names) if (root.querySelector(name)) void fetchTag(name);
}

function onNodes(records: readonly MutationRecord[]): void {
  for (const { addedNodes } of records) {
    for (const node of addedNodes) {
      if (!(node instanceof Element)) continue;
      if (node.localName in TAGS) void fetchTag(node.localName);
      fetchTagsIn(node);
    }
  }
}

// Nothing happens where there is no page, so that a server may import it.
if ('document' in globalThis) {
  fetchTagsIn(document);
  new MutationObserver(onNodes).observe(document, { childList: true, subtree: true });
}
