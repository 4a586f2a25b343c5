import { expect } from '@open-wc/testing';
import { backend } from '../given-provider.js';
import { givenPayment } from '../chargeback-button/given.js';
import type { WindowScreen } from '../window-screen.js';
import { givenReport, TODAY } from './given.js';

/** Chooses the file in the window of the Batch report. */
async function choose(screen: WindowScreen, csv: string) {
  await screen.click('Upload a Batch report');
  await screen.sees('CSV file');
  const input = screen.all<HTMLInputElement>('input[type=file]')[0]!;
  const files = new DataTransfer();
  files.items.add(new File([csv], 'batch.csv', { type: 'text/csv' }));
  input.files = files.files;
  input.dispatchEvent(new Event('change'));
}

const HEAD = 'Transaction ID,Type,Status,Amount,Date,Batch';

describe('the Batch report as a file', () => {
  it('is compared once its columns are known, which are guessed by their headings', async () => {
    const of = backend.company('upload');
    const payment = await givenPayment(of);
    const screen = await givenReport({ of });
    await screen.sees('Balanced: $250.00');
    await choose(screen, `${HEAD}\n${payment.transactionId!},SALE,Approved,251.00,${TODAY},1\n`);
    await screen.sees('Which column holds what');
    await expect(screen.tag).to.be.accessible();
    await screen.click('Compare with this file');
    await screen.sees('Off by $1.00');
    await screen.sees('Compared with the uploaded report batch.csv.');
  });

  it('is refused with the line and column that can’t be read', async () => {
    const of = backend.company('wrong-file');
    await givenPayment(of);
    const screen = await givenReport({ of });
    await screen.sees('Balanced: $250.00');
    await choose(screen, `${HEAD}\n17,SALE,Approved,many,${TODAY},1\n`);
    await screen.sees('Which column holds what');
    await screen.click('Compare with this file');
    await screen.sees('Line 2, column Amount');
  });

  it('is not sent while a needed column is missing', async () => {
    const screen = await givenReport({ of: backend.company('no-column') });
    await screen.sees('No card payments that day');
    await choose(screen, 'Transaction ID,Status,Amount,Date\n1,Approved,2.00,2026-01-01\n');
    await screen.sees('Choose the columns of: Type');
    expect(screen.button('Compare with this file').ariaDisabled).to.equal('true');
  });
});
