import { expect, waitUntil } from '@open-wc/testing';
import { FrameLink, type TypedCard } from '../../../src/components/ui/card-frame/frame-link.js';
import type { PayError } from '../../../src/services/pay-error.js';

const ORIGIN = 'https://card.example';
const token = 'eyJh.eyJz.c2ln';
const expiresAt = '2026-11-20T15:00:00.000Z';

interface Said {
  type: string;
  requestId: string;
}

/** A link and the other end of its channel, played by the test. */
function givenLink() {
  const told: string[] = [];
  const posted: { message: { nonce: string }; origin: string; port: MessagePort }[] = [];
  let expire = (): void => undefined;
  const link = new FrameLink({
    target: {
      postMessage: (message, origin, [port]) =>
        void posted.push({ message: message as { nonce: string }, origin, port: port as MessagePort }),
    },
    origin: ORIGIN,
    news: {
      ready: () => told.push('ready'),
      judged: (faults, complete) => told.push(`judged ${faults.join()} ${complete}`),
      resized: (height) => told.push(`resized ${height}`),
      failed: () => told.push('failed'),
    },
    later: (run) => {
      expire = run;
      return () => undefined;
    },
  });
  const { port, message, origin } = posted[0]!;
  const heard: Said[] = [];
  port.onmessage = ({ data }: MessageEvent<Said>) => void heard.push(data);
  const say = (...messages: unknown[]) => messages.forEach((each) => port.postMessage(each));
  const sawAll = async () => {
    const before = told.length;
    say({ type: 'resize', height: 1999 });
    await waitUntil(() => told.length > before && told.at(-1) === 'resized 1999', 'The link has read everything');
    told.splice(told.lastIndexOf('resized 1999'), 1);
  };
  const hears = async (type: string) => {
    await waitUntil(() => heard.some((each) => each.type === type), `The frame hears ${type}`);
    return heard.find((each) => each.type === type)!;
  };
  const draw = async () => {
    say({ type: 'ready', nonce: message.nonce });
    await waitUntil(() => told.includes('ready'), 'The link is ready');
  };
  return { link, told, heard, posted, origin, say, sawAll, hears, draw, expire: () => expire() };
}

const outcome = (promise: Promise<TypedCard>): Promise<string> =>
  promise.then(
    (card) => card.last4,
    (error: unknown) => (error as PayError).code,
  );

describe('the link to the card frame', () => {
  it('hands its port over once, to the exact origin', () => {
    const { posted, origin } = givenLink();
    expect(posted).to.have.length(1);
    expect(origin).to.equal(ORIGIN);
  });

  it('takes no notice of a thousand forged messages of every kind', async () => {
    const { link, told, say, sawAll, draw, hears } = givenLink();
    say({ type: 'ready' }, { type: 'ready', nonce: 'another' });
    await sawAll();
    expect(told, 'ready of another frame').to.deep.equal([]);
    await draw();
    const asked = link.tokenize();
    const { requestId } = await hears('tokenize');
    const forged = [
      null,
      'token',
      [],
      { type: 'token' },
      { type: 'token', requestId: 'guess', token, last4: '0000', expiresAt },
      { type: 'token', requestId, token: '4111111111111111', last4: '1111', expiresAt },
      { type: 'token', requestId, token, last4: '4111111111111111', expiresAt },
      { type: 'token', requestId, token, last4: '0000', expiresAt, extra: 1 },
      { type: 'error', requestId: 'guess', code: 'invalid' },
      { type: 'error', requestId, code: 'no-such-code' },
      { type: 'validity', faults: ['<b>'], complete: true },
      { type: 'resize', height: 1e9 },
      { type: 'resize', height: '100%' },
      { type: '__proto__', complete: true },
    ];
    for (let i = 0; i < 100; i++)
      window.postMessage({ type: 'token', requestId, token, last4: '0000', expiresAt }, '*');
    for (let i = 0; i < 100; i++) say(...forged);
    await sawAll();
    expect(told).to.deep.equal(['ready']);
    say({ type: 'token', requestId, token, last4: '1111', expiresAt });
    expect(await asked).to.deep.equal({ token, last4: '1111', expiresAt });
  });

  it('gives no token before the form is drawn', async () => {
    const { link, heard } = givenLink();
    expect(await outcome(link.tokenize())).to.equal('card-frame-unavailable');
    expect(heard).to.deep.equal([]);
  });

  for (const [code, expected] of [
    ['invalid', 'card-frame-invalid'],
    ['unavailable', 'card-frame-unavailable'],
    ['timeout', 'card-frame-unavailable'],
  ]) {
    it(`calls the frame's "${code}" ${expected}`, async () => {
      const { link, draw, hears, say } = givenLink();
      await draw();
      const asked = outcome(link.tokenize());
      const { requestId } = await hears('tokenize');
      say({ type: 'error', requestId, code });
      expect(await asked).to.equal(expected);
    });
  }

  it('gives up on a frame that never answers, and on one that is closed', async () => {
    const { link, draw, expire } = givenLink();
    await draw();
    const late = outcome(link.tokenize());
    expire();
    expect(await late).to.equal('card-frame-unavailable');
    const cut = outcome(link.tokenize());
    link.close();
    expect(await cut).to.equal('card-frame-unavailable');
  });

  it('passes on that there is no form', async () => {
    const { told, say } = givenLink();
    say({ type: 'error', code: 'script-failed' });
    await waitUntil(() => told.includes('failed'), 'The failure is told');
  });
});
