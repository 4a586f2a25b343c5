import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { miamiCounterApiKey, strangerApiKey } from '../../simulator/demo-merchants.js';
import { givenGateway, visa, type Gateway, type Reply } from './given.js';

const idOf = (reply: Reply): string => reply.body.payload.transaction.id;
const codeOf = (reply: Reply) => [reply.status, reply.body.payload.error?.['result-code']];

function follow(gateway: Gateway, type: string, body: Record<string, unknown>, headers = {}) {
  return gateway.call('POST', '/rest/v2/transactions', { type, ...body }, headers);
}

async function rowOf(gateway: Gateway, id: string) {
  const { body } = await gateway.call('GET', `/rest/v2/transactions?id=${id}&level=merchant`);
  return body.payload.transactions.transaction[0];
}

describe('voiding', () => {
  it('takes an unsettled sale out of its batch, once', async () => {
    const gateway = givenGateway();
    const id = idOf(await gateway.sale('30.00'));
    const first = await follow(gateway, 'VOID', { id });
    assert.equal(first.body.payload.transaction['ref-id'], id);
    assert.equal((await rowOf(gateway, id)).voided, 'true');
    const batch = await gateway.call('GET', '/rest/v2/batches/open');
    assert.equal(batch.body.payload.batch['sales-total'], '0.00');
    assert.deepEqual(codeOf(await follow(gateway, 'VOID', { id })), [402, '024']);
  });

  it('is refused once the batch is closed', async () => {
    const gateway = givenGateway();
    const id = idOf(await gateway.sale('30.00'));
    await gateway.call('PUT', '/rest/v2/batches/open', {});
    assert.deepEqual(codeOf(await follow(gateway, 'VOID', { id })), [402, '011']);
  });

  it('reaches other terminals of the merchant but no other merchant', async () => {
    const gateway = givenGateway();
    const id = idOf(await gateway.sale('30.00'));
    assert.deepEqual(codeOf(await follow(gateway, 'VOID', { id }, { 'api-key': strangerApiKey })), [402, '027']);
    assert.equal((await follow(gateway, 'VOID', { id }, { 'api-key': miamiCounterApiKey })).status, 200);
  });

  it('needs an id', async () => {
    assert.deepEqual(codeOf(await follow(givenGateway(), 'VOID', {})), [400, '003']);
  });
});

describe('refunding', () => {
  it('gives back parts until nothing is left', async () => {
    const gateway = givenGateway();
    const id = idOf(await gateway.sale('30.00'));
    assert.equal((await follow(gateway, 'REFUND', { id, amount: '10.00' })).status, 200);
    assert.deepEqual(codeOf(await follow(gateway, 'REFUND', { id, amount: '20.01' })), [402, '025']);
    assert.equal((await follow(gateway, 'REFUND', { id, amount: '20.00' })).status, 200);
    const { body } = await gateway.call('GET', '/rest/v2/batches/open');
    assert.deepEqual([body.payload.batch['refund-total'], body.payload.batch['net-amount']], ['30.00', '0.00']);
  });

  it('joins the batch of the day it is made', async () => {
    const gateway = givenGateway();
    const id = idOf(await gateway.sale('30.00'));
    await gateway.call('PUT', '/rest/v2/batches/open', {});
    const refund = await follow(gateway, 'REFUND', { id, amount: '30.00' });
    assert.equal(refund.body.payload.transaction['batch-string-id'], '215');
  });

  it('is impossible after a void and for an unknown id', async () => {
    const gateway = givenGateway();
    const id = idOf(await gateway.sale('30.00'));
    await follow(gateway, 'VOID', { id });
    assert.deepEqual(codeOf(await follow(gateway, 'REFUND', { id, amount: '30.00' })), [402, '024']);
    assert.deepEqual(codeOf(await follow(gateway, 'REFUND', { id: '1', amount: '30.00' })), [402, '027']);
  });

  it('can be told to refuse unsettled sales', async () => {
    const gateway = givenGateway();
    await gateway.call('PUT', '/__sim/behaviour', { refundUnsettled: false });
    const id = idOf(await gateway.sale('30.00'));
    assert.deepEqual(codeOf(await follow(gateway, 'REFUND', { id, amount: '30.00' })), [402, '011']);
  });

  it('without an id is listed as unmatched', async () => {
    const gateway = givenGateway();
    const id = idOf(await follow(gateway, 'REFUND', { ...visa, amount: '5.00' }));
    assert.equal((await rowOf(gateway, id)).type, 'UNMATCHED REFUND');
  });
});

describe('authorizing and capturing', () => {
  it('leaves the authorization out of batches until it is captured', async () => {
    const gateway = givenGateway();
    const id = idOf(await follow(gateway, 'AUTH', { ...visa, amount: '50.00' }));
    assert.equal((await rowOf(gateway, id)).pending, 'true');
    assert.deepEqual(codeOf(await gateway.call('GET', '/rest/v2/batches/open')), [402, '040']);
    const capture = await follow(gateway, 'CAPTURE', { id, amount: '45.00' });
    assert.equal(capture.body.payload.transaction['ref-id'], id);
    assert.equal((await rowOf(gateway, id)).pending, 'false');
    assert.deepEqual(codeOf(await follow(gateway, 'CAPTURE', { id, amount: '45.00' })), [400, '011']);
  });

  it('marks a voided authorization as such', async () => {
    const gateway = givenGateway();
    const id = idOf(await follow(gateway, 'AUTH', { ...visa, amount: '50.00' }));
    await follow(gateway, 'VOID', { id });
    assert.equal((await rowOf(gateway, id))['voided-auth'], 'true');
  });

  it('books a forced sale under the code it is given', async () => {
    const gateway = givenGateway();
    const reply = await follow(gateway, 'FORCED SALE', { ...visa, amount: '9.00', 'authorization-code': 'ABC123' });
    assert.equal(reply.body.payload.transaction['authorization-code'], 'ABC123');
    assert.equal((await follow(gateway, 'FORCED SALE', { ...visa, amount: '9.00' })).status, 400);
  });

  it('counts an adjusted tip in the batch', async () => {
    const gateway = givenGateway();
    const id = idOf(await gateway.sale('20.00'));
    await gateway.call('PUT', `/rest/v2/transactions/${id}`, { 'tip-amount': '3.00' });
    const { body } = await gateway.call('GET', '/rest/v2/batches/open');
    assert.equal(body.payload.batch['sales-total'], '23.00');
  });
});

describe('the duplicate rule', () => {
  const rule = '/rest/v2/settings/transaction/duplicates';

  it('is off at first', async () => {
    const gateway = givenGateway();
    assert.notEqual(idOf(await gateway.sale('8.00')), idOf(await gateway.sale('8.00')));
  });

  it('answers 200 with the original as if it were new, inside its window only', async () => {
    const gateway = givenGateway();
    await gateway.call('PUT', rule, { enabled: 'true', 'time-range-in-minutes': 5 });
    const first = idOf(await gateway.sale('8.00'));
    const second = await gateway.sale('8.00', { 'order-id': 'another' });
    assert.deepEqual([second.status, idOf(second)], [200, first]);
    assert.equal(gateway.simulator.journal().at(-1)?.booked, false);
    gateway.pass(6 * 60_000);
    assert.notEqual(idOf(await gateway.sale('8.00')), first);
  });

  it('lets a voided payment be made again', async () => {
    const gateway = givenGateway();
    await gateway.call('PUT', rule, { enabled: true });
    const first = idOf(await gateway.sale('8.00'));
    await follow(gateway, 'VOID', { id: first });
    assert.notEqual(idOf(await gateway.sale('8.00')), first);
  });

  it('can answer with an error instead', async () => {
    const gateway = givenGateway();
    await gateway.call('PUT', rule, { enabled: true, 'if-duplicate-found-respond-with-error': true });
    await gateway.sale('8.00');
    assert.deepEqual(codeOf(await gateway.sale('8.00')), [402, '045']);
  });

  it('swallows an equal amount on one invoice when check-field asks for it', async () => {
    const gateway = givenGateway();
    const guarded = { invoice: 'INV-5', 'check-field': 'invoice' };
    const first = idOf(await gateway.sale('8.00', guarded));
    assert.equal(idOf(await gateway.sale('8.00', guarded)), first);
    assert.notEqual(idOf(await gateway.sale('9.00', guarded)), first);
    const elsewhere = { ...visa, type: 'SALE', amount: '8.00', ...guarded };
    const counter = { 'api-key': miamiCounterApiKey };
    const wide = await follow(gateway, 'SALE', { ...elsewhere, 'check-field-mid': true }, counter);
    assert.equal(idOf(wide), first);
    assert.notEqual(idOf(await follow(gateway, 'SALE', elsewhere, counter)), first);
  });
});
