import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bogotaApiKey, strangerApiKey } from '../../simulator/demo-merchants.js';
import { givenGateway, visa, type Gateway } from './given.js';

async function givenToken(gateway: Gateway): Promise<string> {
  const reply = await gateway.call('POST', '/rest/v2/tokens', { ...visa, 'card-type': 'VISA', description: 'Office' });
  return reply.body.payload.tokenResponse['token-id'];
}

describe('the vault', () => {
  it('changes only description, status and customer key', async () => {
    const gateway = givenGateway();
    const path = `/rest/v2/tokens/${await givenToken(gateway)}`;
    await gateway.call('PUT', path, { description: 'Shop', status: 'INACTIVE', 'exp-date': '0130' });
    const { tokenResponse } = (await gateway.call('GET', path)).body.payload;
    assert.deepEqual(
      [tokenResponse.description, tokenResponse.status, tokenResponse['exp-date']],
      ['Shop', 'Inactive', '1229'],
    );
  });

  it('charges no inactive and no deleted card', async () => {
    const gateway = givenGateway();
    const card = await givenToken(gateway);
    const charge = () => gateway.call('POST', '/rest/v2/transactions/sale', { card, amount: '5.00' });
    await gateway.call('PUT', `/rest/v2/tokens/${card}`, { status: 'INACTIVE' });
    assert.equal((await charge()).status, 402);
    const deleted = await gateway.call('DELETE', `/rest/v2/tokens/${card}`);
    assert.deepEqual(deleted.body.payload.token, { 'token-id': card, description: 'Token deleted' });
    assert.equal((await charge()).status, 404);
  });

  it('is shared by related merchants and by no other', async () => {
    const gateway = givenGateway();
    const path = `/rest/v2/tokens/${await givenToken(gateway)}`;
    assert.equal((await gateway.call('GET', path, undefined, { 'api-key': bogotaApiKey })).status, 200);
    assert.equal((await gateway.call('GET', path, undefined, { 'api-key': strangerApiKey })).status, 404);
    const list = await gateway.call('GET', '/rest/v2/tokens', undefined, { 'api-key': strangerApiKey });
    assert.deepEqual(list.body.payload.tokens.token, []);
  });

  it('keeps no card number', async () => {
    const gateway = givenGateway();
    await givenToken(gateway);
    await gateway.cardJwt();
    await gateway.sale('12.00');
    const memory = JSON.stringify([gateway.simulator.ledger, gateway.simulator.journal()]);
    assert.doesNotMatch(memory, /4111111111111111|"999"/);
  });
});

describe('settings', () => {
  it('tell a key which terminal it belongs to', async () => {
    const { body } = await givenGateway().call('GET', '/rest/v2/settings/terminal');
    const settings = body.payload['terminal-settings'];
    assert.deepEqual([body.status, body.payload.payloadType], ['SUCCESS', 'terminal-settings']);
    assert.deepEqual([settings['merchant-id'], settings['terminal-id']], ['000000101202', '10018001']);
  });

  it('give the public key of the card form', async () => {
    const { body } = await givenGateway().call('GET', '/rest/v2/settings/terminal/hpp');
    assert.match(
      body.payload['hpp-settings']['hpp-public-key'],
      /^307a301406072a8648ce3d020106092b240303020801010c03620004[0-9a-f]{192}$/,
    );
  });

  it('undo an approved sale whose address or code the merchant does not accept', async () => {
    const gateway = givenGateway();
    await gateway.call('PUT', '/rest/v2/settings/terminal/avs', { enabled: 'true' });
    const refused = await gateway.sale('10.00', { billing: { zip: '11111' } });
    assert.deepEqual([refused.status, refused.body.payload.error['result-code']], [402, '046']);
    assert.equal((await gateway.sale('10.00', { billing: { zip: '85284', street: '1 Main' } })).status, 200);
    await gateway.call('PUT', '/rest/v2/settings/terminal/csc', { enabled: 'true' });
    assert.equal((await gateway.sale('10.00', { csc: '000' })).body.payload.error['result-code'], '047');
    assert.equal((await gateway.call('GET', '/rest/v2/batches/open')).body.payload.batch['sales-total'], '10.00');
  });

  it('refuse a card form with a key nobody has', async () => {
    const reply = await givenGateway().call('POST', '/rest/v2/mobilejwt/manual', visa, { 'public-key': 'abc' });
    assert.equal(reply.status, 401);
  });
});
