import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Script } from 'node:vm';
import { demoMerchants, sdkFiles } from '../../simulator/app.js';
import { cardRules } from '../../simulator/sdk/card-rules.js';
import { answerCardForms } from '../../simulator/sdk/in-page.js';
import { givenGateway, origin, visa } from './given.js';

describe('the card form', () => {
  it('is served from the gateway, embeddable by anybody unless told otherwise', async () => {
    for (const [path, { body, type }] of Object.entries(sdkFiles(origin))) {
      const response = await givenGateway().simulator.fetch(new Request(origin + path));
      assert.equal(response.headers.get('content-type'), type);
      assert.equal(await response.text(), body);
      assert.equal(response.headers.get('content-security-policy'), null);
    }
    const { simulator } = givenGateway({ frameAncestors: 'https://pay.test' });
    const guarded = await simulator.fetch(new Request(`${origin}/js-sdk/frame.html`));
    assert.equal(guarded.headers.get('content-security-policy'), 'frame-ancestors https://pay.test');
  });

  it('has scripts that stand alone and a page with nothing inline', () => {
    const files = sdkFiles(origin);
    for (const [path, { body }] of Object.entries(files)) if (path.endsWith('.js')) new Script(body);
    assert.doesNotMatch(files['/js-sdk/frame.html']?.body ?? '', /<style|style=|<script>| on\w+=/);
  });

  it('defines the global with the documented methods', () => {
    const page: Record<string, unknown> = {};
    const { body } = sdkFiles(origin)['/js-sdk/js/clearent-host.js'] ?? { body: '' };
    new Script(body).runInNewContext({ window: page });
    assert.deepEqual(Object.keys(page['ClearentSDK'] as object), [
      'init',
      'getPaymentToken',
      'reset',
      'addMetaKeyBlocker',
      'removeMetaKeyBlocker',
    ]);
  });

  it('is answered by a simulator in a page of its origin', async () => {
    const { simulator } = givenGateway();
    const stop = answerCardForms(simulator, origin, 'card-forms');
    const form = new BroadcastChannel('card-forms');
    const answered = new Promise<MessageEvent>((resolve) => (form.onmessage = resolve as never));
    const publicKey = demoMerchants[0]?.terminals[0]?.publicKey;
    form.postMessage({ id: 'one', publicKey, body: JSON.stringify(visa) });
    const { data } = await answered;
    assert.deepEqual([data.answers, data.ok], ['one', true]);
    assert.equal(JSON.parse(data.text).payload['mobile-jwt']['last-four'], '1111');
    form.close();
    stop();
  });

  it('knows brands, check digits and the end of a month', () => {
    const rules = cardRules();
    const numbers = ['4012000098765439', '5499740000000057', '2223000048400011', '371449635392376', '6011000993026909'];
    assert.deepEqual(numbers.map(rules.brandOf), ['VISA', 'MASTERCARD', 'MASTERCARD', 'AMEX', 'DISCOVER']);
    assert.equal(numbers.every(rules.passesLuhn), true);
    assert.equal(rules.passesLuhn('4111111111111112'), false);
    assert.equal(rules.isCurrent('1125', Date.parse('2025-11-30T23:59:59Z')), true);
    assert.equal(rules.isCurrent('1125', Date.parse('2025-12-01T00:00:00Z')), false);
  });
});

describe('the simulator', () => {
  it('shares no code with the project, and runs in a page but for its process files', () => {
    const folder = new URL('../../simulator/', import.meta.url);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    assert.ok(files.length > 25);
    const processFiles = ['main.ts', 'mailbox/page.ts', 'server.ts', 'signing.ts'];
    for (const name of files.filter((file) => !file.includes('node_modules'))) {
      const source = readFileSync(new URL(name, folder), 'utf8');
      assert.doesNotMatch(source, /from '(\.\.\/)+(src|proxy)\//, name);
      if (!processFiles.includes(name)) assert.doesNotMatch(source, /from 'node:/, name);
    }
  });
});
