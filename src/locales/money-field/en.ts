/** Why a typed amount can't be read. */
export const moneyFieldEn = {
  'not-a-number': 'This is not an amount.',
  ambiguous: 'Thousands or cents? Type it without the separator.',
  'too-precise': 'Dollars have two decimals.',
  negative: 'An amount can’t be negative.',
  'too-large': 'This is more than Komet can keep.',
} as const;
