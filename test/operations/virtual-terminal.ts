import assert from 'node:assert/strict';
import { miamiApiKey } from '../../simulator/demo-merchants.js';
import { openAccountById } from '../../proxy/operations/merchant-accounts.js';
import { newKey, type Backend } from './given.js';

/** What people do at the processor's own screen, behind Komet's back. Amounts in cents; each answers with the transaction's number. */
export interface VirtualTerminal {
  sale(amountCents: number): Promise<string>;
  void(transactionId: string): Promise<string>;
  refund(transactionId: string, amountCents: number): Promise<string>;
  /** Sets the tip of a sale whose batch is open. */
  tip(transactionId: string, cents: number): Promise<void>;
}

export async function virtualTerminal({ deps, companyId, simulator, cardToken }: Backend): Promise<VirtualTerminal> {
  const { gateway } = deps;
  const account = await openAccountById(deps, companyId, 'miami');
  const done = (outcome: Awaited<ReturnType<typeof gateway.sale>>): string => {
    assert.equal(outcome.kind, 'approved');
    return outcome.transaction.id;
  };
  const reversal = (transactionId: string, amountCents = 0) => ({
    orderId: `vt-${newKey()}`,
    transactionId,
    amountCents,
  });
  return {
    sale: async (amountCents) => {
      const source = { kind: 'card-token', token: await cardToken(), storeCard: false } as const;
      const orderId = `vt-${newKey()}`;
      return done(
        await gateway.sale(account, { orderId, amountCents, feeCents: 0, source, invoiceText: '', customerId: '25' }),
      );
    },
    void: async (transactionId) => done(await gateway.void(account, reversal(transactionId))),
    refund: async (transactionId, cents) => done(await gateway.refund(account, reversal(transactionId, cents))),
    tip: async (transactionId, cents) => {
      const headers = { 'api-key': miamiApiKey, 'content-type': 'application/json' };
      const body = JSON.stringify({
        'tip-amount': (cents / 100).toFixed(2),
        'software-type': 'vt',
        'software-type-version': '1',
      });
      const url = `http://gateway.test/rest/v2/transactions/${transactionId}`;
      const { status } = await simulator.fetch(new Request(url, { method: 'PUT', headers, body }));
      assert.equal(status, 200);
    },
  };
}
