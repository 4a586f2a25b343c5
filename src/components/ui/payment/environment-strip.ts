import { html, nothing } from 'lit';
import type { Environment } from '../../../contract/session.js';
import type { Text } from './text.js';

/** Says across the whole width where no real money moves; a live screen carries no such strip. */
export function environmentStrip(text: Text, environment: Environment | undefined) {
  if (!environment || environment === 'live') return nothing;
  return html`<p class="environment">${text.t(`environment.${environment}`)}</p>`;
}
