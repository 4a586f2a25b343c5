import { css } from 'lit';

/** A part that is a row of a list, with a line below it. */
export const listRow = css`
  :host {
    border-block-end: 1px solid var(--_border);
    display: grid;
    gap: calc(var(--_unit) * 2);
    padding-block: calc(var(--_unit) * 2);
  }
`;
