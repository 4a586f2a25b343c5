import type { Receipt } from '../../../src/contract/receipt.js';

const TEXTS = {
  en: {
    payment: 'Receipt for your payment',
    reversal: 'Your payment was taken back',
    number: 'Control #',
    date: 'Date',
    customer: 'Customer',
    location: 'Location',
    card: 'Card',
    authorization: 'Authorization',
    transaction: 'Transaction #',
    invoice: 'Invoice',
    credits: 'Open credits used',
    fee: 'Fee',
    overpayment: 'Kept as open credit',
    total: 'Total',
  },
  es: {
    payment: 'Recibo de su pago',
    reversal: 'Su pago fue devuelto',
    number: 'Control n.º',
    date: 'Fecha',
    customer: 'Cliente',
    location: 'Sucursal',
    card: 'Tarjeta',
    authorization: 'Autorización',
    transaction: 'N.º de transacción',
    invoice: 'Factura',
    credits: 'Créditos abiertos usados',
    fee: 'Cargo',
    overpayment: 'Queda como crédito abierto',
    total: 'Total',
  },
} as const;

type Words = Record<keyof (typeof TEXTS)['en'], string>;

/** The receipt as a mail, in text and in HTML that say the same. */
export function receiptMessage(receipt: Receipt, locale: 'en' | 'es'): { subject: string; text: string; html: string } {
  const words = TEXTS[locale];
  const title = receipt.payment.concept === 'payment' ? words.payment : words.reversal;
  const rows = rowsOf(receipt, words);
  const subject = `${receipt.companyName}: ${title} (${String(receipt.payment.controlNumber)})`;
  const text = [title, '', ...rows.map(([name, value]) => `${name}: ${value}`), '', receipt.companyName].join('\n');
  const cells = rows.map(
    ([name, value]) => `<tr><td>${escaped(name)}</td><td align="right">${escaped(value)}</td></tr>`,
  );
  const html = `<h1>${escaped(title)}</h1><table cellpadding="4">${cells.join('')}</table><p>${escaped(receipt.companyName)}</p>`;
  return { subject: subject.replaceAll(/[\r\n]+/g, ' '), text, html };
}

function rowsOf({ payment, locationName }: Receipt, words: Words): (readonly [string, string])[] {
  const { card, allocations } = payment;
  const money = (cents: number, name: string) => (cents === 0 ? [] : [[name, dollars(cents)] as const]);
  const said = (value: string | undefined, name: string) => (value ? [[name, value] as const] : []);
  return [
    [words.number, String(payment.controlNumber)],
    [words.date, payment.date],
    [words.customer, payment.customerName],
    ...said(locationName, words.location),
    ...said(card && `${card.brand} **** ${card.last4}`, words.card),
    ...said(payment.authorizationCode, words.authorization),
    ...said(payment.transactionId, words.transaction),
    ...allocations.map((line) => [`${words.invoice} ${line.invoiceNumber}`, dollars(line.amountCents)] as const),
    ...money(payment.creditsAppliedCents, words.credits),
    ...money(payment.overpaymentCents, words.overpayment),
    ...money(payment.feeCents, words.fee),
    [words.total, dollars(payment.totalCents)],
  ];
}

const format = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });
const dollars = (cents: number): string => format.format(cents / 100);

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
