import { expect, waitUntil } from '@open-wc/testing';
import { backend, tokenFor } from '../given-backend.js';

const SCREEN = `<komet-pay-provider api-base="${backend.proxyUrl}" location-id="miami">
  <komet-ui-probe></komet-ui-probe>
</komet-pay-provider>`;

const probe = () => document.querySelector('komet-ui-probe')!;

/** The page's own markup and listener, there before any script of ours. */
function givenPage() {
  document.body.innerHTML = `<main>${SCREEN}</main>`;
  document.body.addEventListener('komet-token-request', ({ detail }) => detail.respond(tokenFor()), { once: true });
}

describe('a screen whose markup is there before our scripts', () => {
  it('works when the widget’s script comes before the provider’s', async () => {
    givenPage();
    await import('../probe.js');
    await probe().updateComplete;
    expect(probe().provider.status).to.equal('loading');
    await import('../../../src/components/pay-provider/pay-provider.js');
    await waitUntil(() => probe().provider.status === 'ready', 'The session reaches the widget', { timeout: 10_000 });
    expect(probe().provider.locationId).to.equal('miami');
  });
});
