/** Komet as the proxy sees it: customers, locations, invoices and credits are read, payments are posted. */
export interface Komet {
  readCompany(companyId: string): Promise<KometCompany | undefined>;
  listLocations(companyId: string): Promise<KometLocation[]>;
  searchCustomers(
    companyId: string,
    query: CustomerSearch,
  ): Promise<{ customers: KometCustomer[]; nextCursor?: string }>;
  readCustomer(companyId: string, customerId: string): Promise<KometCustomer | undefined>;
  /** Confirmed invoices of a customer with a balance, oldest ship date first. */
  listOpenInvoices(companyId: string, query: { customerId: string; locationId?: string }): Promise<KometInvoice[]>;
  /** The named invoices whatever their balance; unknown ids are left out. */
  readInvoices(companyId: string, invoiceIds: readonly string[]): Promise<KometInvoice[]>;
  listOpenCredits(companyId: string, query: { customerId: string; locationId?: string }): Promise<KometCredit[]>;
  readCredits(companyId: string, creditIds: readonly string[]): Promise<KometCredit[]>;
  /** The credit that an overpaid payment left, whatever its balance; undefined when there is none or Komet can't tell. */
  readOverpayment(companyId: string, paymentId: string): Promise<KometCredit | undefined>;
  /** An order is the record its invoice is made of by confirming it; the id stays. */
  readOrder(companyId: string, orderId: string): Promise<KometOrder | undefined>;
  /** Soonest ship date first. */
  listOrders(companyId: string, query: OrderSearch): Promise<KometOrder[]>;
  /** Whether `confirmOrder` can do anything here: an order that can't be confirmed afterwards must not be paid first. */
  readonly confirmsOrders: boolean;
  /** Makes an order its customer's invoice. Repeating it with the same `key` changes nothing and answers the same. */
  confirmOrder(companyId: string, orderId: string, options: { key: string }): Promise<ConfirmationOutcome>;
  /**
   * The card payments and reversals that stand in the books on some days of a location, cancelled ones left out; undefined where Komet
   * can't tell.
   */
  listPayments(companyId: string, query: BookedQuery): Promise<KometPayment[] | undefined>;
  /** The same with one check reference, on whatever day and at whatever location. */
  findPayments(companyId: string, reference: string): Promise<KometPayment[]>;
  /** Books a payment or its reversal. Repeating one with the same `key` changes nothing and answers the same. */
  post(companyId: string, posting: Posting): Promise<PostingOutcome>;
}

export interface KometCompany {
  id: string;
  name: string;
  currency: string;
}

export interface KometLocation {
  id: string;
  name: string;
  code: string;
  timeZone: string;
}

export interface CustomerSearch {
  search?: string;
  /** Limits the answer to these customers. */
  onlyIds?: readonly string[];
  limit: number;
  cursor?: string;
}

export interface KometCustomer {
  id: string;
  code: string;
  name: string;
  active: boolean;
  currency: string;
  terms?: string;
  email?: string;
  mainLocationId?: string;
  city?: string;
  state?: string;
  openBalanceCents?: number;
  openCreditCents?: number;
}

export interface KometInvoice {
  id: string;
  number: string;
  customerId: string;
  locationId: string;
  status: 'pending' | 'confirmed' | 'draft' | 'voided';
  shipDate: string;
  dueDate?: string;
  customerPo?: string;
  totalCents: number;
  balanceCents: number;
}

/** What was ordered; pending until it is confirmed. */
export type KometOrder = KometInvoice;

export interface OrderSearch {
  locationId?: string;
  customerId?: string;
  status?: KometOrder['status'];
  limit: number;
}

export interface KometCredit {
  id: string;
  number: string;
  customerId: string;
  locationId: string;
  kind: 'customer-credit' | 'overpayment' | 'transfer' | 'balance-adjustment';
  date: string;
  amountCents: number;
  balanceCents: number;
  sourcePaymentId?: string;
  reason?: string;
}

/** Days are `YYYY-MM-DD`, both included. */
export interface BookedQuery {
  locationId: string;
  from: string;
  to: string;
}

/** A card payment as Komet's books have it, whoever entered it. */
export interface KometPayment {
  id: string;
  /** The key of the posting it came from, where the books tell it. */
  key?: string;
  controlNumber?: number;
  customerName?: string;
  locationId: string;
  date: string;
  /** Negative for a reversal. Without the card fee, which is not the customer's debt. */
  amountCents: number;
  /** The check reference: the processor's transaction number, or what somebody typed. */
  reference?: string;
}

/** One entry for Komet's books. Amounts are positive; `concept` tells the direction. A refund gives credits back to the card. */
export interface Posting {
  /** The id of the payment or reversal in the proxy; the key of the entry. */
  key: string;
  concept: 'payment' | 'charge-back' | 'refund';
  /** For a charge back: the key of the payment that is taken back. */
  reversalOfKey?: string;
  controlNumber: number;
  customerId: string;
  locationId: string;
  method: 'in-app' | 'pos-terminal';
  /** `YYYY-MM-DD` in the location's time zone. */
  date: string;
  amountCents: number;
  feeCents: number;
  overpaymentCents: number;
  reference: string;
  notes?: string;
  allocations: { invoiceId: string; invoiceNumber: string; amountCents: number; discountCents: number }[];
  credits: { creditId: string; amountCents: number }[];
}

export type PostingOutcome =
  | { kind: 'posted' }
  /** Komet could not be reached or was busy; the outbox tries again. */
  | { kind: 'retry'; message: string }
  /** Komet refuses the entry for good; a person has to look. */
  | { kind: 'refused'; message: string };

export type ConfirmationOutcome =
  | { kind: 'confirmed' }
  /** Komet could not be reached or was busy; it is tried again under the same key. */
  | { kind: 'retry'; message: string }
  /** Komet refuses to confirm this order, e.g. because it was voided; a person has to look. */
  | { kind: 'refused'; message: string };
