import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import { waitUntil } from '@open-wc/testing';
import { givenProvider } from '../given-provider.js';
import { givenScreen } from './given.js';
import { Screen } from './screen.js';

/** The keys that a page's own shortcuts would hear. */
function givenShortcuts(): { heard: string[]; stop: () => void } {
  const heard: string[] = [];
  const listen = (event: KeyboardEvent) => heard.push(event.key);
  document.addEventListener('keydown', listen);
  return { heard, stop: () => document.removeEventListener('keydown', listen) };
}

describe('the page around the tag', () => {
  it('does not hear what is typed into our fields', async () => {
    const screen = await givenScreen();
    const shortcuts = givenShortcuts();
    screen.input('Invoice or PO').focus();
    await sendKeys({ type: 'n5' });
    await sendKeys({ press: 'Backspace' });
    await sendKeys({ press: 'F2' });
    shortcuts.stop();
    expect(shortcuts.heard).to.deep.equal(['F2']);
  });

  it('hears it when it asks for it', async () => {
    const screen = await givenScreen();
    screen.tag.passKeys = true;
    await screen.settled();
    const shortcuts = givenShortcuts();
    screen.input('Invoice or PO').focus();
    await sendKeys({ type: 'n' });
    shortcuts.stop();
    expect(shortcuts.heard).to.deep.equal(['n']);
  });

  it('keeps its own dialogs open when Escape closes our window', async () => {
    const screen = await givenScreen();
    await screen.click('Click here to apply');
    const shortcuts = givenShortcuts();
    await sendKeys({ press: 'Escape' });
    shortcuts.stop();
    expect(screen.all('dialog[open]')).to.deep.equal([]);
    expect(shortcuts.heard).to.deep.equal([]);
  });

  it('may hold two tags that know nothing of each other', async () => {
    const provider = await givenProvider(html`
      <komet-receive-payment customer-id="25"></komet-receive-payment>
      <komet-receive-payment customer-id="27"></komet-receive-payment>
    `);
    const [first, second] = [...provider.querySelectorAll('komet-receive-payment')].map((tag) => new Screen(tag));
    await waitUntil(() => first!.all('#pay').length + second!.all('#pay').length === 2, undefined, { timeout: 10_000 });
    await first!.settled();
    await first!.click('Apply invoice 1001');
    expect([first!.payText, second!.payText]).to.deep.equal(['Pay $100.00', 'Pay']);
  });

  it('keeps what was entered when it asks for fresh balances', async () => {
    const screen = await givenScreen();
    await screen.click('Apply invoice 1001');
    await screen.tag.refresh();
    expect(screen.payText).to.equal('Pay $100.00');
  });

  it('may empty the form', async () => {
    const screen = await givenScreen();
    await screen.click('Apply invoice 1001');
    await screen.tag.reset();
    await screen.settled();
    expect(screen.payText).to.equal('Pay');
  });

  it('finds nothing cut off at the width of a phone', async () => {
    const screen = await givenScreen();
    const frame = screen.tag.parentElement!.parentElement!;
    frame.style.width = '320px';
    await screen.settled();
    const wide = screen.all('button, input, h2').filter((one) => {
      const { right, width } = one.getBoundingClientRect();
      return width > 1 && right > frame.getBoundingClientRect().right + 1;
    });
    expect(wide.map((one) => one.outerHTML)).to.deep.equal([]);
  });

  it('may have small text, wide letters and lines kept as they are', async () => {
    const screen = await givenScreen();
    const frame = screen.tag.parentElement!.parentElement!;
    Object.assign(frame.style, { fontSize: '6px', letterSpacing: '4px', whiteSpace: 'pre', textAlign: 'center' });
    const { fontSize, letterSpacing, whiteSpace, textAlign } = getComputedStyle(screen.all('#pay-title')[0]!);
    expect([fontSize, letterSpacing, whiteSpace, textAlign]).to.deep.equal(['16.1px', 'normal', 'normal', 'start']);
  });
});
