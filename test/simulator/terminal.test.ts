import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { miamiCounterApiKey } from '../../simulator/demo-merchants.js';
import { givenGateway, software, type Gateway, type Reply } from './given.js';

const counter = { 'api-key': miamiCounterApiKey };
const pay = (gateway: Gateway, extra = {}, headers: Record<string, string> = counter): Promise<Reply> =>
  gateway.call('POST', '/rest/v2/terminal/transactions/sale', { amount: '75.00', ...software, ...extra }, headers);
const respond = (gateway: Gateway, body: object) =>
  gateway.call('POST', '/__sim/terminals/miami-counter/respond', body);

/** A sale that waits at the reader. */
async function givenPrompt(gateway: Gateway): Promise<{ sale: Promise<Reply> }> {
  await gateway.call('PUT', '/__sim/terminals/miami-counter', { interactive: true });
  const sale = pay(gateway);
  const waiting = async () =>
    (await gateway.call('GET', '/__sim/terminals')).body.find(({ key }: { key: string }) => key === 'miami-counter')
      .waiting;
  while (!(await waiting())) await Promise.resolve();
  return { sale };
}

describe('a card reader', () => {
  it('approves by itself and gives the token that is asked for', async () => {
    const { body } = await pay(givenGateway(), { 'create-token': true });
    assert.equal(body.payload.transaction.result, 'APPROVED');
    assert.equal(body.links[1].rel, 'token');
  });

  it('may leave the token out of an approved sale', async () => {
    const gateway = givenGateway();
    gateway.simulator.faults.add({ kind: 'missing-token' });
    const { body } = await pay(gateway, { 'create-token': true });
    assert.equal(body.payload.transaction.result, 'APPROVED');
    assert.deepEqual(
      body.links.map(({ rel }: { rel: string }) => rel),
      ['transaction'],
    );
  });

  it('takes a card without charging it', async () => {
    const reply = await givenGateway().call('POST', '/rest/v2/terminal/transactions/token-only', software, counter);
    assert.equal(reply.body.payload.payloadType, 'token');
  });

  it('is missing where the key has none, and when it is offline', async () => {
    const gateway = givenGateway();
    assert.equal((await pay(gateway, {}, {})).body.payload.error['result-code'], '001');
    gateway.simulator.faults.add({ kind: 'terminal-offline', match: { terminalId: '10018002' } });
    assert.deepEqual([(await pay(gateway)).status, (await pay(gateway)).status], [400, 200]);
  });

  it('insists on the software type', async () => {
    assert.equal((await pay(givenGateway(), { 'software-type': undefined })).status, 400);
  });

  it('waits until somebody answers, and is busy meanwhile', async () => {
    const gateway = givenGateway();
    const { sale } = await givenPrompt(gateway);
    assert.equal((await pay(gateway)).body.payload.error['error-message'], 'Terminal is busy');
    await respond(gateway, { action: 'approve', card: '371449635392376' });
    assert.equal((await sale).body.payload.transaction['card-type'], 'AMEX');
    assert.equal((await respond(gateway, { action: 'approve' })).status, 409);
  });

  it('declines and cancels when told', async () => {
    const declining = givenGateway();
    const { sale: declined } = await givenPrompt(declining);
    await respond(declining, { action: 'decline' });
    assert.equal((await declined).body.payload.transaction.result, 'DECLINED');
    const cancelling = givenGateway();
    const { sale: cancelled } = await givenPrompt(cancelling);
    await respond(cancelling, { action: 'cancel' });
    assert.equal((await cancelled).status, 402);
    assert.equal(cancelling.simulator.ledger.transactions.length, 0);
  });
});
