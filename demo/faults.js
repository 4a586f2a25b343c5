// Orders for the simulated gateway, so that people can see what the tags do when something breaks.

import { request } from './requests.js';
import { text } from './texts.js';

const sale = { type: 'sale' };

const FAULTS = {
  faultDropAfter: { kind: 'drop-after-booking', match: sale },
  faultDropBefore: { kind: 'drop-before-booking', match: sale },
  faultDelay: { kind: 'delay', ms: 8000, match: sale },
  faultAfterBooking: { kind: 'http-500-after', match: sale },
};

export function offerFaults() {
  const buttons = Object.entries(FAULTS).map(([name, fault]) =>
    buttonOf(name, () => request('POST', '/simulator/faults', { body: fault })),
  );
  const clear = buttonOf('faultsCleared', () => request('DELETE', '/simulator/faults'));
  document.querySelector('.faults').replaceChildren(...buttons, clear);
}

function buttonOf(name, order) {
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset.text = name;
  button.addEventListener('click', async () => {
    await order();
    document.querySelector('.break-it output').textContent = `✓ ${text(name)}`;
  });
  return button;
}
