import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import type { KometPayProvider } from '../../../src/components/pay-provider/pay-provider.js';
import type { PayErrorEvent, SessionReadyDetail } from '../../../src/events.js';
import { listLocations } from '../../../src/services/sessions.js';
import { backend, givenProvider, tokenFor } from '../given-provider.js';
import '../probe.js';
import type { KometUiProbe } from '../probe.js';

const PROBE = html`<komet-ui-probe></komet-ui-probe>`;
const probeIn = (element: Element): KometUiProbe => element.querySelector('komet-ui-probe')!;
const isReady = (probe: KometUiProbe) => () => probe.provider.status === 'ready';

const sessionOf = (target: HTMLElement): Promise<SessionReadyDetail> =>
  new Promise((resolve) => {
    target.addEventListener('komet-session-ready', ({ detail }) => resolve(detail), { once: true });
  });

/** Requests to an address of the page's own server are answered by `respond`, until the test ends. */
const realFetch = globalThis.fetch;
function whenServerIsAsked(path: string, respond: (request: Request) => Promise<Response>) {
  globalThis.fetch = (input, init) => {
    const request = new Request(input, init);
    return new URL(request.url).pathname === path ? respond(request) : realFetch(request);
  };
}

afterEach(() => {
  globalThis.fetch = realFetch;
});

describe('a provider', () => {
  it('tells the page of the session and gives it to the widgets inside', async () => {
    const place = await fixture<HTMLElement>(html`<div></div>`);
    place.innerHTML = `<komet-pay-provider api-base=${backend.proxyUrl} location-id="miami">
      <komet-ui-probe></komet-ui-probe></komet-pay-provider>`;
    (place.firstElementChild as KometPayProvider).getToken = () => tokenFor();
    const { environment, locationIds } = await sessionOf(place);
    expect(environment).to.equal('training');
    expect(locationIds).to.have.members(['miami', 'bogota']);
    const probe = probeIn(place);
    await probe.updateComplete;
    expect(probe.shown).to.contain('ready training miami');
    expect(probe.provider.can('settings', 'refund')).to.be.true;
  });

  it('asks the session-url of the page by POST, with the page’s cookies', async () => {
    let asked: Request | undefined;
    whenServerIsAsked('/pay-session', async (request) => {
      asked = request;
      return Response.json({ token: await tokenFor(), expiresAt: new Date(Date.now() + 600_000).toISOString() });
    });
    const provider = await givenProvider(PROBE, { getToken: undefined, sessionUrl: '/pay-session' });
    expect(asked).to.include({ method: 'POST', mode: 'same-origin', credentials: 'same-origin' });
    await waitUntil(isReady(probeIn(provider)));
  });

  it('takes a token from whoever answers its event', async () => {
    const answer = ({ detail }: HTMLElementEventMap['komet-token-request']) => detail.respond(tokenFor());
    document.body.addEventListener('komet-token-request', answer, { once: true });
    const provider = await givenProvider(PROBE, { getToken: undefined });
    await waitUntil(isReady(probeIn(provider)));
  });

  it('tells the page and the widgets when nobody gives a token', async () => {
    const errors: PayErrorEvent[] = [];
    document.body.addEventListener('komet-error', (event) => errors.push(event), { once: true });
    const provider = await givenProvider(PROBE, { getToken: undefined });
    expect(errors.map(({ detail }) => [detail.code, detail.severity, detail.retryable])).to.deep.equal([
      ['not-configured', 'error', false],
    ]);
    expect(probeIn(provider).provider.status).to.equal('not-configured');
  });

  it('tells that the session is over, and is ready again once it has a good token', async () => {
    const provider = await givenProvider(PROBE, { getToken: () => 'stale' });
    const probe = probeIn(provider);
    expect(probe.provider.status).to.equal('failed');
    expect(probe.provider.error).to.include({ kind: 'session-expired', next: 'sign-in' });
    provider.getToken = () => tokenFor('Cashier');
    await waitUntil(isReady(probe));
    expect(probe.provider.can('settings')).to.be.false;
  });

  it('is not configured without the address of the payment service', async () => {
    const provider = await givenProvider(PROBE, { apiBase: undefined });
    expect(probeIn(provider).provider.status).to.equal('not-configured');
  });

  it('keeps the token where no script of the page finds it', async () => {
    const token = await tokenFor();
    const provider = await givenProvider(PROBE, { getToken: () => token });
    const places = [
      document.documentElement.outerHTML,
      provider.shadowRoot!.innerHTML,
      JSON.stringify([localStorage, sessionStorage]),
      document.cookie,
      location.href,
      ...Object.values(provider).map(String),
      ...performance.getEntriesByType('resource').map(({ name }) => name),
    ];
    expect(places.filter((place) => place.includes(token))).to.deep.equal([]);
  });
});

describe('moving in the page', () => {
  it('a provider that is put back goes on with its session', async () => {
    const provider = await givenProvider(PROBE);
    const place = provider.parentElement!;
    provider.remove();
    place.append(provider);
    await oneEvent(provider, 'komet-session-ready');
    const probe = probeIn(provider);
    expect(probe.provider.status).to.equal('ready');
    expect(await listLocations(probe.provider.client!)()).to.have.length(2);
  });

  it('a widget takes the provider it now stands in', async () => {
    const [clerk, cashier] = [
      await givenProvider(PROBE),
      await givenProvider('', { role: 'Cashier', locationId: 'bogota' }),
    ];
    const probe = probeIn(clerk);
    cashier.append(probe);
    await probe.updateComplete;
    expect(probe.provider.locationId).to.equal('bogota');
    expect(probe.provider.can('settings')).to.be.false;
  });

  it('a widget inside another element’s shadow tree finds the provider', async () => {
    const provider = await givenProvider(html`<div></div>`);
    const root = provider.querySelector('div')!.attachShadow({ mode: 'closed' });
    const probe = document.createElement('komet-ui-probe');
    root.append(probe);
    await probe.updateComplete;
    expect(probe.provider.status).to.equal('ready');
  });

  it('two providers on a page keep apart', async () => {
    const other = backend.company('neighbour');
    const [first, second] = [await givenProvider(PROBE), await givenProvider(PROBE, { of: other })];
    expect(probeIn(first).provider.session!.company.id).to.equal(backend.companyId);
    expect(probeIn(second).provider.session!.company.id).to.equal(other.companyId);
  });
});
