import { css } from 'lit';

export const styles = css`
  section {
    display: grid;
    gap: calc(var(--_unit) * 2);
  }
  .choice {
    display: grid;
    gap: var(--_gap);
    grid-template-columns: repeat(auto-fit, minmax(min(220px, 100%), 320px));
  }
  table {
    max-inline-size: 720px;
  }
  th,
  td {
    padding-inline-end: var(--_gap);
    vertical-align: top;
  }
  .tag:not(.success) {
    color: var(--_muted);
  }
`;
