import * as routes from '../contract/setting-routes.js';
import type {
  CustomerSettings,
  CustomerSettingsChange,
  LocationSettings,
  LocationSettingsChange,
} from '../contract/setting.js';
import type { CallOptions, PayClient, WriteOptions } from './call.js';

export const readLocationSettings =
  (client: PayClient) =>
  (locationId: string, { signal }: CallOptions = {}): Promise<LocationSettings> =>
    client.call(routes.readLocationSettings, { params: { locationId }, signal });

export const changeLocationSettings =
  (client: PayClient) =>
  (locationId: string, change: LocationSettingsChange, options: WriteOptions): Promise<LocationSettings> =>
    client.call(routes.changeLocationSettings, { params: { locationId }, body: change, ...options });

export const readCustomerSettings =
  (client: PayClient) =>
  (customerId: string, { signal }: CallOptions = {}): Promise<CustomerSettings> =>
    client.call(routes.readCustomerSettings, { params: { customerId }, signal });

export const changeCustomerSettings =
  (client: PayClient) =>
  (customerId: string, change: CustomerSettingsChange, options: WriteOptions): Promise<CustomerSettings> =>
    client.call(routes.changeCustomerSettings, { params: { customerId }, body: change, ...options });
