import { cancelPayment, createPayment, listPayments, readPayment } from '../../src/contract/routes.js';
import type { Payment } from '../../src/contract/payment.js';
import type { Answer, Context, UserCall } from '../http/call.js';
import { userEndpoint } from '../http/endpoints.js';
import type { Metrics } from '../http/metrics.js';
import { cancelPayment as cancel } from '../operations/cancel-payment.js';
import { listPayments as list } from '../operations/list-payments.js';
import { readPayment as read } from '../operations/read-payment.js';
import { isPaymentKnown, takePayment } from '../operations/take-payment.js';
import { ProblemError } from '../problem-error.js';
import { replayHeader } from './replay.js';
import { withinLimits } from './within-limits.js';

export const paymentEndpoints = (metrics: Metrics) => [
  userEndpoint(createPayment, async (context, call) => {
    const { actor, key, body } = call;
    return withinLimits(
      context,
      { ...call, customerId: body.customerId },
      {
        isRepeated: () => isPaymentKnown(context.deps, actor, key),
        run: () => take(context, call, metrics),
      },
    );
  }),
  userEndpoint(cancelPayment, async ({ deps }, { actor, params }) => ({
    status: 200,
    body: await cancel(deps)(actor, params.paymentId),
  })),
  userEndpoint(listPayments, async ({ deps }, { actor, query }) => ({
    status: 200,
    body: await list(deps)(actor, query),
  })),
  userEndpoint(readPayment, async ({ deps }, { actor, params }) => ({
    status: 200,
    body: await read(deps)(actor, params.paymentId),
  })),
];

async function take(
  { deps }: Context,
  { actor, key, body }: UserCall<typeof createPayment>,
  metrics: Metrics,
): Promise<Answer> {
  const { status, payment, replayed } = await takePayment(deps)(actor, { key, request: body });
  if (!replayed) metrics.countPayment(payment.status);
  if (status === 402) throw new ProblemError('payment-declined', { payment, replayed });
  if (status === 422) throw new ProblemError('payment-failed', { payment, replayed });
  return { status, body: payment, headers: { ...replayHeader(replayed), location: pathOf(payment) } };
}

const pathOf = ({ id }: Payment): string => readPayment.path.replace('{paymentId}', id);
