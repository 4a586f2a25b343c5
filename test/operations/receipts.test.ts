import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { mailReceipt, readReceipt } from '../../proxy/operations/receipts/receipts.js';
import { takePayment } from '../../proxy/operations/take-payment.js';
import { closeStore, givenBackend, givenRequest, newKey, type Backend } from './given.js';
import { refusedWith } from './refused.js';

after(closeStore);

async function givenPaid(): Promise<Backend & { paymentId: string }> {
  const backend = await givenBackend();
  const request = await givenRequest(backend, {
    allocations: [{ invoiceId: 'inv-1001', amountCents: 10_000 }],
    amountCents: 10_000,
  });
  const { payment } = await takePayment(backend.deps)(backend.actor(), { key: newKey(), request });
  return { ...backend, paymentId: payment.id };
}

describe('a receipt', () => {
  test('names the company, the location and where the customer gets mail', async () => {
    const backend = await givenPaid();
    const receipt = await readReceipt(backend.deps)(backend.actor(), backend.paymentId);
    assert.equal(receipt.payment.totalCents, 10_000);
    assert.equal(receipt.locationName, 'Miami');
    assert.match(receipt.customerEmail ?? '', /@/);
  });

  test('is nothing for who may not see its payment', async () => {
    const backend = await givenPaid();
    const buyer = backend.actor(['Customer'], { kind: 'portal', customerId: '100' });
    await assert.rejects(readReceipt(backend.deps)(buyer, backend.paymentId), refusedWith('not-found'));
    const mail = { email: 'ana@shop.example' };
    const order = { key: newKey(), paymentId: backend.paymentId, mail };
    await assert.rejects(mailReceipt(backend.deps)(buyer, order), refusedWith('not-found'));
    assert.equal(backend.mails.length, 0);
  });

  test('is sent once per key, in the language asked for, with no more of the card than four digits', async () => {
    const backend = await givenPaid();
    const order = {
      key: newKey(),
      paymentId: backend.paymentId,
      mail: { email: 'ana@shop.example', locale: 'es' },
    } as const;
    const first = await mailReceipt(backend.deps)(backend.actor(), order);
    const second = await mailReceipt(backend.deps)(backend.actor(), order);
    assert.equal(second.mailId, first.mailId);
    assert.equal(second.replayed, true);
    assert.equal(backend.mails.length, 1);
    const mail = backend.mails[0]!;
    assert.equal(mail.to, 'ana@shop.example');
    assert.match(mail.subject, /Recibo de su pago/);
    for (const body of [mail.text, mail.html]) {
      assert.match(body, /\$100\.00/);
      assert.match(body, /1111/);
      assert.doesNotMatch(body, /\d{12,}/);
    }
  });

  test('says so where no mail server is set up', async () => {
    const backend = await givenPaid();
    const order = { key: newKey(), paymentId: backend.paymentId, mail: { email: 'ana@shop.example' } };
    const silent = backend.with({ mailer: undefined });
    await assert.rejects(mailReceipt(silent)(backend.actor(), order), refusedWith('mail-not-configured'));
  });
});
