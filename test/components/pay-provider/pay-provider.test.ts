import { expect, html, waitUntil } from '@open-wc/testing';
import { givenProvider } from '../given-provider.js';
import '../probe.js';
import type { KometUiProbe } from '../probe.js';

const PROBE = html`<komet-ui-probe></komet-ui-probe>`;
const probeIn = (element: Element): KometUiProbe => element.querySelector('komet-ui-probe')!;
const showing = (probe: KometUiProbe, text: string) => waitUntil(() => probe.shown.includes(text), `shows ${text}`);

describe('language and formats', () => {
  it('are the provider’s, each set apart from the other', async () => {
    const provider = await givenProvider(PROBE, { locale: 'es' });
    const probe = probeIn(provider);
    await showing(probe, 'No hay conexión');
    expect(probe.shown).to.contain('$1,234.50 3 nov 2026');
    provider.formatLocale = 'es-CO';
    await showing(probe, '1.234,50');
    provider.datePattern = 'MM/DD/YYYY';
    await showing(probe, '11/03/2026');
    provider.locale = 'en';
    await showing(probe, 'You are offline');
  });

  it('give way to texts of the page’s own', async () => {
    const provider = await givenProvider(PROBE, { messages: { 'kind.offline': 'No signal' } });
    await showing(probeIn(provider), 'No signal');
    provider.messages = undefined;
    await showing(probeIn(provider), 'You are offline');
  });

  it('are the page’s when the provider is told none', async () => {
    document.documentElement.lang = 'es';
    const provider = await givenProvider(PROBE);
    document.documentElement.lang = 'en';
    await showing(probeIn(provider), 'No hay conexión');
  });
});

describe('looks', () => {
  it('are handed down, without a box of the provider’s own', async () => {
    const provider = await givenProvider(PROBE, { theme: 'dark', density: 'touch' });
    const style = getComputedStyle(probeIn(provider));
    expect(style.colorScheme).to.equal('dark');
    expect(style.getPropertyValue('--_komet-density-control').trim()).to.equal('44px');
    expect(getComputedStyle(provider).display).to.equal('contents');
  });

  it('follow the page’s scheme by default', async () => {
    const provider = await givenProvider(PROBE);
    provider.parentElement!.style.colorScheme = 'dark';
    expect(getComputedStyle(probeIn(provider)).colorScheme).to.equal('dark');
  });
});

describe('what is said to users of a screen reader', () => {
  const said = (provider: Element, role: 'status' | 'alert') =>
    provider.shadowRoot!.querySelector(`[role=${role}]`)!.textContent;

  it('has its places before anything is said', async () => {
    const provider = await givenProvider(html``);
    expect([said(provider, 'status'), said(provider, 'alert')]).to.deep.equal(['', '']);
  });

  it('may come from a widget inside, politely or at once', async () => {
    const provider = await givenProvider(PROBE);
    probeIn(provider).provider.announce('Balances are up to date.');
    probeIn(provider).provider.announce('Card declined', 'assertive');
    await provider.updateComplete;
    expect([said(provider, 'status'), said(provider, 'alert')]).to.deep.equal([
      'Balances are up to date.',
      'Card declined',
    ]);
  });

  it('is another text when the same is said again, so that it is read again', async () => {
    const provider = await givenProvider(html``);
    provider.announce('Approved');
    await provider.updateComplete;
    const first = said(provider, 'status');
    provider.announce('Approved');
    await provider.updateComplete;
    expect(said(provider, 'status')).not.to.equal(first);
    expect(said(provider, 'status').trim()).to.equal('Approved');
  });
});

describe('a provider’s page', () => {
  it('is accessible', async () => {
    const provider = await givenProvider(html`<p>Widgets</p>`);
    await expect(provider).to.be.accessible();
  });
});
