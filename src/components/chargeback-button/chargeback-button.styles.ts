import { css } from 'lit';

export const styles = css`
  :host {
    display: inline-block;
  }
  .mark {
    color: var(--_muted);
    font-size: 0.875em;
  }
  .content {
    display: grid;
    gap: calc(var(--_unit) * 4);
    padding: calc(var(--_unit) * 4);
  }
  .money {
    align-items: baseline;
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_unit) * 2);
  }
  .money strong {
    font-size: 1.5em;
    font-weight: 600;
  }
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
    padding: calc(var(--_unit) * 1.5) 0;
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
  .form {
    display: grid;
    gap: var(--_gap);
  }
  .line {
    align-items: center;
    display: flex;
    gap: calc(var(--_unit) * 2);
  }
  .unknown {
    display: grid;
    gap: calc(var(--_unit) * 2);
  }
`;
