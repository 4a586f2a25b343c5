/* eslint-disable max-lines-per-function -- one closure: it is sent to the browser as text and may refer to nothing outside */
import type { CardRules } from './card-rules.js';
import type { SdkOptions } from './messages.js';

export interface CardField {
  /** Member of the token service's request. */
  name: 'card' | 'exp-date' | 'csc';
  digits(): string;
  /** What is wrong with it, if anything. */
  problem(): string | undefined;
  /** Shows (or hides) the problem at the field. */
  mark(problem: string | undefined): void;
  clear(): void;
}

/** Brings the form's three inputs to life: formats while typing, masks when left, and tells when one was left. */
export function createFields(rules: CardRules, options: SdkOptions, onLeave: (field: CardField) => void): CardField[] {
  const groupsOf = (digits: string) => (rules.brandOf(digits) === 'AMEX' ? [4, 10, 15] : [4, 8, 12, 16, 19]);
  const grouped = (digits: string) => {
    const starts = [0, ...groupsOf(digits)];
    return starts
      .map((start, index) => digits.slice(start, starts[index + 1]))
      .join(' ')
      .trim();
  };
  const slashed = (digits: string) => (digits.length > 2 ? `${digits.slice(0, 2)}/${digits.slice(2)}` : digits);

  interface Behaviour {
    name: CardField['name'];
    label: string;
    placeholder: string;
    autocomplete: string;
    longest: number;
    format(digits: string): string;
    mask: RegExp | undefined;
    problem(digits: string): string | undefined;
  }

  const card: Behaviour = {
    name: 'card',
    label: options.cardPlaceholder,
    placeholder: options.cardPlaceholder,
    autocomplete: 'cc-number',
    longest: 19,
    format: options.cardFormatted ? grouped : (digits) => digits,
    mask: options.cardMasked ? /\d(?=(?:\D*\d){4})/g : undefined,
    problem: (digits) => (digits.length < 13 || !rules.passesLuhn(digits) ? 'Card number is not valid' : undefined),
  };
  const expiry: Behaviour = {
    name: 'exp-date',
    label: options.expDatePlaceholder === 'MMYY' ? 'Expiry' : options.expDatePlaceholder,
    placeholder: options.expDatePlaceholder,
    autocomplete: 'cc-exp',
    longest: 6,
    format: options.expDateFormatted ? slashed : (digits) => digits,
    mask: options.expDateMasked ? /\d/g : undefined,
    problem: (digits) => {
      if (!/^(0[1-9]|1[0-2])\d\d$/.test(digits)) return 'Expiration date is not valid';
      return rules.isCurrent(digits, Date.now()) ? undefined : 'Card has expired';
    },
  };
  const csc: Behaviour = {
    name: 'csc',
    label: options.cvcPlaceholder,
    placeholder: options.cvcPlaceholder,
    autocomplete: 'cc-csc',
    longest: 4,
    format: (digits) => digits,
    mask: options.cvcMasked ? /\d/g : undefined,
    problem: (digits) => {
      if (digits === '' && !options.cvcRequired) return undefined;
      return /^\d{3,4}$/.test(digits) ? undefined : 'Security code is not valid';
    },
  };

  function connect(behaviour: Behaviour): CardField {
    const input = document.getElementById(behaviour.name) as HTMLInputElement;
    const error = document.getElementById(`${behaviour.name}-error`) as HTMLElement;
    const label = document.querySelector(`label[for="${behaviour.name}"]`) as HTMLElement;
    let digits = '';
    label.textContent = behaviour.label;
    input.placeholder = behaviour.placeholder;
    input.autocomplete = (options.allowAutoComplete ? behaviour.autocomplete : 'off') as AutoFill;

    const read = () => {
      const typed = input.value.replace(/\D/g, '').slice(0, behaviour.longest);
      // Browsers fill in MM/YYYY as well.
      const long = behaviour.name === 'exp-date' && typed.length === 6;
      digits = long ? typed.slice(0, 2) + typed.slice(4) : typed.slice(0, behaviour.name === 'exp-date' ? 4 : 19);
    };
    const show = (masked: boolean) => {
      const text = behaviour.format(digits);
      input.value = masked && behaviour.mask ? text.replace(behaviour.mask, '•') : text;
    };
    const field: CardField = {
      name: behaviour.name,
      digits: () => digits,
      problem: () => behaviour.problem(digits),
      mark: (problem) => {
        input.setAttribute('aria-invalid', String(problem !== undefined));
        error.textContent = options.showValidationMessages ? (problem ?? '') : '';
      },
      clear: () => {
        digits = '';
        input.value = '';
        field.mark(undefined);
      },
    };
    input.addEventListener('input', () => {
      const caretAtEnd = input.selectionStart === input.value.length;
      read();
      if (document.activeElement !== input) show(true);
      else if (caretAtEnd) show(false);
    });
    input.addEventListener('focus', () => {
      show(false);
      // Writing the value dropped the selection, and what is typed next must replace it.
      input.select();
    });
    input.addEventListener('blur', () => {
      show(true);
      onLeave(field);
    });
    return field;
  }

  return [card, expiry, csc].map(connect);
}
