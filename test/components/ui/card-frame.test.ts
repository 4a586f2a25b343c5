import { expect, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../src/components/ui/card-frame/card-frame.js';
import type { KometUiCardFrame } from '../../../src/components/ui/card-frame/card-frame.js';
import type { PayError } from '../../../src/services/pay-error.js';
import { givenProvider } from '../given-provider.js';

const PATIENT = { timeout: 12_000 };

const textOf = (frame: KometUiCardFrame): string => frame.shadowRoot?.textContent.replace(/\s+/g, ' ').trim() ?? '';

/** What the gateway's script gives its form until that says how high it is. */
const HEIGHT_AT_FIRST = 96;
const isDrawn = (frame: KometUiCardFrame): boolean => {
  const height = frame.shadowRoot?.querySelector('iframe:not(.waiting)')?.clientHeight ?? 0;
  return height > 0 && height !== HEIGHT_AT_FIRST;
};
const button = (frame: KometUiCardFrame) => frame.shadowRoot!.querySelector('button')!;

async function givenFrame(settings?: Parameters<typeof givenProvider>[1]): Promise<KometUiCardFrame> {
  const content = html`<komet-ui-card-frame location-id="miami"></komet-ui-card-frame>`;
  const provider = await givenProvider(content, settings);
  return provider.querySelector('komet-ui-card-frame')!;
}

async function givenForm(settings?: Parameters<typeof givenProvider>[1]): Promise<KometUiCardFrame> {
  const frame = await givenFrame(settings);
  await waitUntil(() => isDrawn(frame), 'The form is drawn', PATIENT);
  return frame;
}

/** Types into the processor's form as a person does: with Tab from the field before it, through its frames. */
async function type(frame: KometUiCardFrame, ...texts: string[]): Promise<void> {
  const fieldBefore = document.createElement('button');
  frame.before(fieldBefore);
  fieldBefore.focus();
  for (const text of texts) {
    await sendKeys({ press: 'Tab' });
    if (text) await sendKeys({ type: text });
  }
}

const refusal = (promise: Promise<unknown>): Promise<PayError> =>
  promise.then(
    () => expect.fail('It was not refused'),
    (error: unknown) => error as PayError,
  );

/** The network answers requests for an address of the form by `respond`, until the test ends. */
let realFetch: typeof fetch | undefined;
function whenAskedForAddress(respond: (call: () => Promise<Response>, body: string) => Promise<Response>) {
  const real = (realFetch = globalThis.fetch);
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (!request.url.endsWith('/v1/card-frames')) return real(request);
    return respond(() => real(request.clone()), await request.clone().text());
  };
}

afterEach(() => {
  globalThis.fetch = realFetch ?? globalThis.fetch;
});

describe('the card frame', () => {
  it('says that it is loading, then shows the form at its own height', async () => {
    const frame = await givenFrame();
    expect(textOf(frame)).to.equal('Loading the card form…');
    await expect(frame).to.be.accessible();
    await waitUntil(() => isDrawn(frame), 'The form is drawn', PATIENT);
    expect(textOf(frame)).to.equal('');
    await expect(frame).to.be.accessible();
  });

  it('turns a typed card into a token and its last digits', async () => {
    const frame = await givenForm();
    await type(frame, '4111111111111111', '1230', '999');
    const card = await frame.tokenize();
    expect(card.last4).to.equal('1111');
    expect(card.token).to.match(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(Date.parse(card.expiresAt)).to.be.greaterThan(Date.now());
  });

  it('makes one token for all who ask while it is being made', async () => {
    const frame = await givenForm();
    await type(frame, '4111111111111111', '1230', '999');
    const [first, second] = await Promise.all([frame.tokenize(), frame.tokenize()]);
    expect(first.token).to.equal(second.token);
  });

  it('refuses an unfinished card and says what is wrong in our words', async () => {
    const frame = await givenForm({ locale: 'es' });
    await type(frame, '4111111111111112', '1230', '999');
    const error = await refusal(frame.tokenize());
    expect(error).to.include({ kind: 'refused', code: 'card-frame-invalid', moneyMoved: 'no' });
    expect(textOf(frame)).to.equal('El número de la tarjeta no es correcto.');
    await expect(frame).to.be.accessible();
  });

  it('tells when what is typed becomes complete, and when it is emptied', async () => {
    const frame = await givenForm();
    const changes: boolean[] = [];
    frame.addEventListener('change', () => changes.push(frame.complete));
    await type(frame, '4111111111111111', '1230', '999', '');
    await waitUntil(() => frame.complete, 'The form is complete');
    await frame.reset();
    expect(frame.complete).to.be.false;
    expect(changes).to.deep.equal([true, false]);
    await waitUntil(() => isDrawn(frame), 'The form is drawn again', PATIENT);
    expect(await refusal(frame.tokenize())).to.include({ code: 'card-frame-invalid' });
  });

  it('gets the form anew after it was moved in the page', async () => {
    const frame = await givenForm();
    const before = frame.shadowRoot!.querySelector('iframe')!.src;
    const place = document.createElement('div');
    frame.parentElement!.append(place);
    place.append(frame);
    await frame.updateComplete;
    expect(isDrawn(frame)).to.be.false;
    await waitUntil(() => isDrawn(frame), 'The form is drawn again', PATIENT);
    expect(frame.shadowRoot!.querySelector('iframe')!.src).to.not.equal(before);
    await type(frame, '4111111111111111', '1230', '999');
    expect((await frame.tokenize()).last4).to.equal('1111');
  });

  it('gets the form of another location when it is told another', async () => {
    const frame = await givenForm();
    const before = frame.shadowRoot!.querySelector('iframe')!.src;
    frame.locationId = 'bogota';
    await frame.updateComplete;
    await waitUntil(() => isDrawn(frame), 'The form is drawn', PATIENT);
    expect(frame.shadowRoot!.querySelector('iframe')!.src).to.not.equal(before);
  });

  it('asks for the form in the language and colours around it', async () => {
    const asked: string[] = [];
    whenAskedForAddress((call, body) => {
      asked.push(body);
      return call();
    });
    await givenForm({ locale: 'es-CO', theme: 'dark' });
    expect(JSON.parse(asked[0]!)).to.deep.equal({ locationId: 'miami', locale: 'es', colorScheme: 'dark' });
  });

  it('is sandboxed, and is told of no address of this page', async () => {
    const iframe = (await givenForm()).shadowRoot!.querySelector('iframe')!;
    expect(iframe.getAttribute('sandbox')).to.equal('allow-scripts allow-same-origin allow-forms');
    expect(iframe.referrerPolicy).to.equal('no-referrer');
    expect(new URL(iframe.src).origin).to.not.equal(location.origin);
  });
});

describe('a card frame that does not come', () => {
  it('says so, offers to retry, and has the focus in the form once it is there', async () => {
    whenAskedForAddress(() => Promise.reject(new TypeError('Failed to fetch')));
    const frame = await givenFrame();
    await waitUntil(() => textOf(frame).includes('could not be loaded'), 'It fails', PATIENT);
    await expect(frame).to.be.accessible();
    expect(await refusal(frame.tokenize())).to.include({ kind: 'unreachable', code: 'card-frame-unavailable' });

    globalThis.fetch = realFetch!;
    button(frame).click();
    await waitUntil(() => isDrawn(frame), 'The form is drawn', PATIENT);
    expect(frame.shadowRoot!.activeElement?.localName).to.equal('iframe');
  });

  it('is given up after its time', async () => {
    whenAskedForAddress(() => new Promise(() => undefined));
    const provider = await givenProvider(
      html`<komet-ui-card-frame location-id="miami" .patienceMs=${50}></komet-ui-card-frame>`,
    );
    const frame = provider.querySelector('komet-ui-card-frame')!;
    await waitUntil(() => textOf(frame).includes('could not be loaded'), 'It fails', PATIENT);
  });

  it('is asked for once more when its address grew old on the way', async () => {
    let asked = 0;
    whenAskedForAddress(async (call) => {
      asked += 1;
      const ticket = (await (await call()).json()) as object;
      const old = { url: `${location.origin}/missing`, expiresAt: new Date(0).toISOString() };
      return Response.json(asked === 1 ? { ...ticket, ...old } : ticket, { status: 201 });
    });
    const provider = await givenProvider(
      html`<komet-ui-card-frame location-id="miami" .patienceMs=${2_000}></komet-ui-card-frame>`,
    );
    const frame = provider.querySelector('komet-ui-card-frame')!;
    await waitUntil(() => isDrawn(frame), 'The form is drawn', PATIENT);
    expect(asked).to.equal(2);
  });
});
