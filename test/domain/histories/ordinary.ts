import { dayAfter } from './clock.js';
import type { Wholesaler } from './wholesaler.js';

type Event = (seller: Wholesaler, day: string) => void;

/** What happens at a wholesaler's and looks odd, yet is in order: none of it is a difference. */
export const ORDINARY = {
  'customers pay equal amounts with one card for one invoice': (seller, day) => {
    const first = seller.sale(day);
    seller.bookAndSettle(first);
    for (let more = seller.dice.between(1, 3); more > 0; more--) seller.bookAndSettle(seller.twin(first));
  },

  'customers pay equal amounts with one card for several invoices': (seller, day) => {
    const first = seller.sale(day);
    seller.bookAndSettle(first);
    seller.bookAndSettle(seller.twin(first, { reference: 'INV-901' }));
  },

  'a customer pays the same amount for the same thing every day': (seller, day) => {
    const tie = seller.habits.hasReferences ? 'reference' : 'order-id';
    const first = seller.sale(day, { tie, reference: 'STANDING ORDER' });
    for (let ahead = 0; ahead < 4; ahead++) seller.bookAndSettle(seller.twin(first, { at: first.at + ahead * 1_440 }));
  },

  'a sale is charged back the same day': (seller, day) => {
    const sale = seller.knownSale(day, { tie: 'both-ids' });
    const back = seller.reversal('void', sale, day);
    seller.book(sale);
    seller.book(back, seller.dice.chance(50) ? { transactionId: undefined } : {});
    voidedAtProcessor(seller, sale, back);
  },

  'a sale is charged back and taken anew the same day': (seller, day) => {
    const sale = seller.knownSale(day, { tie: 'both-ids' });
    const back = seller.reversal('void', sale, day);
    seller.book(sale);
    seller.book(back);
    voidedAtProcessor(seller, sale, back);
    seller.bookAndSettle(seller.twin(sale, seller.dice.chance(50) ? { amountCents: sale.amountCents + 105 } : {}));
  },

  'a sale is refunded days later': (seller, day) => {
    const sale = seller.knownSale(dayAfter(day, -seller.dice.between(1, 9)), { tie: 'both-ids' });
    seller.bookAndSettle(sale);
    seller.bookAndSettle(seller.reversal('refund', sale, day));
  },

  'two equal parts of a sale are refunded on one day': (seller, day) => {
    const sale = seller.knownSale(dayAfter(day, -1), { tie: 'both-ids', feeCents: 0, tipCents: 0 });
    seller.bookAndSettle(sale);
    const part = { amountCents: -Math.floor(sale.amountCents / 3) };
    seller.bookAndSettle(seller.reversal('refund', sale, day, part));
    seller.bookAndSettle(seller.reversal('refund', sale, day, part));
  },

  'a refund made at the Virtual Terminal is booked by hand': (seller, day) => {
    const sale = seller.knownSale(dayAfter(day, -2), { tie: 'both-ids' });
    const back = seller.reversal('refund', sale, day, { tie: 'card' });
    seller.bookAndSettle(sale);
    seller.book(back, { kind: 'void', authorizationCode: undefined });
    seller.settle(back);
  },

  'a card is declined, then approved': (seller, day) => {
    const approved = seller.knownSale(day);
    const declined = seller.twin(approved);
    seller.book(declined, { state: 'declined', authorizationCode: undefined });
    seller.settle(declined, { state: 'declined', authorizationCode: undefined });
    seller.bookAndSettle(approved);
  },

  'a terminal declines a card, then approves it under the same order': (seller, day) => {
    const approved = seller.knownSale(day, { tie: 'order-id' });
    const declined = seller.twin(approved, { orderId: approved.orderId, at: approved.at - 1 });
    seller.settle(declined, { state: 'declined', authorizationCode: undefined });
    seller.bookAndSettle(approved);
  },

  'a card charged twice is given its money back at once': (seller, day) => {
    const sale = seller.knownSale(day);
    seller.bookAndSettle(sale);
    seller.settle(seller.twin(sale), { state: 'voided' });
  },

  'two transactions have ids that differ in leading zeros only': (seller, day) => {
    const first = seller.sale(day, { tie: 'transaction-id' });
    const other = seller.sale(day, { tie: 'transaction-id' });
    const transactionId = `7${String(seller.dice.under(1_000_000_000))}`;
    seller.bookAndSettle({ ...first, transactionId });
    seller.bookAndSettle({ ...other, transactionId: `00${transactionId}` });
  },
} as const satisfies Record<string, Event>;

/** A sale voided the same day stands in the report as voided, with or without its void, or not at all. */
function voidedAtProcessor(
  seller: Wholesaler,
  sale: Parameters<Wholesaler['settle']>[0],
  back: Parameters<Wholesaler['settle']>[0],
): void {
  const shown = seller.dice.under(3);
  if (shown > 0) seller.settle(sale, { state: 'voided' });
  if (shown > 1) seller.settle(back, { amountCents: 0, feeCents: 0, tipCents: 0 });
}
