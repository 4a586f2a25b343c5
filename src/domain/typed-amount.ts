import { MAX_CENTS } from '../contract/primitives.js';

export type AmountFault = 'not-a-number' | 'ambiguous' | 'too-precise' | 'negative' | 'too-large';

export type TypedAmount =
  { readonly ok: true; readonly cents: number } | { readonly ok: false; readonly fault: AmountFault };

const refuse = (fault: AmountFault): TypedAmount => ({ ok: false, fault });

/**
 * Reads dollars as a clerk types them and gives whole cents; nothing typed is 0. Both `1,234.50` and `1.234,50` are
 * understood, since the last of two separators is the decimal one. A lone separator before exactly three digits is read
 * only when the locale groups thousands with it (`1,234` where the decimal mark is a point); the other is refused.
 */
export function readAmount(text: string, decimalMark: '.' | ',' = '.'): TypedAmount {
  const bare = text.replace(/[\s\u00a0\u202f$]|USD?/gi, '');
  if (bare === '') return { ok: true, cents: 0 };
  if (/^[-−(]/.test(bare)) return refuse('negative');
  if (!/^\d*([.,]\d+)*[.,]?$/.test(bare) || !/\d/.test(bare)) return refuse('not-a-number');
  const split = splitAtDecimal(bare, decimalMark);
  if (typeof split === 'string') return refuse(split);
  const cents = Number(split.whole) * 100 + Number(split.fraction.padEnd(2, '0'));
  return cents > MAX_CENTS ? refuse('too-large') : { ok: true, cents };
}

interface Split {
  readonly whole: string;
  readonly fraction: string;
}

function splitAtDecimal(bare: string, decimalMark: '.' | ','): Split | AmountFault {
  const marks = bare.replace(/\d/g, '');
  const last = marks.at(-1);
  if (!last) return { whole: bare, fraction: '' };
  const at = bare.lastIndexOf(last);
  const whole = bare.slice(0, at);
  const fraction = bare.slice(at + 1);
  if (marks.indexOf(last) < marks.length - 1) return groupsOnly(bare);
  const isOnly = marks.length === 1;
  if (isOnly && fraction.length === 3) return last === decimalMark ? 'ambiguous' : groupsOnly(bare);
  if (fraction.length > 2) return 'too-precise';
  if (!isOnly && !grouped(whole)) return 'not-a-number';
  return { whole: whole.replace(/[.,]/g, '') || '0', fraction };
}

function groupsOnly(bare: string): Split | AmountFault {
  return grouped(bare) ? { whole: bare.replace(/[.,]/g, ''), fraction: '' } : 'not-a-number';
}

/** Whether digits stand in groups of three under one separator, e.g. `12,345,678`. */
function grouped(digits: string): boolean {
  return /^\d{1,3}(,\d{3})+$/.test(digits) || /^\d{1,3}(\.\d{3})+$/.test(digits);
}
