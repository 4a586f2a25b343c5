import { html } from 'lit';
import type { Customer } from '../../../contract/customer.js';
import type { PayClient } from '../../../services/call.js';
import { listCustomers } from '../../../services/customers.js';
import { later } from '../../ui/later.js';
import type { CustomerChosenEvent, CustomerSearch } from '../../ui/customer-picker/customer-picker.js';
import type { Text } from './text.js';

export interface SearchView {
  readonly find: CustomerSearch;
  readonly choose: (event: CustomerChosenEvent) => void;
}

/** The first step where the page names no customer. */
export function customerSearch(text: Text, { find, choose }: SearchView) {
  later(() => import('../../ui/customer-picker/customer-picker.js'));
  return html`<div class="head">
      <div class="who"><h2>${text.t('receive.title')}</h2></div>
    </div>
    <komet-ui-customer-picker .search=${find} @komet-ui-customer-chosen=${choose}></komet-ui-customer-picker>
    <p class="muted lead">${text.t('receive.pickCustomer')}</p>`;
}

/** The first customers whose name or code contains the text. */
export async function findCustomers(
  client: PayClient | undefined,
  text: string,
  signal: AbortSignal,
): Promise<readonly Customer[]> {
  if (!client) return [];
  return (await listCustomers(client)({ ...(text && { search: text }), limit: 20 }, { signal })).customers;
}
