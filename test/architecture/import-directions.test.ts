import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isWithin, layerOf, layers } from './layers.js';
import { readModules, type Module } from './modules.js';

const modules = ['src', 'proxy', 'simulator'].flatMap(readModules);

describe('imports go one way', () => {
  for (const [name, { mayImport, atLeast }] of Object.entries(layers)) {
    const own = modules.filter((module) => layerOf(module.path) === name);

    test(`${name} imports only ${mayImport.length === 0 ? 'itself' : `itself and ${mayImport.join(', ')}`}`, () => {
      const permitted = [name, ...mayImport];
      const wrong = own.flatMap((module) =>
        module.local
          .filter((target) => !permitted.some((layer) => isWithin(target, layer)))
          .map((target) => `${module.path} imports ${target}`),
      );
      assert.deepEqual(wrong, []);
    });

    test(`${name} has modules to look at`, () => {
      assert.ok(own.length >= atLeast, `saw ${own.length} modules, expected at least ${atLeast}`);
    });
  }

  test('every module belongs to a layer', () => {
    const homeless = modules.filter((module) => !layerOf(module.path)).map((module) => module.path);
    assert.deepEqual(homeless, []);
  });

  test('nobody reaches another package of the repository by its name', () => {
    const wrong = externalsOf(modules, /^(@?komet-payment-widgets)/);
    assert.deepEqual(wrong, []);
  });
});

describe('packages stay where they belong', () => {
  test('the widgets import nothing of Node and none of the proxy’s packages', () => {
    const wrong = externalsOf(readModules('src'), /^(node:|hono|@hono|kysely|pg$|pino|jose|undici|@electric-sql)/);
    assert.deepEqual(wrong, []);
  });

  test('only the widgets import lit and ky', () => {
    const wrong = externalsOf([...readModules('proxy'), ...readModules('simulator')], /^(lit|@lit|ky$)/);
    assert.deepEqual(wrong, []);
  });

  test('what ships to the browser takes the small zod', () => {
    assert.deepEqual(externalsOf(readModules('src'), /^zod(?!\/mini$)/), []);
  });
});

function externalsOf(among: Module[], pattern: RegExp): string[] {
  assert.notEqual(among.length, 0);
  return among.flatMap((module) =>
    module.external
      .filter((specifier) => pattern.test(specifier))
      .map((specifier) => `${module.path} imports ${specifier}`),
  );
}
