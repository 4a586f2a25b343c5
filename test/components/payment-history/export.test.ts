import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import '../../../src/components/payment-history/payment-history.js';
import { givenPayment } from '../chargeback-button/given.js';
import { backend, givenProvider } from '../given-provider.js';
import { WindowScreen } from '../window-screen.js';

async function givenHistory(of: typeof backend) {
  await givenPayment(of, { notes: '=HYPERLINK("x")' });
  const provider = await givenProvider(html`<komet-payment-history></komet-payment-history>`, { of });
  const screen = new WindowScreen(provider.querySelector('komet-payment-history')!);
  await screen.sees('Net $250.00');
  return screen;
}

/** The files that the page is given to save, instead of saving them. */
function givenDownloads() {
  const files: { name: string; file: Promise<Blob> }[] = [];
  const stop = (event: Event) => {
    const [link] = event.composedPath();
    if (!(link instanceof HTMLAnchorElement) || !link.download) return;
    event.preventDefault();
    files.push({ name: link.download, file: fetch(link.href).then((answer) => answer.blob()) });
  };
  const { click } = HTMLAnchorElement.prototype;
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    this.addEventListener('click', stop, { once: true });
    click.call(this);
  };
  return { files, restore: () => (HTMLAnchorElement.prototype.click = click) };
}

describe('an export of Payment History', () => {
  let downloads: ReturnType<typeof givenDownloads>;
  beforeEach(() => (downloads = givenDownloads()));
  afterEach(() => downloads.restore());
  const theFile = async () => {
    await waitUntil(() => downloads.files.length === 1, 'no file was saved', { timeout: 20_000 });
    return downloads.files[0]!;
  };

  it('is the whole list as CSV, without a formula in it', async () => {
    const screen = await givenHistory(backend.company('csv'));
    await screen.click('Export CSV');
    const saved = await theFile();
    expect(saved.name).to.match(/^payments_\d{4}-\d\d-\d\d_\d{4}-\d\d-\d\d\.csv$/);
    const text = await (await saved.file).text();
    expect(text.split('\r\n')).to.have.length(3);
    expect(text).to.contain('Petal & Stem Florist');
    expect(text).to.contain(',250.00,');
    expect(text).to.contain(`"'=HYPERLINK(""x"")"`);
  });

  it('is a workbook, asked for by keyboard', async () => {
    const screen = await givenHistory(backend.company('xlsx'));
    screen.button('Export XLSX').focus();
    await sendKeys({ press: 'Enter' });
    const saved = await theFile();
    expect(saved.name).to.match(/\.xlsx$/);
    const bytes = new Uint8Array(await (await saved.file).arrayBuffer());
    expect(String.fromCharCode(...bytes.subarray(0, 2))).to.equal('PK');
  });

  it('that fails says so, saves nothing, and is tried again', async () => {
    const of = backend.company('failed-export');
    const screen = await givenHistory(of);
    const { fetch } = globalThis;
    globalThis.fetch = () => Promise.reject(new TypeError('network down'));
    await screen.click('Export CSV');
    await screen.sees('The list was not exported');
    globalThis.fetch = fetch;
    expect(downloads.files).to.have.length(0);
    await expect(screen.tag).to.be.accessible({ ignoredRules: ['color-contrast'] });
    await screen.click('Retry');
    await theFile();
  });

  it('that takes long is shown, and can be called off', async () => {
    const screen = await givenHistory(backend.company('cancelled-export'));
    const { fetch } = globalThis;
    globalThis.fetch = (request) =>
      new Promise((_, reject) => {
        const { signal } = request as Request;
        if (signal.aborted) reject(signal.reason as Error);
        signal.addEventListener('abort', () => reject(signal.reason as Error));
      });
    await screen.click('Export XLSX');
    await screen.sees('Exporting…');
    await screen.click('Cancel');
    await screen.sees('Export XLSX');
    globalThis.fetch = fetch;
    expect(screen.text).not.to.contain('was not exported');
    expect(downloads.files).to.have.length(0);
  });
});
