import { css } from 'lit';

export const styles = css`
  th,
  td {
    overflow-wrap: anywhere;
    padding-inline: var(--_gap);
    vertical-align: top;
  }
  tbody th {
    color: var(--_muted);
  }
  .differs td {
    background: var(--_danger-surface);
    font-weight: 600;
  }
`;
