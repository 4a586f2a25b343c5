import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { backend, type Backend } from '../given-provider.js';
import { givenPayment } from '../chargeback-button/given.js';
import type { WindowScreen } from '../window-screen.js';
import { givenClosedBatches, givenReport, TODAY } from './given.js';

/** The file that the browser is given next. */
async function fileAfter(act: () => Promise<unknown>): Promise<{ name: string; text: string; bytes: Uint8Array }> {
  const { click } = HTMLAnchorElement.prototype;
  const { createObjectURL } = URL;
  try {
    return await new Promise((resolve, reject) => {
      let blob = new Blob();
      URL.createObjectURL = (made: Blob) => {
        blob = made;
        return createObjectURL(made);
      };
      HTMLAnchorElement.prototype.click = function () {
        const name = this.download;
        void blob.arrayBuffer().then((held) => {
          const bytes = new Uint8Array(held);
          resolve({ name, bytes, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) });
        }, reject);
      };
      act().catch(reject);
    });
  } finally {
    HTMLAnchorElement.prototype.click = click;
    URL.createObjectURL = createObjectURL;
  }
}

const byKeyboard = (screen: WindowScreen, name: string) => async () => {
  screen
    .all('button')
    .find((button) => button.textContent.trim() === name)!
    .focus();
  await sendKeys({ press: 'Enter' });
};

async function givenDay(of: Backend): Promise<WindowScreen> {
  await givenPayment(of);
  await givenClosedBatches(of);
  const screen = await givenReport({ of });
  await screen.sees('Balanced: $250.00');
  await screen.sees('1 row');
  return screen;
}

describe('the report outside the page', () => {
  it('is a CSV and a workbook of both sides, saved by the keyboard', async () => {
    const screen = await givenDay(backend.company('files'));
    const csv = await fileAfter(byKeyboard(screen, 'Export CSV'));
    expect(csv.name).to.match(new RegExp(`^reconciliation_.+_${TODAY}\\.csv$`));
    const [head = '', line = ''] = csv.text.split('\r\n');
    expect(head).to.match(/^\uFEFFControl #,Customer,Komet: Transaction #,/);
    expect(line.match(/,250\.00/g)).to.have.length(2);
    expect(line).to.include(',"Agrees, Transaction #",');
    const workbook = await fileAfter(byKeyboard(screen, 'Export XLSX'));
    expect(workbook.name).to.match(/\.xlsx$/);
    expect(workbook.text.slice(0, 2)).to.equal('PK');
    expect(workbook.text).to.include('xl/worksheets/sheet1.xml');
  });

  it('is the answer, its totals and every line on paper', async () => {
    const screen = await givenDay(backend.company('paper'));
    const paper = await paperAfter(byKeyboard(screen, 'Print'));
    for (const said of [
      'Balanced: $250.00',
      'agrees with the processor to the cent',
      'Net250.00250.000.00',
      'Agrees, Transaction #',
    ])
      expect(paper).to.include(said);
  });

  it('R-34: is a slip on paper and a file of the deposit once the day is closed', async () => {
    const screen = await givenDay(backend.company('slip'));
    screen.all('#close-day')[0]!.click();
    screen.all('#close-dialog .primary')[0]!.click();
    await screen.sees('Closed by Ana Paz');
    const file = await fileAfter(byKeyboard(screen, 'Deposit CSV'));
    expect(file.text.split('\r\n').slice(1, 3)).to.deep.equal([`${TODAY},Total,250.00`, 'By card brand,Visa,250.00']);
    const paper = await paperAfter(byKeyboard(screen, 'Print deposit slip'));
    for (const said of ['Deposit slip', 'To deposit: $250.00', 'Visa', 'Closed by Ana Paz', 'Signature', 'Date'])
      expect(paper).to.include(said);
  });
});

/** What stands on the paper that is printed next. */
function paperAfter(act: () => Promise<unknown>): Promise<string> {
  return new Promise((resolve, reject) => {
    const observer = new MutationObserver((changes) => {
      const frame = changes[0]?.addedNodes[0];
      if (!(frame instanceof HTMLIFrameElement) || !frame.contentWindow) return;
      observer.disconnect();
      const view = frame.contentWindow;
      view.print = () => {
        resolve(view.document.body.textContent);
        frame.remove();
      };
    });
    observer.observe(document.body, { childList: true });
    act().catch(reject);
  });
}
