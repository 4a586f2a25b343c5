import type { MerchantApplication } from '../../../src/contract/application.js';

/** A complete application. */
export const APPLICATION: MerchantApplication = {
  business: {
    legalName: 'Alameda Blooms LLC',
    kind: 'llc',
    taxId: '12-3456789',
    street: '1750 NW 87th Avenue',
    city: 'Miami',
    state: 'FL',
    zip: '33172',
    phone: '305 555 0100',
  },
  owner: { name: 'Ana Paz', title: 'Owner', sharePercent: 100, phone: '305 555 0101', email: 'ana@alameda.example' },
  volumes: { monthlyCents: 5_000_000, averageCents: 25_000, highestCents: 300_000, keyedPercent: 60 },
  bank: { name: 'First Bank', accountLast4: '6789' },
  contact: { name: 'Leo Mora', phone: '305 555 0102', email: 'leo@alameda.example' },
};
