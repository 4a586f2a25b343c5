import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { configure } from '../../../src/controllers/configure.js';
import { element, VERSION } from '../../../src/define.js';
import { backend, tokenFor } from '../given-backend.js';
import '../probe.js';
import type { KometUiProbe } from '../probe.js';

describe('a widget without a provider', () => {
  it('is not configured, until the page configures one for all', async () => {
    const probe = await fixture<KometUiProbe>(html`<komet-ui-probe></komet-ui-probe>`);
    expect(probe.provider.status).to.equal('not-configured');
    expect(probe.provider.error).to.include({ kind: 'not-configured', retryable: false });

    await configure({ apiBase: backend.proxyUrl, locationId: 'miami', locale: 'es', getToken: () => tokenFor() });
    expect(probe.provider.status).to.equal('ready');
    expect(probe.text.locale).to.equal('es');

    const later = await fixture<KometUiProbe>(html`<komet-ui-probe></komet-ui-probe>`);
    expect(later.provider.locationId).to.equal('miami');

    await configure({ apiBase: backend.proxyUrl, locationId: 'bogota', getToken: () => tokenFor() });
    expect(probe.provider.locationId).to.equal('bogota');
  });
});

describe('the library twice on a page', () => {
  const warnings: string[] = [];
  const page = globalThis.console;
  const { warn } = page;
  before(() => (page.warn = (text: string) => void warnings.push(text)));
  after(() => (page.warn = warn));

  it('keeps the first definition and stays silent when both are the same', () => {
    const first = customElements.get('komet-ui-probe');
    element('komet-ui-probe')(class extends LitElement {});
    expect(customElements.get('komet-ui-probe')).to.equal(first);
    expect(warnings).to.deep.equal([]);
  });

  it('warns once when the versions differ', () => {
    customElements.define('komet-ui-older', class extends HTMLElement {});
    element('komet-ui-older')(class extends LitElement {});
    element('komet-ui-older')(class extends LitElement {});
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain(VERSION);
  });
});
