import { ProblemError } from '../../problem-error.js';
import { isUniqueViolation } from '../../store/store.js';
import type { ReversalAnswer } from './answer.js';

type Begun<T> =
  { readonly begun: T; readonly answer?: undefined } | { readonly begun?: undefined; readonly answer: ReversalAnswer };

/**
 * Begins a reversal, unless there is an `earlier` answer. Whatever refuses the loser of a race (the payment is claimed, the credit is
 * held, the key is taken) came of the winner: the loser gets the winner's answer. Throws the refusal where nobody has won.
 */
export async function beginOnce<T>(
  earlier: () => Promise<ReversalAnswer | undefined>,
  begin: () => Promise<T>,
): Promise<Begun<T>> {
  const before = await earlier();
  if (before) return { answer: before };
  try {
    return { begun: await begin() };
  } catch (error) {
    const winner = await earlier();
    if (winner) return { answer: winner };
    // The winner was refused by the processor meanwhile: the money stayed where it was, and may be asked back again.
    throw isUniqueViolation(error) ? new ProblemError('request-in-progress') : error;
  }
}
