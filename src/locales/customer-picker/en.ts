/** Texts of finding a customer. */
export const customerPickerEn = {
  label: 'Customer',
  placeholder: 'Name or code',
  found: { one: '{count} customer found', other: '{count} customers found' },
  searching: 'Searching…',
  searchFailed: 'The search failed. Type again to retry.',
  none: 'No customer has that name or code.',
  inactive: 'Inactive',
} as const;
