import { readFlag, readText, type Body } from './fields.js';
import { Refusal } from './refusal.js';
import type { Transaction, TransactionType } from './state.js';
import type { Terminal, World } from './world.js';

export interface Candidate {
  type: TransactionType;
  amount: number;
  fingerprint: string;
}

/**
 * The earlier transaction that makes this one a duplicate. The caller then answers 200 with that one, as if it had
 * just happened: the gateway's polite lie.
 * @throws Refusal 402/045 when the terminal's rule prefers an error
 */
export function findDuplicate(
  world: World,
  terminal: Terminal,
  body: Body,
  wanted: Candidate,
): Transaction | undefined {
  return findByCheckField(world, terminal, body, wanted) ?? findByRule(world, terminal, body, wanted);
}

/** `check-field: "invoice"`: same invoice and amount, at this terminal or (check-field-mid) at the whole merchant. */
function findByCheckField(world: World, terminal: Terminal, body: Body, wanted: Candidate): Transaction | undefined {
  const invoice = readText(body, 'invoice');
  if (readText(body, 'check-field')?.toLowerCase() !== 'invoice' || invoice === undefined) return undefined;
  return earlier(world, terminal, readFlag(body, 'check-field-mid'), wanted).find(
    (transaction) => transaction.echo['invoice'] === invoice,
  );
}

function findByRule(world: World, terminal: Terminal, body: Body, wanted: Candidate): Transaction | undefined {
  const rule = terminal.config.duplicates;
  if (!rule.enabled) return undefined;
  const since = world.now() - rule['time-range-in-minutes'] * 60_000;
  const invoice = readText(body, 'invoice');
  const duplicate = earlier(world, terminal, rule['check-merchant-level'], wanted).find((transaction) => {
    const sameInvoice = invoice !== undefined && transaction.echo['invoice'] === invoice;
    const sameCard = transaction.card.fingerprint === wanted.fingerprint;
    if (transaction.at < since) return false;
    if (rule['use-invoice-instead-of-card']) return sameInvoice;
    return sameCard && (sameInvoice || !rule['include-invoice']);
  });
  if (duplicate && rule['if-duplicate-found-respond-with-error'])
    throw new Refusal(402, '045', 'Duplicate Transaction');
  return duplicate;
}

function earlier(world: World, terminal: Terminal, wholeMerchant: boolean, wanted: Candidate): Transaction[] {
  return world.ledger.transactions.filter(
    (transaction) =>
      transaction.approved &&
      !transaction.voided &&
      transaction.type === wanted.type &&
      transaction.amount === wanted.amount &&
      (wholeMerchant
        ? transaction.merchantId === terminal.merchant.merchantId
        : transaction.terminalId === terminal.terminalId),
  );
}
