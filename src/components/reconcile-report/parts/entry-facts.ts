import type { Location } from '../../../contract/location.js';
import type { ReconciliationEntry } from '../../../contract/reconciliation.js';
import { brandName } from './brand-name.js';
import type { Text } from './text.js';

const FIELDS = [
  'controlNumber',
  'customerName',
  'transactionId',
  'reference',
  'kind',
  'state',
  'amountCents',
  'feeCents',
  'tipCents',
  'brand',
  'last4',
  'authorizationCode',
  'day',
  'locationId',
  'terminalId',
  'batchId',
] as const satisfies readonly (keyof ReconciliationEntry)[];

type Field = (typeof FIELDS)[number];

/** What one side says about a field beside what the other says. */
export interface Fact {
  readonly field: Field;
  readonly komet: string;
  readonly processor: string;
  /** Both sides say something, and not the same. */
  readonly differs: boolean;
}

/** Fields that only name the entry on its own side. */
const OWN: ReadonlySet<Field> = new Set(['controlNumber', 'customerName', 'reference', 'terminalId', 'batchId']);

/** Every field that either side has something to say about. */
export function factsOf(
  text: Text,
  locations: readonly Location[],
  komet: ReconciliationEntry | undefined,
  processor: ReconciliationEntry | undefined,
): Fact[] {
  const say = (entry: ReconciliationEntry | undefined, field: Field) =>
    entry ? valueOf(text, locations, entry, field) : '';
  return FIELDS.map((field) => {
    const [a, b] = [say(komet, field), say(processor, field)];
    return { field, komet: a, processor: b, differs: !OWN.has(field) && a !== '' && b !== '' && a !== b };
  }).filter((fact) => fact.komet !== '' || fact.processor !== '');
}

function valueOf(text: Text, locations: readonly Location[], entry: ReconciliationEntry, field: Field): string {
  switch (field) {
    case 'kind':
      return text.t(`one.${entry.kind}`);
    case 'state':
      return text.t(`state.${entry.state}`);
    case 'amountCents':
      return text.money(entry.amountCents);
    case 'feeCents':
    case 'tipCents':
      return entry[field] === 0 ? '' : text.money(entry[field]);
    case 'brand':
      return entry.brand === undefined ? '' : brandName(text, entry.brand);
    case 'day':
      return text.date(entry.day);
    case 'locationId':
      return locations.find(({ id }) => id === entry.locationId)?.name ?? entry.locationId;
    default:
      return String(entry[field] ?? '');
  }
}

/** What an entry goes by: its control number in Komet, the transaction number at the processor. */
export function nameOf({ controlNumber, transactionId, id }: ReconciliationEntry): string {
  return controlNumber === undefined ? (transactionId ?? id) : `#${controlNumber}`;
}
