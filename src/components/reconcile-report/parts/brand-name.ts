import { BRANDS } from '../../../contract/card.js';
import { BRAND_NAMES } from '../../ui/card-picker/stored-card-option.js';
import type { Text } from './text.js';

/** A card brand as people know it; what the processor calls it where we don't know the brand. */
export function brandName({ t }: Text, brand: string): string {
  const known = BRANDS.find((one) => one === brand);
  if (known === 'other') return t('brand.other');
  return known ? BRAND_NAMES[known] : brand;
}
