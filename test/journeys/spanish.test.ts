import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { startDemo, type Demo } from '../../scripts/demo.js';
import { openDemoBooks, type DemoBooks } from '../../scripts/demo-books.js';
import { booksAgreeWithGateway, tabTo } from './given.js';

const CUSTOMER = '25';

describe('those who read Spanish, by keyboard alone', () => {
  let demo: Demo;
  let books: DemoBooks;
  before(async () => {
    demo = await startDemo();
    books = openDemoBooks(demo);
    await books.storeCard(CUSTOMER);
  });
  after(() => demo.stop());

  const press = async (page: Page, name: RegExp, key = 'Enter') => {
    await tabTo(page, name);
    await page.keyboard.press(key);
  };

  test('a cashier of one location receives a payment, adjusts it and closes the day before', async () => {
    const desk = `/?locale=es&role=Cashier&locations=one&customer=${CUSTOMER}`;
    const { page, context, faults } = await demo.open(desk);
    await page.getByRole('button', { name: 'Aplicar a la factura 1001' }).waitFor();
    await press(page, /^Aplicar a la factura 1001/, 'Space');
    await press(page, /^Pagar \$100/);
    await page.getByText('Pago aprobado').waitFor();

    await page.goto(`${demo.url}${desk}#payment-history`);
    await page.getByRole('row', { name: /100\.00.*Aprobado/ }).waitFor();
    await press(page, /^Ver detalles del pago/);
    await page.getByRole('button', { name: 'Ajustar' }).waitFor();
    await press(page, /^Ajustar$/);
    await page.getByText('Anular el pago').first().waitFor();
    await press(page, /^CB/);
    await page.getByText('Vuelve a la tarjeta').waitFor();
    await tabTo(page, /^Motivo/);
    await page.keyboard.type('Se cortó una caja');
    await press(page, /^Continuar$/);
    await page.getByText('Recorte ahora los pedidos').waitFor();
    await page.keyboard.press('Escape');
    await press(page, /^Continuar$/);
    await press(page, /^Pagar \$100/);
    await page.getByText('reemplazó al pago').waitFor();
    await booksAgreeWithGateway(demo.backend);

    await page.goto(`${demo.url}${desk}#close-the-day`);
    await page.getByRole('button', { name: 'Cerrar el día' }).waitFor();
    // The menu has an entry of the same name before it.
    await tabTo(page, /^Mes$/);
    await press(page, /^Cerrar el día$/);
    await page.getByRole('dialog').waitFor();
    await press(page, /^Cerrar el día$/);
    await page.getByText(/está cerrado: \$0\.00 a depositar/).waitFor();
    assert.deepEqual(faults, []);
    await context.close();
  });

  test('an administrator lets orders be paid, adds and deletes a terminal, and deletes a card', async () => {
    const { page, context, faults } = await demo.open('/?locale=es#settings');
    await page.getByText('Aquí se pueden cobrar tarjetas.').first().waitFor();
    await press(page, /^Permitir recibir el pago al confirmar/, 'Space');
    await page.getByText('Guardado.').first().waitFor();

    await page.goto(`${demo.url}/?locale=es#terminals`);
    const terminals = page.locator('komet-terminal-settings');
    await terminals.getByText('Aún no hay terminales en esta sede.').waitFor();
    await press(page, /^Agregar$/);
    await page.keyboard.type('Recepción');
    await press(page, /^Guardar$/);
    await terminals.getByText('Espera su clave').waitFor();
    await press(page, /^Eliminar Recepción$/);
    await press(page, /^Sí, eliminar$/);
    await terminals.getByText('Aún no hay terminales en esta sede.').waitFor();

    await page.goto(`${demo.url}/?locale=es#customer/${CUSTOMER}`);
    const vault = page.locator('komet-card-vault');
    await vault.getByText('•••• 1111').waitFor();
    await press(page, /^Eliminar Visa/);
    await press(page, /^Sí, eliminar$/);
    await vault.getByText('Aún no se guarda ninguna tarjeta').waitFor();
    assert.deepEqual(faults, []);
    await context.close();
  });
});
