import type { Receipt, ReceiptMail } from '../../../src/contract/receipt.js';
import type { Actor, Deps } from '../../deps.js';
import { ProblemError } from '../../problem-error.js';
import { once } from '../idempotency.js';
import { queueMail } from '../mail/queue-mail.js';
import { sendMail } from '../mail/send-mails.js';
import { readPayment } from '../read-payment.js';
import { notFound } from '../scope.js';
import { receiptMessage } from './receipt-message.js';

/** What the receipt of a payment says: of approved payments and of their reversals (Komet's `Save & Print`). */
export function readReceipt(deps: Deps) {
  return async (actor: Actor, paymentId: string): Promise<Receipt> => {
    const payment = await readPayment(deps)(actor, paymentId);
    if (payment.controlNumber === undefined) throw notFound();
    const company = await deps.komet.readCompany(actor.companyId);
    const locations = await deps.komet.listLocations(actor.companyId);
    const customer = await deps.komet.readCustomer(actor.companyId, payment.customerId);
    return {
      payment,
      companyName: company?.name ?? '',
      locationName: locations.find(({ id }) => id === payment.locationId)?.name ?? '',
      ...(customer?.email && { customerEmail: customer.email }),
    };
  };
}

interface MailOrder {
  readonly key: string;
  readonly paymentId: string;
  readonly mail: ReceiptMail;
}

/** Sends a receipt once per key. A buyer may send it to any address of their own: it holds no more than they see. */
export function mailReceipt(deps: Deps) {
  return async (actor: Actor, { key, paymentId, mail }: MailOrder): Promise<{ mailId: string; replayed: boolean }> => {
    if (!deps.mailer) throw new ProblemError('mail-not-configured');
    const receipt = await readReceipt(deps)(actor, paymentId);
    const request = { operation: 'mail-receipt', key, body: { paymentId, ...mail } };
    const { value: mailId, replayed } = await once(deps)(actor, request, (tx) =>
      queueMail(deps, tx, {
        companyId: actor.companyId,
        entityId: paymentId,
        message: { to: mail.email, fromName: receipt.companyName, ...receiptMessage(receipt, mail.locale ?? 'en') },
      }),
    );
    if (!replayed) await sendMail(deps, actor.companyId, mailId);
    return { mailId, replayed };
  };
}
