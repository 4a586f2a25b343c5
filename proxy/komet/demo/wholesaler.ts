/** Who the demo wholesaler is and whom it sells to. Names are invented; cities are where flowers go. */

export const COMPANIES = [
  { id: '1', name: 'Alameda Blooms', currency: 'USD' },
  { id: '2', name: 'Northwind Petals', currency: 'USD' },
] as const;

export const LOCATIONS = [
  { id: 'miami', name: 'Miami', code: 'MIA', timeZone: 'America/New_York' },
  { id: 'bogota', name: 'Bogotá desk', code: 'BOG', timeZone: 'America/Bogota' },
] as const;

/** The customer of the guided journey; its invoices and credit are known by heart. */
export const JOURNEY_CUSTOMER = {
  id: '25',
  code: 'PETAL',
  name: 'Petal & Stem Florist',
  city: 'Coral Gables',
  state: 'FL',
} as const;

/** Customers that stand for a situation a screen must show. */
export const NOTED = {
  nothingOpen: { id: '26', code: 'QUIET', name: 'Quiet Garden Florals' },
  manyOpen: { id: '27', code: 'EVERG', name: 'Evergreen Wholesale Floral' },
  inactive: { id: '28', code: 'FADED', name: 'Faded Rose Boutique' },
  otherCurrency: { id: '29', code: 'MAPLE', name: 'Maple Leaf Flowers' },
  alsoInactive: { id: '30', code: 'WINTR', name: 'Winterfield Events' },
  everyCredit: { id: '31', code: 'FOURS', name: 'Four Seasons Event Design' },
} as const;

export const FIRST_WORDS = [
  'Rose',
  'Willow',
  'Magnolia',
  'Ivy',
  'Peony',
  'Dahlia',
  'Juniper',
  'Lavender',
  'Orchid',
  'Marigold',
  'Camellia',
  'Sage',
] as const;
export const SECOND_WORDS = [
  '& Vine Florist',
  'Street Flowers',
  'Event Design',
  'Floral Studio',
  'Wholesale Floral',
  'Wedding Co.',
  'Market Flowers',
  'Garden Shop',
] as const;

export const CITIES = [
  ['Miami', 'FL'],
  ['Orlando', 'FL'],
  ['Atlanta', 'GA'],
  ['Charlotte', 'NC'],
  ['Houston', 'TX'],
  ['Dallas', 'TX'],
  ['New York', 'NY'],
  ['Chicago', 'IL'],
  ['Denver', 'CO'],
  ['Los Angeles', 'CA'],
] as const;

export const TERMS = ['Net 30', 'Net 15', 'Net 7', 'COD', 'Pre-payment', '1% Prepay'] as const;

/** How long after it ships an invoice is due: not at all where it is paid before or on delivery. */
export const dueAfterDays = (terms: string): number => Number(/^Net (\d+)$/.exec(terms)?.[1] ?? 0);

export const CREDIT_REASONS = [
  ['customer-credit', 'Botrytis on 2 boxes of roses'],
  ['customer-credit', 'Short 25 stems of hydrangea'],
  ['balance-adjustment', 'Opening balance'],
  ['transfer', 'Moved from the Bogotá desk'],
] as const;

/** One open credit of each kind, the first of them partly used: kind, reason, amount and balance in cents. */
export const EVERY_CREDIT = [
  ['customer-credit', 'Bent necks on 3 bunches of gerbera', 12_000, 4_550],
  ['overpayment', null, 5_000, 5_000],
  ['transfer', 'Moved from the Miami account', 7_725, 7_725],
  ['balance-adjustment', 'Opening balance', 33, 33],
] as const;
