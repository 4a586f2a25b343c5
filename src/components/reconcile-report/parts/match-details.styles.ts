import { css } from 'lit';

export const styles = css`
  table {
    border-collapse: collapse;
    inline-size: 100%;
  }
  th,
  td {
    border-block-end: 1px solid var(--_border);
    font-weight: 400;
    overflow-wrap: anywhere;
    padding: 6px var(--_gap);
    text-align: start;
    vertical-align: top;
  }
  thead th {
    color: var(--_muted);
    font-size: 0.875em;
  }
  tbody th {
    color: var(--_muted);
  }
  .differs td {
    background: var(--_danger-surface);
    font-weight: 600;
  }
`;
