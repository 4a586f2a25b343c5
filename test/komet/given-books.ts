import { openMemoryStore } from '../operations/given.js';
import { createDemoKomet } from '../../proxy/komet/demo/demo-komet.js';
import { seedCompany } from '../../proxy/komet/demo/seed.js';
import type { Komet, Posting } from '../../proxy/komet/port.js';
import type { Store } from '../../proxy/store/store.js';
import { posting as kometPosting } from './komet-api.js';

export const NOW = Date.parse('2026-11-20T15:00:00Z');
let companies = 0;

export interface DemoBooks {
  readonly store: Store;
  readonly komet: Komet;
  readonly companyId: string;
  /** What is open on an invoice or credit, in cents. */
  balance(id: string): Promise<number | undefined>;
}

/** The books of a new demo company at the given instant. */
export async function givenDemoBooks(now = NOW): Promise<DemoBooks> {
  const store = await openMemoryStore();
  const companyId = `books${++companies}`;
  await seedCompany(store, { id: companyId, name: 'Alameda Blooms', currency: 'USD' }, { clock: () => now });
  const komet = createDemoKomet(store);
  return {
    store,
    komet,
    companyId,
    balance: async (id) => {
      const found = [...(await komet.readInvoices(companyId, [id])), ...(await komet.readCredits(companyId, [id]))];
      return found[0]?.balanceCents;
    },
  };
}

/** A posting of the journey's customer at Miami; the standard pays invoices 1001 and 1002 in full. */
export function demoPosting(members: Partial<Posting> = {}): Posting {
  return kometPosting({
    locationId: 'miami',
    allocations: [
      { invoiceId: 'inv-1001', invoiceNumber: '1001', amountCents: 10_000, discountCents: 0 },
      { invoiceId: 'inv-1002', invoiceNumber: '1002', amountCents: 15_000, discountCents: 0 },
    ],
    ...members,
  });
}

/** What takes a payment back as a whole, on the same day. */
export function reversalOf(payment: Posting, members: Partial<Posting> = {}): Posting {
  return { ...payment, key: `${payment.key}-back`, concept: 'charge-back', reversalOfKey: payment.key, ...members };
}
