import { css } from 'lit';

/** A short table inside a window or a form: lines between the rows, no box. */
export const plainTable = css`
  table {
    border-collapse: collapse;
    inline-size: 100%;
  }
  caption {
    font-weight: 600;
    padding-block-end: var(--_unit);
    text-align: start;
  }
  th,
  td {
    border-block-end: 1px solid var(--_border);
    font-weight: 400;
    padding: 6px 0;
    text-align: start;
  }
  thead th {
    color: var(--_muted);
    font-size: 0.875em;
  }
  th.amount,
  td.amount {
    text-align: end;
  }
`;
