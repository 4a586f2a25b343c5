import { after } from 'node:test';
import { closeStore } from '../operations/given.js';
import { demoPosting, givenDemoBooks } from './given-books.js';
import { givenKometApi, invoiceRow, posting } from './komet-api.js';
import { kometSuite } from './komet-suite.js';

after(closeStore);

const forty = (invoiceId: string) => ({
  amountCents: 4_000,
  allocations: [{ invoiceId, invoiceNumber: '1001', amountCents: 4_000, discountCents: 0 }],
});

kometSuite('in the demo books', async () => {
  const { komet, companyId } = await givenDemoBooks();
  const payment = demoPosting(forty('inv-1001'));
  return { komet, companyId, otherCompanyId: 'nobody-else', invoiceId: 'inv-1001', payment };
});

kometSuite('over its public API', () => {
  const { komet, asked, answer } = givenKometApi();
  const created = () => asked.filter(({ method }) => method === 'payment.create');
  answer('payment.list', ({ dateFrom = '', dateTo = '9', locationId = '12' }: Record<string, string>) => ({
    status: 1,
    payments: created()
      .filter(({ parameters: { date } }) => String(date) >= dateFrom && String(date) <= dateTo && locationId === '12')
      .map(({ parameters }, id) => ({ id, locationId: '12', method: 'Credit Card (In-App)', ...parameters })),
  }));
  answer('invoice.list', ({ orderId, locationId }: Record<string, string>) => {
    const isAsked = (orderId ?? '5001') === '5001' && (locationId ?? '12') === '12';
    return { status: 1, invoices: isAsked ? [invoiceRow({ balance: 100 - 40 * created().length })] : [] };
  });
  return Promise.resolve({
    komet,
    companyId: '1',
    otherCompanyId: '2',
    invoiceId: '5001',
    payment: posting(forty('5001')),
  });
});
