import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { GATEWAY } from './given.js';
import { givenFramePage, type FramePage } from './frame-page.js';

const JWT = `aGVhZA.${Buffer.from(JSON.stringify({ exp: 1_800_000_000 })).toString('base64url')}.c2ln`;
const tokenAnswer = (jwt: unknown, last4: unknown = '1111') => ({
  payload: { 'mobile-jwt': { jwt, 'last-four': last4, cvm: 'secret' }, card: '4111111111111111' },
});

function given(t: TestContext): FramePage {
  const page = givenFramePage();
  t.after(() => page.close());
  return page;
}

describe('the card frame’s script', () => {
  test('says nothing to anybody but the page it was made for', async (t) => {
    const page = given(t);
    page.connect({ origin: 'https://evil.test' });
    page.connect({ source: {} });
    page.connect({ data: { type: 'something-else' } });
    page.connect({ data: null });
    page.connect({ data: 'komet-card-frame:connect' });
    page.connect({ port: false });
    await page.settle();
    assert.deepEqual(page.heard, []);
    assert.deepEqual(page.scripts, []);
    page.connect();
    assert.deepEqual(await page.hear(), { type: 'ready', nonce: 'n1' });
  });

  test('takes one port only', async (t) => {
    const page = given(t);
    page.connect();
    await page.hear();
    page.connect();
    await page.settle();
    assert.equal(page.sdk.inits, 1);
  });

  test('draws the processor’s form in the page’s language, without help from the browser’s memory', async (t) => {
    const page = given(t);
    page.connect();
    await page.hear();
    assert.deepEqual(page.scripts, [`${GATEWAY}/js-sdk/js/clearent-host.js`]);
    const { styles, ...options } = page.sdk.options;
    assert.match(styles, /color-scheme:dark/);
    assert.doesNotMatch(styles, /url\(/);
    assert.deepEqual(
      { ...options },
      {
        baseUrl: GATEWAY,
        pk: '3076',
        paymentFormId: 'payment-form',
        showValidationMessages: false,
        allowAutoComplete: false,
        allowEmbedded: true,
        clearFormOnSuccess: false,
        cardMasked: true,
        cvcMasked: true,
        expDateMasked: true,
        cardPlaceholder: 'Número de tarjeta',
        expDatePlaceholder: 'MMAA',
        cvcPlaceholder: 'Código',
      },
    );
  });

  test('tells faults in our words, never in the processor’s', async (t) => {
    const page = given(t);
    page.connect();
    await page.hear();
    const told = async (messages: unknown) => {
      page.globals.ClearentValidation(messages);
      return page.hear();
    };
    assert.deepEqual(
      await told(['Card number is not valid', 'Expiration date is not valid', 'Security code is not valid']),
      {
        type: 'validity',
        faults: ['card-number-invalid', 'expiry-invalid', 'security-code-invalid'],
        complete: false,
      },
    );
    assert.deepEqual(await told(['Card has expired', '4111111111111111 looks odd']), {
      type: 'validity',
      faults: ['card-expired', 'other'],
      complete: false,
    });
    assert.deepEqual(await told([]), { type: 'validity', faults: [], complete: true });
    assert.deepEqual(await told('nonsense'), { type: 'validity', faults: [], complete: true });
  });

  test('gives out a token, the last four and an end, and nothing else of the answer', async (t) => {
    const page = given(t);
    page.connect();
    await page.hear();
    page.sdk.answer = async () => tokenAnswer(JWT);
    page.say({ type: 'tokenize', requestId: 'r1' });
    assert.deepEqual(await page.hear(), {
      type: 'token',
      requestId: 'r1',
      token: JWT,
      last4: '1111',
      expiresAt: '2027-01-15T08:00:00.000Z',
    });
  });

  test('gives out nothing that is no token', async (t) => {
    const page = given(t);
    page.connect();
    await page.hear();
    const answers = [
      undefined,
      null,
      'text',
      {},
      tokenAnswer(4111111111111111),
      tokenAnswer('4111111111111111'),
      tokenAnswer(JWT, '411111'),
      tokenAnswer(JWT, null),
    ];
    for (const [at, answer] of answers.entries()) {
      page.sdk.answer = async () => answer;
      page.say({ type: 'tokenize', requestId: `r${at}` });
      assert.deepEqual(await page.hear(), { type: 'error', requestId: `r${at}`, code: 'unavailable' });
    }
  });

  test('tells an invalid card apart from a processor that gives no token', async (t) => {
    const page = given(t);
    page.connect();
    await page.hear();
    page.sdk.answer = () => Promise.reject(new Error('4111111111111111 refused'));
    page.say({ type: 'tokenize', requestId: 'r1' });
    assert.deepEqual(await page.hear(), { type: 'error', requestId: 'r1', code: 'unavailable' });
    page.globals.ClearentValidation(['Card number is not valid']);
    await page.hear();
    page.sdk.answer = () => new Promise(() => undefined);
    page.say({ type: 'tokenize', requestId: 'r2' });
    await page.settle();
    page.globals.ClearentTokenError('{}', {});
    assert.deepEqual(await page.hear(), { type: 'error', requestId: 'r2', code: 'invalid' });
  });

  test('gives up waiting for a token after half a minute', async (t) => {
    const page = given(t);
    page.connect();
    await page.hear();
    const timers: (() => void)[] = [];
    page.globals.setTimeout = (run: () => void) => timers.push(run);
    page.sdk.answer = () => new Promise(() => undefined);
    page.say({ type: 'tokenize', requestId: 'r1' });
    await page.settle();
    assert.equal(timers.length, 1);
    timers[0]?.();
    assert.deepEqual(await page.hear(), { type: 'error', requestId: 'r1', code: 'timeout' });
  });

  test('says when the processor’s script didn’t load, and loads it on reset', async (t) => {
    const page = given(t);
    page.loads = false;
    page.connect();
    assert.deepEqual(await page.hear(), { type: 'error', code: 'script-failed' });
    page.loads = true;
    page.say({ type: 'reset' });
    assert.deepEqual(await page.hear(), { type: 'ready', nonce: 'n1' });
    assert.equal(page.scripts.length, 2);
  });

  test('ignores 10,000 messages that nobody agreed on', async (t) => {
    const page = given(t);
    page.connect();
    await page.hear();
    page.sdk.answer = async () => tokenAnswer(JWT);
    const odd = [null, 1, 'tokenize', [], {}, { type: 'tokenize' }, { type: 'tokenize', requestId: {} }];
    const more = [{ type: 'tokenize', requestId: 'a b' }, { type: '__proto__' }, { type: ['reset'] }];
    for (let at = 0; at < 10_000; at += 1) page.say([...odd, ...more][at % 10]);
    page.say({ type: 'tokenize', requestId: 'last' });
    const answer = await page.hear();
    assert.equal(answer.type === 'token' && answer.requestId, 'last');
    assert.equal(page.heard.length, 2);
    assert.equal(page.sdk.inits, 1);
  });
});
