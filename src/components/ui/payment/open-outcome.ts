import { html } from 'lit';
import type { OpenState } from '../../../controllers/operation-state.js';
import { later } from '../later.js';
import type { Text } from './text.js';
import { unknownPanel } from './unknown-panel.js';

/** What stands in the form's place while an outcome is still to come. */
export function openOutcome(text: Text, state: OpenState, check: () => void) {
  if (state.status === 'unknown') return unknownPanel(text, { paymentId: state.paymentId, check });
  later(() => import('../terminal/terminal-wait.js'));
  return html`<komet-ui-terminal-wait .payment=${state.payment}></komet-ui-terminal-wait>`;
}
