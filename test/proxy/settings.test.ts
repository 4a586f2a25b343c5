import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readSettings } from '../../proxy/process/settings.js';
import { PERMISSIONS } from '../../src/contract/session.js';

const KEY = Buffer.alloc(32, 1).toString('base64');
const INTEGRATORS = JSON.stringify([{ companyId: '1', secretHash: 'a'.repeat(64) }]);
const least = { KOMET_ENVIRONMENT: 'training', GATEWAY_URL: 'http://localhost:4010/', INTEGRATORS };

const live = {
  KOMET_ENVIRONMENT: 'live',
  GATEWAY_URL: 'https://gateway.example.com',
  PUBLIC_ORIGIN: 'https://pay.example.com',
  CARD_FRAME_ORIGIN: 'https://card.example.com',
  INTEGRATORS,
  SESSION_SIGNING_KEY: KEY,
  KEY_ENCRYPTION_KEY: KEY,
  DATABASE_URL: 'postgres://db.example.com/pay',
  KOMET_ADAPTER: 'http',
  KOMET_API_URL: 'https://api.example.com',
  KOMET_API_TOKEN: 'secret-token',
};

function faultsOf(environment: Record<string, string | undefined>): readonly string[] {
  const read = readSettings(environment);
  return read.ok ? [] : read.faults;
}

describe('the settings of the process', () => {
  test('are few where nothing is at stake', () => {
    const read = readSettings(least);
    assert.ok(read.ok);
    const { settings } = read;
    assert.equal(settings.GATEWAY_URL, 'http://localhost:4010');
    assert.equal(settings.GATEWAY_PUBLIC_URL, 'http://localhost:4010');
    assert.equal(settings.PUBLIC_ORIGIN, 'http://localhost:4020');
    assert.equal(settings.CARD_FRAME_ORIGIN, 'http://localhost:4021');
    assert.equal(settings.DATA_DIR, './data');
    assert.equal(settings.UNKNOWN_RELEASE_SECONDS, 600);
    const grantable = PERMISSIONS.filter((name) => name !== 'operator');
    assert.deepEqual(settings.INTEGRATORS, [
      { companyId: '1', secretHash: 'a'.repeat(64), permissions: grantable, operator: false },
    ]);
  });

  test('never assume an environment', () => {
    const { KOMET_ENVIRONMENT: _, ...rest } = least;
    assert.match(faultsOf(rest).join(), /KOMET_ENVIRONMENT/);
  });

  test('are all told when they are wrong, without their values', () => {
    const faults = faultsOf({
      ...least,
      PORT: 'eighty',
      GATEWAY_URL: 'not a url',
      INTEGRATORS: '[{"companyId": "1", "secretHash": "hunter2"}]',
      SESSION_SIGNING_KEY: 'too-short-secret',
      GATEWAY_KEYS: '{',
      LOG_LEVEL: 'loud',
    });
    for (const name of ['PORT', 'GATEWAY_URL', 'INTEGRATORS', 'SESSION_SIGNING_KEY', 'GATEWAY_KEYS', 'LOG_LEVEL']) {
      assert.ok(
        faults.some((fault) => fault.startsWith(name)),
        name,
      );
    }
    assert.doesNotMatch(faults.join(), /hunter2|too-short|not a url|loud,/);
  });

  test('take live money only where it is safe', () => {
    assert.deepEqual(faultsOf(live), []);
    const risks: [Record<string, string | undefined>, RegExp][] = [
      [{ DATABASE_URL: undefined }, /^DATABASE_URL/],
      [{ DATABASE_URL: undefined, ALLOW_LIVE_ON_EMBEDDED_STORE: 'true', DATA_DIR: 'memory://' }, /^DATABASE_URL/],
      [{ KOMET_ADAPTER: 'demo' }, /^KOMET_ADAPTER/],
      [{ GATEWAY_URL: 'http://gateway.example.com' }, /https/],
      [{ PUBLIC_ORIGIN: 'http://pay.example.com' }, /https/],
      [{ KOMET_API_URL: 'http://api.example.com' }, /^KOMET_API_URL.*https/],
      [{ CARD_FRAME_ORIGIN: 'https://pay.example.com' }, /^CARD_FRAME_ORIGIN/],
      [{ SESSION_SIGNING_KEY: undefined }, /^SESSION_SIGNING_KEY/],
      [{ KEY_ENCRYPTION_KEY: '' }, /^KEY_ENCRYPTION_KEY/],
      [{ UNKNOWN_RELEASE_SECONDS: '30' }, /^UNKNOWN_RELEASE_SECONDS/],
      [{ KOMET_API_TOKEN: undefined }, /^KOMET_ADAPTER/],
    ];
    for (const [change, fault] of risks) {
      const faults = faultsOf({ ...live, ...change });
      assert.equal(faults.length, 1, JSON.stringify(change));
      assert.match(faults[0] ?? '', fault);
    }
    assert.deepEqual(faultsOf({ ...live, DATABASE_URL: undefined, ALLOW_LIVE_ON_EMBEDDED_STORE: 'true' }), []);
  });

  test("open Komet's books for the one company that their token is of", () => {
    const { KOMET_API_TOKEN: _, ...tokenless } = live;
    assert.match(faultsOf(tokenless).join(), /KOMET_ADAPTER.*KOMET_API_TOKEN/);
    const secretHash = 'a'.repeat(64);
    const two = JSON.stringify(['1', '2'].map((companyId) => ({ companyId, secretHash })));
    assert.match(faultsOf({ ...live, INTEGRATORS: two }).join(), /KOMET_ADAPTER: http opens one company/);
  });

  test('know the time zones of the locations', () => {
    const read = readSettings({ ...live, KOMET_LOCATION_TIME_ZONES: '{"BOG": "America/Bogota"}' });
    assert.ok(read.ok);
    assert.deepEqual(read.settings.KOMET_LOCATION_TIME_ZONES, { BOG: 'America/Bogota' });
    assert.match(faultsOf({ ...live, KOMET_TIME_ZONE: 'Miami time' }).join(), /^KOMET_TIME_ZONE/);
  });
});
