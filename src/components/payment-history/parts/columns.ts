import type { Location } from '../../../contract/location.js';
import type { Payment } from '../../../contract/payment.js';
import { BRAND_NAMES } from '../../ui/card-picker/stored-card-option.js';
import type { Text } from './text.js';

/** What cells need to know beside their payment. */
export interface Surroundings {
  readonly text: Text;
  readonly locations: readonly Location[];
}

export type ColumnKey =
  | 'controlNumber'
  | 'date'
  | 'customer'
  | 'location'
  | 'method'
  | 'card'
  | 'reference'
  | 'total'
  | 'applied'
  | 'overpayment'
  | 'credits'
  | 'fee'
  | 'discount'
  | 'status'
  | 'processedBy'
  | 'notes'
  | 'authorization'
  | 'batch';

export interface Column {
  readonly key: ColumnKey;
  /** Signed cents; such a column is set flush right. */
  readonly cents?: (payment: Payment) => number;
  readonly value?: (payment: Payment, around: Surroundings) => string;
  /** Not shown until somebody chooses it. */
  readonly optional?: true;
}

/** Komet's columns of Payment History in their order; what the gear adds there is `optional`. */
export const COLUMNS: readonly Column[] = [
  { key: 'controlNumber', value: ({ controlNumber }) => (controlNumber === undefined ? '' : String(controlNumber)) },
  { key: 'date', value: ({ date }, { text }) => text.date(date) },
  { key: 'customer', value: ({ customerName }) => customerName },
  { key: 'location', value: ({ locationId }, { locations }) => locationName(locationId, locations), optional: true },
  { key: 'method', value: ({ method }, { text }) => text.t(`method.${method}`), optional: true },
  { key: 'card', value: ({ card }) => (card ? `${BRAND_NAMES[card.brand]} •••• ${card.last4}`.trim() : '') },
  { key: 'reference', value: ({ transactionId }) => transactionId ?? '' },
  { key: 'total', cents: ({ totalCents }) => totalCents },
  { key: 'applied', cents: ({ appliedCents }) => appliedCents },
  { key: 'overpayment', cents: ({ overpaymentCents }) => overpaymentCents, optional: true },
  { key: 'credits', cents: ({ creditsAppliedCents }) => creditsAppliedCents, optional: true },
  { key: 'fee', cents: ({ feeCents }) => feeCents, optional: true },
  { key: 'discount', cents: ({ discountCents }) => discountCents, optional: true },
  { key: 'status', value: ({ status }, { text }) => text.t(`status.${status}`) },
  {
    key: 'processedBy',
    value: ({ createdBy, createdAt }, { text }) => `${createdBy.name}, ${text.date(createdAt)}`,
    optional: true,
  },
  { key: 'authorization', value: ({ authorizationCode }) => authorizationCode ?? '', optional: true },
  { key: 'batch', value: ({ batchId }) => batchId ?? '', optional: true },
  { key: 'notes', value: ({ notes }) => notes ?? '', optional: true },
];

export const locationName = (id: string, locations: readonly Location[]): string =>
  locations.find((location) => location.id === id)?.name ?? id;

const STORAGE_KEY = 'komet-pay:history-columns';

/** The columns this browser shows: what was chosen here before, else the usual ones. */
export function chosenColumns(): ReadonlySet<ColumnKey> {
  const usual = COLUMNS.filter(({ optional }) => !optional).map(({ key }) => key);
  try {
    const kept = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? 'null') as unknown;
    const known = COLUMNS.map(({ key }) => key).filter((key) => Array.isArray(kept) && kept.includes(key));
    return new Set(known.length > 0 ? known : usual);
  } catch {
    return new Set(usual);
  }
}

export function keepColumns(chosen: ReadonlySet<ColumnKey>): void {
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify([...chosen]));
  } catch {
    // A browser without storage shows the usual columns next time.
  }
}
