import { dayAfter } from './clock.js';
import { FAULTS, keyedAtVirtualTerminal, neverSent, postingLost, told, type Fault } from './faults.js';

/** Faults so close to each other or to something in order, in amount and card, that one may be taken for the other. */
export const NEAR_FAULTS = {
  'a payment without a charge and a lost posting are alike': (seller, day) => {
    const sale = seller.knownSale(day);
    neverSent(seller, sale);
    postingLost(seller, seller.twin(sale, { reference: 'INV-902', tie: 'both-ids' }));
  },

  'a lost posting is like a payment that is in order, for another invoice': (seller, day) => {
    if (!seller.habits.hasReferences) return;
    const sale = seller.knownSale(day, { tie: 'both-ids' });
    seller.bookAndSettle(sale);
    postingLost(seller, seller.twin(sale, { reference: 'INV-903' }));
  },

  'a card is charged three times': (seller, day) => {
    const sale = seller.knownSale(day);
    seller.bookAndSettle(sale);
    for (const again of [seller.settle(seller.twin(sale)), seller.settle(seller.twin(sale))]) {
      told(seller, 'duplicate', 'charged-twice', [], [again]);
    }
  },

  'of equal payments of one invoice one is declined and booked': (seller, day) => {
    const sale = seller.knownSale(day);
    seller.bookAndSettle(sale);
    const other = seller.twin(sale);
    const declined = seller.settle(other, { state: 'declined', authorizationCode: undefined });
    told(seller, 'declined-but-booked', 'declined-at-processor', [seller.book(other)], [declined]);
    seller.bookAndSettle(seller.twin(sale));
  },

  'of equal payments of one invoice one is voided at the processor only': (seller, day) => {
    const sale = seller.knownSale(day);
    seller.bookAndSettle(sale);
    const other = seller.twin(sale);
    const voided = seller.settle(other, { state: 'voided' });
    told(seller, 'missing-at-processor', 'voided-at-processor', [seller.book(other)], [voided]);
    seller.bookAndSettle(seller.twin(sale));
  },

  'two amounts are exchanged': (seller, day) => {
    const one = seller.knownSale(day, { tipCents: 0, feeCents: 0 });
    const other = seller.twin(one, { amountCents: one.amountCents + 1 });
    const first = seller.book(one, { amountCents: other.amountCents });
    const second = seller.book(other, { amountCents: one.amountCents });
    told(seller, 'amount', 'amount-edited', [first], [seller.settle(one)]);
    told(seller, 'amount', 'amount-edited', [second], [seller.settle(other)]);
  },

  'a sale is edited to the amount of another whose posting is lost': (seller, day) => {
    const one = seller.knownSale(day, { tipCents: 0, feeCents: 0, tie: 'both-ids' });
    const other = seller.twin(one, { amountCents: one.amountCents + 700, reference: 'INV-904' });
    const booked = seller.book(one, { amountCents: other.amountCents });
    told(seller, 'amount', 'amount-edited', [booked], [seller.settle(one)]);
    postingLost(seller, other);
  },

  'a sale is charged back and keyed anew at the Virtual Terminal': (seller, day) => {
    const sale = seller.knownSale(day, { tie: 'both-ids' });
    seller.book(sale);
    seller.book(seller.reversal('void', sale, day), { transactionId: undefined });
    seller.settle(sale, { state: 'voided' });
    keyedAtVirtualTerminal(seller, seller.twin(sale));
  },

  'a declined card is booked as paid and the sale keyed at the Virtual Terminal': (seller, day) => {
    const sale = seller.knownSale(day);
    const declined = seller.settle(sale, { state: 'declined', authorizationCode: undefined });
    told(seller, 'declined-but-booked', 'declined-at-processor', [seller.book(sale)], [declined]);
    keyedAtVirtualTerminal(seller, seller.twin(sale));
  },

  'one sale is refunded in the books and a like one at the processor': (seller, day) => {
    const one = seller.knownSale(dayAfter(day, -2), { tie: 'both-ids' });
    const other = seller.twin(one);
    seller.bookAndSettle(one);
    seller.bookAndSettle(other);
    const booked = seller.book(seller.reversal('refund', one, day), { transactionId: undefined });
    const made = seller.settle(seller.reversal('refund', other, day, { tie: 'transaction-id' }));
    told(seller, 'missing-at-processor', 'reversal-not-at-processor', [booked], []);
    told(seller, 'missing-in-komet', 'reversal-not-in-komet', [], [made]);
  },

  'a part of a sale is refunded once in Komet and twice at the processor': (seller, day) => {
    const sale = seller.knownSale(dayAfter(day, -1), { tie: 'both-ids' });
    const part = { amountCents: -Math.floor(sale.amountCents / 3), feeCents: 0, tipCents: 0 };
    seller.bookAndSettle(sale);
    seller.bookAndSettle(seller.reversal('refund', sale, day, part));
    const again = seller.settle(seller.reversal('refund', sale, day, { ...part, tie: 'transaction-id' }));
    told(seller, 'missing-in-komet', 'reversal-not-in-komet', [], [again]);
  },

  'two like sales are settled late and one early': (seller, day) => {
    for (let times = 2; times > 0; times--) FAULTS['a sale is made after the cut-off'](seller, day);
    FAULTS['a sale is made after midnight and before the cut-off'](seller, day);
  },

  'a sale is settled late and a like one is keyed at the Virtual Terminal': (seller, day) => {
    const sale = seller.knownSale(day);
    const before = seller.processor.length;
    FAULTS['a sale is made after the cut-off'](seller, day);
    const { amountCents, last4 = '', locationId } = seller.processor[before] ?? sale;
    keyedAtVirtualTerminal(seller, { ...sale, amountCents, last4, locationId, feeCents: 0, tipCents: 0 });
  },
} as const satisfies Record<string, Fault>;
