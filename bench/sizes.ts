import { weighEntry } from './bundle.js';

/** What a page loads for a tag, KiB gzip: at once, on demand, and at most at once. A floor has no limit. */
export interface Size {
  name: string;
  kib: number;
  lazyKib: number;
  limitKib?: number;
}

const ENTRIES: { name: string; entry: string; limitKib?: number }[] = [
  { name: 'floor: Lit, context, client, 12 schemas', entry: 'lit-client-form' },
  { name: 'provider and one button', entry: 'provider-and-button', limitKib: 28 },
  { name: 'komet-receive-payment with everything', entry: 'receive-payment', limitKib: 50 },
  { name: 'komet-payment-history', entry: 'payment-history', limitKib: 45 },
  { name: 'komet-reconcile-report', entry: 'reconcile-report', limitKib: 45 },
];

export async function measureSizes(): Promise<Size[]> {
  const sizes: Size[] = [];
  for (const { entry, ...size } of ENTRIES) sizes.push({ ...size, ...(await weighEntry(entry)) });
  return sizes;
}
