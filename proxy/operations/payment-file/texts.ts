import type { Payment } from '../../../src/contract/payment.js';

const en = {
  columns: {
    controlNumber: 'Control #',
    date: 'Date',
    customer: 'Customer',
    location: 'Location',
    concept: 'Kind',
    method: 'Payment Method',
    card: 'Card',
    reference: 'Check Reference',
    authorization: 'Authorization',
    invoices: 'Invoices',
    total: 'Payment Total',
    applied: 'Applied Amount',
    overpayment: 'Overpayment',
    credits: 'Credits',
    fee: 'Fee',
    discount: 'Discount',
    status: 'Status',
    processedBy: 'Processed By',
    processedAt: 'Processed At',
    timeZone: 'Time Zone',
    batch: 'Batch',
    notes: 'Notes',
  },
  concepts: { payment: 'Payment', 'charge-back': 'Charge Back', refund: 'Refund' },
  methods: { 'in-app': 'Credit Card (In-App)', 'pos-terminal': 'Credit Card (POS Terminal)' },
  statuses: {
    requested: 'Under way',
    approved: 'Approved',
    declined: 'Declined',
    failed: 'Failed',
    cancelled: 'Cancelled',
    unknown: 'Outcome unknown',
    'charge-back-requested': 'Charge back under way',
    'charged-back': 'Charged back',
  },
} as const;

/** Headings and words of a file. */
export interface FileTexts {
  readonly columns: Readonly<Record<keyof (typeof en)['columns'], string>>;
  readonly concepts: Readonly<Record<Payment['concept'], string>>;
  readonly methods: Readonly<Record<Payment['method'], string>>;
  readonly statuses: Readonly<Record<Payment['status'], string>>;
}

const es: FileTexts = {
  columns: {
    controlNumber: 'Control #',
    date: 'Fecha',
    customer: 'Cliente',
    location: 'Ubicación',
    concept: 'Tipo',
    method: 'Método de pago',
    card: 'Tarjeta',
    reference: 'Referencia',
    authorization: 'Autorización',
    invoices: 'Facturas',
    total: 'Total del pago',
    applied: 'Monto aplicado',
    overpayment: 'Sobrepago',
    credits: 'Créditos',
    fee: 'Cargo',
    discount: 'Descuento',
    status: 'Estado',
    processedBy: 'Procesado por',
    processedAt: 'Procesado el',
    timeZone: 'Zona horaria',
    batch: 'Lote',
    notes: 'Notas',
  },
  concepts: { payment: 'Pago', 'charge-back': 'Contracargo', refund: 'Reembolso' },
  methods: { 'in-app': 'Tarjeta de crédito (In-App)', 'pos-terminal': 'Tarjeta de crédito (terminal POS)' },
  statuses: {
    requested: 'En curso',
    approved: 'Aprobado',
    declined: 'Rechazado',
    failed: 'Fallido',
    cancelled: 'Cancelado',
    unknown: 'Resultado desconocido',
    'charge-back-requested': 'Contracargo en curso',
    'charged-back': 'Con contracargo',
  },
};

export const FILE_TEXTS: Readonly<Record<'en' | 'es', FileTexts>> = { en, es };
