import { KometEvent } from './komet-event.js';

/** Whose settings; one of the two. */
export interface SettingsChangedDetail {
  readonly customerId?: string;
  readonly locationId?: string;
}

/** A setting of a customer or a location was saved, or a terminal of the location. */
export class SettingsChangedEvent extends KometEvent<SettingsChangedDetail> {
  constructor(detail: SettingsChangedDetail) {
    super('komet-settings-changed', detail);
  }
}
