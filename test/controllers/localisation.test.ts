import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Localisation } from '../../src/controllers/localisation.js';
import { catalogue } from '../../src/locales/catalogue.js';

const texts = catalogue(
  { hello: 'Hello {name}', invoices: { one: '{count} invoice', other: '{count} invoices' } },
  {
    es: () =>
      Promise.resolve({
        hello: 'Hola {name}',
        invoices: { one: '{count} factura', many: '{count} de facturas', other: '{count} facturas' },
      }),
  },
);

describe('texts', () => {
  it('are English until another language is loaded', async () => {
    const spanish = new Localisation({ locale: 'es-CO' });
    assert.equal(spanish.text(texts, 'hello', { name: 'Ana' }), 'Hello Ana');
    assert.equal(await spanish.load(texts), true);
    assert.equal(spanish.text(texts, 'hello', { name: 'Ana' }), 'Hola Ana');
    assert.equal(await spanish.load(texts), false);
  });

  it('stay English when the language can’t be fetched', async () => {
    const broken = catalogue({ hello: 'Hello' }, { es: () => Promise.reject(new Error('offline')) });
    const spanish = new Localisation({ locale: 'es' });
    assert.equal(await spanish.load(broken), false);
    assert.equal(spanish.text(broken, 'hello'), 'Hello');
  });

  it('follow the plural classes of the language', async () => {
    const english = new Localisation();
    assert.equal(english.text(texts, 'invoices', { count: 1 }), '1 invoice');
    assert.equal(english.text(texts, 'invoices', { count: 1234 }), '1,234 invoices');
    const spanish = new Localisation({ locale: 'es' });
    await spanish.load(texts);
    assert.equal(spanish.text(texts, 'invoices', { count: 1 }), '1 factura');
    assert.equal(spanish.text(texts, 'invoices', { count: 1_000_000 }), '1,000,000 de facturas');
  });

  it('are the page’s own where it has any', () => {
    const own = new Localisation({ messages: { hello: 'Welcome {name}' } });
    assert.equal(own.text(texts, 'hello', { name: 'Ana' }), 'Welcome Ana');
  });
});

describe('amounts and dates', () => {
  const written = (options: object) => {
    const { formats } = new Localisation(options);
    return [formats.money(-123_450), formats.decimal(123_456_789), formats.date('2026-11-03'), formats.decimalMark];
  };

  const cases: [object, string[]][] = [
    [{}, ['-$1,234.50', '1,234,567.89', 'Nov 3, 2026', '.']],
    [{ locale: 'es' }, ['-$1,234.50', '1,234,567.89', '3 nov 2026', '.']],
    [{ locale: 'es', formatLocale: 'es-CO' }, ['-US$ 1.234,50', '1.234.567,89', '3 nov 2026', ',']],
    [{ datePattern: 'MM/DD/YYYY' }, ['-$1,234.50', '1,234,567.89', '11/03/2026', '.']],
    [{ locale: 'tlh', formatLocale: 'not a locale' }, ['-$1,234.50', '1,234,567.89', 'Nov 3, 2026', '.']],
  ];
  for (const [options, expected] of cases) {
    it(`are written as ${expected.join(' ')} for ${JSON.stringify(options)}`, () => {
      assert.deepEqual(
        written(options).map((text) =>
          text
            .replace(/\u00a0/g, ' ')
            .replace(' de ', ' ')
            .replace(' de ', ' '),
        ),
        expected,
      );
    });
  }
});
