import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { inflateRawSync } from 'node:zlib';
import { sql } from 'kysely';
import { chargeBack } from '../../proxy/operations/charge-back/charge-back.js';
import { writePaymentFile, type PaymentFileOrder } from '../../proxy/operations/payment-file/payment-file.js';
import { takePayment } from '../../proxy/operations/take-payment.js';
import { closeStore, givenBackend, givenRequest, newKey, type Backend } from './given.js';
import { refusedWith } from './refused.js';

after(closeStore);

const SHEET = 'xl/worksheets/sheet1.xml';

/** One payment of 100.00, its customer and note as told. */
async function givenPaid({ customer = 'Petal & Stem', notes = '' } = {}): Promise<Backend & { paymentId: string }> {
  const backend = await givenBackend();
  const request = await givenRequest(backend, { notes });
  const { payment } = await takePayment(backend.deps)(backend.actor(), { key: newKey(), request });
  const { db } = backend.deps.store;
  await sql`update payment set customer_name = ${customer} where company_id = ${backend.companyId}`.execute(db);
  return { ...backend, paymentId: payment.id };
}

async function fileOf(backend: Backend, order: Partial<PaymentFileOrder> = {}, actor = backend.actor()) {
  const file = await writePaymentFile(backend.deps)(actor, { filter: {}, format: 'csv', locale: 'en', ...order });
  return { ...file, bytes: Buffer.from(await new Response(file.body).arrayBuffer()) };
}

/** The lines below the headings. */
async function linesOf(backend: Backend, order: Partial<PaymentFileOrder> = {}, actor = backend.actor()) {
  const { bytes } = await fileOf(backend, order, actor);
  return bytes.toString().split('\r\n').slice(1, -1);
}

async function sheetOf(backend: Backend): Promise<string> {
  const { bytes } = await fileOf(backend, { format: 'xlsx' });
  return inflateRawSync(bytes.subarray(bytes.indexOf(SHEET) + SHEET.length)).toString();
}

describe('the payment history as a file', () => {
  test('begins with a mark for its accents and says whose it is in the language asked for', async () => {
    const backend = await givenPaid({ customer: 'Florería Ñandú' });
    const { bytes, name, type } = await fileOf(backend, {
      locale: 'es',
      filter: { from: '2026-11-01', to: '2026-11-30' },
    });
    assert.ok(bytes.toString().startsWith('\uFEFFControl #,Fecha,Cliente,Ubicación,'));
    assert.match(bytes.toString(), /,2026-11-20,Florería Ñandú,/);
    assert.deepEqual([name, type], ['payments_2026-11-01_2026-11-30.csv', 'text/csv; charset=utf-8']);
  });

  test('tells the time at the location, and its time zone', async () => {
    const [line] = await linesOf(await givenPaid());
    assert.match(line ?? '', /,2026-11-20 10:00,America\/New_York,/);
  });

  test('runs nothing that somebody wrote into a name or a note', async () => {
    for (const customer of ['=HYPERLINK("http://x")', '+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1']) {
      const [line] = await linesOf(await givenPaid({ customer, notes: '=cmd|1' }));
      const cell = /^\d+,2026-11-20,("(?:[^"]|"")*"|[^,]*),/.exec(line ?? '')?.[1] ?? '';
      assert.match(cell, /^"?'/, customer);
      assert.match(line ?? '', /,'=cmd\|1$/);
    }
  });

  test('keeps commas, quotes and line breaks within their cell', async () => {
    const { bytes } = await fileOf(await givenPaid({ customer: 'A, "B"\nC' }));
    assert.match(bytes.toString(), /,"A, ""B""\nC",/);
  });

  test('R-18: shows a charge back as a negative payment', async () => {
    const backend = await givenPaid();
    const request = { reason: 'wrong amount' };
    await chargeBack(backend.deps)(backend.actor(), { key: newKey(), paymentId: backend.paymentId, request });
    const [back, paid] = await linesOf(backend);
    assert.match(back ?? '', /,Charge Back,.*,-100\.00,-100\.00,/);
    assert.match(paid ?? '', /,Payment,.*,100\.00,100\.00,.*,Charged back,/);
  });

  test('gives a spreadsheet numbers, dates and text instead of formulas', async () => {
    const sheet = await sheetOf(await givenPaid({ customer: '=1+1 <b> & \u0001' }));
    assert.match(sheet, /<c s="2"><v>100\.00<\/v><\/c>/);
    assert.match(sheet, /<c s="3"><v>46346<\/v><\/c>/, '2026-11-20 as a day');
    assert.match(sheet, /<t xml:space="preserve">=1\+1 &lt;b> &amp; <\/t>/);
    assert.doesNotMatch(sheet, /<f>/);
    assert.ok(sheet.endsWith('</sheetData></worksheet>'));
  });

  test('holds nothing of other customers, locations or companies', async () => {
    const backend = await givenPaid();
    const buyer = backend.actor(['Customer'], { kind: 'portal', customerId: '100' });
    const elsewhere = backend.actor(['Cashier'], { locationIds: ['bogota'] });
    const stranger = backend.actor(['Administrator'], { companyId: 'another' });
    for (const actor of [buyer, elsewhere, stranger]) assert.deepEqual(await linesOf(backend, {}, actor), []);
    await assert.rejects(fileOf(backend, {}, backend.actor(['Setup'])), refusedWith('not-permitted'));
  });

  test('holds every one of 10,000 payments once, read in batches', async () => {
    const backend = await givenPaid();
    await multiply(backend, 9_999);
    let chunks = 0;
    const order = { filter: {}, format: 'csv', locale: 'en' } as const;
    const { body } = await writePaymentFile(backend.deps)(backend.actor(), order);
    const numbers = new Set<string>();
    const decoder = new TextDecoder();
    for await (const chunk of body) {
      chunks += 1;
      for (const line of decoder.decode(chunk).split('\r\n'))
        if (/^\d/.test(line)) numbers.add(line.split(',')[0] ?? '');
    }
    assert.equal(numbers.size, 10_000);
    assert.equal(chunks, 21, 'the headings and twenty batches');
  });

  test('stops reading when nobody wants the rest', async () => {
    const backend = await givenPaid();
    await multiply(backend, 2_000);
    const order = { filter: {}, format: 'csv', locale: 'en' } as const;
    const { body } = await writePaymentFile(backend.deps)(backend.actor(), order);
    const reader = body.getReader();
    await reader.read();
    await reader.cancel();
    assert.equal((await reader.read()).done, true);
  });
});

/** Copies of the one payment, all of the same instant and kept as credit. */
async function multiply({ deps, companyId }: Backend, copies: number): Promise<void> {
  await sql`
    insert into payment select (jsonb_populate_record(payment, jsonb_build_object(
      'id', payment.id || '-' || copy, 'idempotency_key', 'copy-' || copy, 'control_number', 100000 + copy,
      'applied_cents', 0, 'overpayment_cents', amount_cents))).*
    from payment, generate_series(1, ${sql.lit(copies)}) copy where company_id = ${companyId}`.execute(deps.store.db);
}
