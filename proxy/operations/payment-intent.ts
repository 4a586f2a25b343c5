import type { FeeRule } from '../../src/contract/location.js';
import type { PaymentRequest } from '../../src/contract/payment.js';
import { feeCents } from '../../src/domain/fee.js';
import type { Actor, Deps } from '../deps.js';
import type { SaleSource } from '../gateway/port.js';
import type { KometCustomer, KometLocation } from '../komet/port.js';
import { brokenRule, ProblemError } from '../problem-error.js';
import type { CardRow } from './card-rows.js';
import { findUsableCard } from './card-rows.js';
import { dayIn } from './instants.js';
import type { AccountRow } from './account-row.js';
import { requireReadyAccount } from './merchant-accounts.js';
import { checkOrder } from './orders/check-order.js';
import { requireCardRight } from './settings/card-rights.js';
import { readFeeRule } from './settings/fee-rules.js';
import { requireReplaceable } from './replaced-payment.js';
import { notFound, requireCustomer, requireLocation, requirePermission } from './scope.js';

/** A request that was checked against everything but balances. */
export interface PaymentIntent {
  readonly request: PaymentRequest;
  readonly customer: KometCustomer;
  readonly location: KometLocation;
  readonly date: string;
  readonly feeCents: number;
  readonly feeKind?: FeeRule['kind'];
  /** Absent when credits cover everything and nothing is charged. */
  readonly charge?: { readonly account: AccountRow; readonly source: SaleSource; readonly card?: CardRow };
}

/** Checks who may pay for whom, where and how (rules ). */
export async function checkIntent(deps: Deps, actor: Actor, request: PaymentRequest): Promise<PaymentIntent> {
  requirePermission(actor, 'pay', ...(request.orderId ? (['pay:order'] as const) : []));
  const location = await requireLocation(deps, actor, request.locationId);
  const customer = await requireCustomer(deps, actor, request.customerId);
  await requireUsd(deps, actor, customer);
  if (!customer.active) throw brokenRule('customer-inactive', 'This customer is not active in Komet');
  await checkOrder(deps, actor, request);
  await requireReplaceable(deps, actor, request);
  checkDiscounts(actor, request);
  const date = checkDate(deps, actor, request, location);
  const fee = await checkFee(deps, actor, request);
  const charge = request.amountCents + fee.feeCents > 0 ? await checkSource(deps, actor, request) : undefined;
  return { request, customer, location, date, ...fee, ...(charge && { charge }) };
}

async function requireUsd(deps: Deps, actor: Actor, customer: KometCustomer): Promise<void> {
  const company = await deps.komet.readCompany(actor.companyId);
  if (company?.currency === 'USD' && customer.currency === 'USD') return;
  throw brokenRule('currency-not-usd', 'Cards are charged in USD only; the company and the customer must both use USD');
}

function checkDate(deps: Deps, actor: Actor, request: PaymentRequest, location: KometLocation): string {
  const today = dayIn(location.timeZone, deps.clock());
  const date = request.date ?? today;
  if (date > today) throw brokenRule('date-in-future', `A payment can't be dated after today, ${today}`);
  if (request.orderId && date !== today) throw brokenRule('date-not-today', `An order is paid today, ${today}`);
  if (!isReceiver(actor) && date !== today) throw brokenRule('date-locked', `This payment is dated today, ${today}`);
  return date;
}

/** Who receives payments on the company's behalf, and not a buyer or a salesperson. */
const isReceiver = (actor: Actor): boolean => actor.kind === 'staff' && actor.permissions.has('pay');

/** Nobody forgives a debt of their own or of their own customers, and an order is paid in full (rule R-5). */
function checkDiscounts(actor: Actor, { allocations, orderId }: PaymentRequest): void {
  if ((isReceiver(actor) && !orderId) || allocations.every((line) => !line.discountCents)) return;
  throw new ProblemError('not-permitted', {
    permission: 'pay',
    detail: 'Only who receives payments for the company may give a discount',
  });
}

type Fee = Pick<PaymentIntent, 'feeCents' | 'feeKind'>;

async function checkFee(deps: Deps, actor: Actor, request: PaymentRequest): Promise<Fee> {
  const rule = await readFeeRule(deps.store.db, actor.companyId, request.locationId);
  const fee = feeCents(rule, request.amountCents);
  if (fee === (request.feeCents ?? 0)) return { feeCents: fee, ...(rule && { feeKind: rule.kind }) };
  throw new ProblemError('fee-changed', { items: [{ id: 'fee', openCents: fee }] });
}

type Charge = NonNullable<PaymentIntent['charge']>;

async function checkSource(deps: Deps, actor: Actor, request: PaymentRequest): Promise<Charge> {
  const { source, method, locationId } = request;
  const place = { companyId: actor.companyId, locationId };
  const atTerminal = source !== undefined && 'terminalId' in source;
  if (!source || atTerminal !== (method === 'pos-terminal')) {
    throw brokenRule('method-not-fitting', 'Choose a card for an in-app payment, or a terminal for a terminal payment');
  }
  if (atTerminal) {
    const account = await requireReadyAccount(deps, { ...place, terminalId: source.terminalId });
    return { account, source: { kind: 'terminal' } };
  }
  const account = await requireReadyAccount(deps, place);
  if ('cardId' in source) return storedCardCharge(deps, actor, request.customerId, account, source.cardId);
  if (source.saveCard) await requireCardRight(deps.store.db, actor, 'card:save', locationId);
  const { cardToken: token, saveCard: storeCard = false, description } = source;
  return { account, source: { kind: 'card-token', token, storeCard, ...(description && { description }) } };
}

/** A stored card can be charged by the account it was stored with alone (rule R-29). */
async function storedCardCharge(
  deps: Deps,
  actor: Actor,
  customerId: string,
  account: AccountRow,
  cardId: string,
): Promise<Charge> {
  const card = await findUsableCard(deps.store.db, actor.companyId, cardId);
  if (card?.customer_id !== customerId || card.account_id !== account.id) throw notFound();
  const { vault_id: vaultId, expiry } = card;
  return { account, card, source: { kind: 'stored-card', vaultId, ...(expiry && { expiry }) } };
}
