import { ProblemError } from '../problem-error.js';

/** Refuses text that a database can't keep as it is: the NUL character, and halves of a surrogate pair. */
export function requireStorable(text: string): void {
  if (!text.includes('\0') && !/\p{Surrogate}/u.test(text)) return;
  throw new ProblemError('invalid-request', { detail: 'A text holds a character that can not be kept.' });
}
