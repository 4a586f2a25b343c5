import type { Integration } from '../contract/integration.js';
import type { IntegrationState } from '../contract/location.js';
import { KometEvent } from './komet-event.js';

export interface IntegrationChangedDetail {
  readonly locationId: string;
  readonly state: IntegrationState;
}

/** The set-up of a location went a step on, or was turned off. */
export class IntegrationChangedEvent extends KometEvent<IntegrationChangedDetail> {
  constructor({ locationId, state }: Integration) {
    super('komet-integration-changed', { locationId, state });
  }
}

/** The application of a location was handed in and is locked. */
export class ApplicationSubmittedEvent extends KometEvent<{ readonly locationId: string }> {
  constructor(locationId: string) {
    super('komet-application-submitted', { locationId });
  }
}
