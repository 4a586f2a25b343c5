import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { CardRequest } from '../../../contract/card-request.js';
import { addStop, type ManageConditions } from './manage-stop.js';
import './open-request.js';
import type { Text } from './text.js';

export interface RequestListView {
  readonly requests: readonly CardRequest[];
  readonly locationId: string | undefined;
  readonly conditions: ManageConditions;
  readonly refresh: () => void;
}

/** So long an unanswered form may be sent again from here. */
const SHOWN_MS = 3 * 86_400_000;

/** Those the customer may still answer. */
export const openRequests = (requests: readonly CardRequest[]): CardRequest[] =>
  requests.filter(({ state }) => state === 'sent' || state === 'opened');

/** The forms that were sent to the customer and not answered. */
export function requestList(text: Text, { requests, locationId, conditions, refresh }: RequestListView) {
  const now = Date.now();
  const shown = requests.filter((request) => request.locationId === locationId && isUnanswered(request, now));
  if (shown.length === 0) return nothing;
  const stop = addStop(text, conditions);
  return html`<section aria-labelledby="requests">
    <h3 id="requests">${text.t('request.open')}</h3>
    <ul>
      ${repeat(
        shown,
        ({ id }) => id,
        (request) =>
          html`<li>
            <komet-ui-open-request .request=${request} .stop=${stop} @change=${refresh}></komet-ui-open-request>
          </li>`,
      )}
    </ul>
  </section>`;
}

function isUnanswered({ state, sentAt }: CardRequest, now: number): boolean {
  if (state === 'expired') return now - Date.parse(sentAt) < SHOWN_MS;
  return state === 'sent' || state === 'opened';
}
