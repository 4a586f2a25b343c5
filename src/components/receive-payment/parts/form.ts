import type { Method } from '../../../contract/payment.js';
import { reviewDraft } from '../../../domain/draft-review.js';
import { EMPTY_DRAFT, applyAll, type PaymentDraft } from '../../../domain/payment-draft.js';
import type { Account } from './account.js';
import type { FormFault } from './fault-list.js';

/** Everything a clerk has entered, but for the card. */
export interface Form {
  readonly draft: PaymentDraft;
  /** Texts that can't be read as amounts, by field. */
  readonly unreadable: ReadonlyMap<string, string>;
  /** `YYYY-MM-DD`; empty when the clerk has emptied it. */
  readonly date: string;
  readonly method: Method;
  readonly notes: string;
  readonly duplicateReason: string;
}

/** An empty form with the invoices that the page names picked in full. */
export function newForm({ items, today }: Account, invoiceIds: readonly string[] = []): Form {
  const wanted = items.invoices.filter((invoice) => invoiceIds.includes(invoice.id));
  const draft = applyAll(EMPTY_DRAFT, wanted, items.credits);
  return { draft, unreadable: new Map(), date: today, method: 'in-app', notes: '', duplicateReason: '' };
}

export function withText(form: Form, field: string, text: string): Form {
  const unreadable = new Map(form.unreadable);
  if (text) unreadable.set(field, text);
  else unreadable.delete(field);
  return { ...form, unreadable };
}

/** All that keeps a form from being paid, in the order of the screen. */
export function formFaults(form: Form, account: Account): FormFault[] {
  const unread = [...form.unreadable.keys()].map((field): FormFault => ({ kind: 'unreadable', field }));
  const date: FormFault[] =
    form.date === '' ? [{ kind: 'date-missing' }] : form.date > account.today ? [{ kind: 'date-in-future' }] : [];
  const draft = reviewDraft(form.draft, account.items, account.location?.feeRule).faults;
  return [...unread, ...draft, ...date];
}
