import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { filesUnder } from './modules.js';

const TOP = readdirSync('.', { withFileTypes: true }).filter(
  ({ name }) => !['node_modules', '.git', 'dist', 'data', 'storybook-static', 'coverage'].includes(name),
);
const files = TOP.flatMap((entry) => (entry.isDirectory() ? filesUnder(entry.name) : [entry.name]));
const texts = files.filter((path) => !/\.(png|jpe?g|webp|woff2?|ico)$/.test(path) && path !== 'package-lock.json');

/** Numbers that gateways publish for trying out: the ones that a person or a test types. */
const TEST_CARDS = [
  '4111111111111111',
  '4242424242424242',
  '4012000098765439',
  '4000000000000002',
  '5499740000000057',
  '5555555555554444',
  '2223000048400011',
  '371449635392376',
  '378282246310005',
  '6011000993026909',
  '6011111111111117',
];

describe('the repository', () => {
  test('names card numbers only where cards are played or tested', () => {
    const holders = texts
      .filter((path) => !/^(simulator|test)\//.test(path))
      .filter((path) => {
        const digits = readFileSync(path, 'utf8').replace(/(?<=\d)[ -](?=\d)/g, '');
        return TEST_CARDS.some((card) => digits.includes(card));
      });
    assert.deepEqual(holders, []);
    assert.ok(texts.length > 100, `looked at ${texts.length} files`);
  });

  test('keeps every test in an area of test/, where the test command finds it', () => {
    const tests = files.filter((path) => /\.(test|spec)\.[cm]?[jt]sx?$/.test(path));
    assert.deepEqual(
      tests.filter((path) => !/^test\/[a-z-]+\/.*\.test\.ts$/.test(path)),
      [],
    );
    assert.notEqual(tests.length, 0);
  });

  test('says nothing in the lockfile of where packages were downloaded', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, { resolved?: string }>;
    };
    const addresses = Object.values(packages).flatMap(({ resolved }) =>
      resolved && /^[a-z+]+:/.test(resolved) ? [resolved] : [],
    );
    assert.deepEqual(addresses, []);
  });

  test('pins every dependency to one version', () => {
    const loose = ['package.json', 'proxy/package.json', 'simulator/package.json'].flatMap((path) => {
      const { dependencies, devDependencies } = JSON.parse(readFileSync(path, 'utf8')) as Record<
        string,
        Record<string, string>
      >;
      return Object.entries({ ...dependencies, ...devDependencies })
        .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
        .map(([name]) => `${path}: ${name}`);
    });
    assert.deepEqual(loose, []);
  });
});
