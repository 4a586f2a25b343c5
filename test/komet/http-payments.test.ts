import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { listInvoices } from '../../proxy/operations/open-items.js';
import { deliverDue } from '../../proxy/operations/outbox.js';
import { readPayment } from '../../proxy/operations/read-payment.js';
import { takePayment } from '../../proxy/operations/take-payment.js';
import { closeStore, givenBackend, givenRequest, newKey } from '../operations/given.js';
import { givenKometApi, invoiceRow, type KometApi } from './komet-api.js';

after(closeStore);

interface Created {
  readonly referenceNumber: string;
  readonly invoices: readonly { readonly amount: number }[];
}

/** A proxy whose books are in Komet: one invoice of 100.00, whose balance falls with every payment created. */
async function givenCompanyInKomet() {
  const backend = await givenBackend();
  const company = { id: backend.companyId, name: 'Alameda Blooms', currency: 'USD' };
  const api = givenKometApi({ company, clock: backend.deps.clock });
  const created = (): Created[] =>
    api.asked.filter(({ method }) => method === 'payment.create').map(({ parameters }) => parameters as never);
  api.answer('location.list', { status: 1, locations: [{ id: 'miami', name: 'Miami', code: 'MIA' }] });
  api.answer('invoice.list', () => {
    const paid = created().reduce((sum, { invoices }) => sum + (invoices[0]?.amount ?? 0), 0);
    return { status: '1', invoices: [invoiceRow({ locationId: 'miami', balance: (100 - paid).toFixed(3) })] };
  });
  api.answer('payment.list', () => ({
    status: 1,
    payments: created().map(({ referenceNumber: checkReference }, id) => ({ id, checkReference })),
  }));
  return { backend, deps: backend.with({ komet: api.komet }), api, created };
}

async function payForty({ backend, deps }: Awaited<ReturnType<typeof givenCompanyInKomet>>) {
  const allocations = [{ invoiceId: '5001', amountCents: 4_000 }];
  const request = await givenRequest(backend, { allocations, amountCents: 4_000 });
  return takePayment(deps)(backend.actor(), { key: newKey(), request });
}

const loseAnswers = (api: KometApi): void => api.answer('payment.create', new Error('socket hang up'));

describe('a payment of a company whose books are in Komet', () => {
  test('is booked there at once, by its transaction number', async () => {
    const given = await givenCompanyInKomet();
    const { status, payment } = await payForty(given);
    assert.deepEqual([status, payment.posting], [201, 'posted']);
    assert.deepEqual(
      given.created().map(({ referenceNumber }) => referenceNumber),
      [payment.transactionId],
    );
  });

  test('is approved while Komet is silent, booked there once when it speaks again, and never open twice', async () => {
    const given = await givenCompanyInKomet();
    const { backend, deps, api, created } = given;
    loseAnswers(api);
    const { status, payment } = await payForty(given);
    assert.deepEqual([status, payment.posting], [201, 'pending']);
    backend.passTime(10_000);
    await deliverDue(deps);
    assert.equal((await readPayment(deps)(backend.actor(), payment.id)).posting, 'posted');
    assert.equal(created().length, 1);
    const { invoices } = await listInvoices(deps)(backend.actor(), { customerId: '25' });
    assert.deepEqual(
      invoices.map(({ openCents }) => openCents),
      [6_000],
    );
  });
});
