import { html } from 'lit';
import type { ReconciliationDay } from '../../../contract/reconciliation.js';
import { later } from '../../ui/later.js';

export interface MonthPanel {
  readonly day: string;
  readonly today: string;
  readonly days: readonly ReconciliationDay[];
  readonly choose: (day: string) => void;
}

/** The month of a day, once somebody wants to see it. */
export function monthPanel({ day, today, days, choose }: MonthPanel) {
  later(() => import('./month-view.js'));
  return html`<komet-ui-month-view day=${day} today=${today} .days=${days} .choose=${choose}></komet-ui-month-view>`;
}
