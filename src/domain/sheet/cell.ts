/** What a cell of a spreadsheet holds; each format writes it in its own way. An instant is local: `YYYY-MM-DD HH:mm`. */
export type Cell =
  | { readonly kind: 'text' | 'day' | 'instant'; readonly value: string }
  | { readonly kind: 'count'; readonly value: number }
  | { readonly kind: 'cents'; readonly value: number }
  | undefined;

export const textCell = (value: string | undefined): Cell =>
  value === undefined ? undefined : { kind: 'text', value };

export const centsCell = (value: number): Cell => ({ kind: 'cents', value });
