import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { backend, tokenFor } from '../given-backend.js';

describe('a screen whose markup is there before our scripts', () => {
  it('works when the provider’s script comes before the widget’s', async () => {
    document.body.innerHTML = `<komet-pay-provider api-base="${backend.proxyUrl}"><komet-ui-probe></komet-ui-probe>
      </komet-pay-provider>`;
    document.body.addEventListener('komet-token-request', ({ detail }) => detail.respond(tokenFor()), { once: true });
    const ready = oneEvent(document.body, 'komet-session-ready');
    await import('../../../src/components/pay-provider/pay-provider.js');
    await ready;
    await import('../probe.js');
    const probe = document.querySelector('komet-ui-probe')!;
    await waitUntil(() => probe.provider.status === 'ready', 'The session reaches the widget');
    expect(probe.shown).to.contain('ready training');
  });
});
