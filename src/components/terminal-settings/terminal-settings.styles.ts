import { css } from 'lit';

export const styles = css`
  .head {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_unit) * 2) var(--_gap);
  }
  .head h2 {
    flex: 1 1 200px;
  }
  table {
    max-inline-size: 860px;
  }
  th,
  td {
    padding-inline-end: var(--_gap);
  }
  tbody th {
    font-weight: 500;
  }
  .acts-of {
    padding-inline-end: 0;
    text-align: end;
  }
  .told td {
    color: var(--_muted);
    padding-inline-end: 0;
  }
  .told .notice {
    color: var(--_text);
  }
  .tag.off {
    color: var(--_muted);
  }
  .terminal {
    align-items: start;
    display: grid;
    gap: var(--_gap);
    grid-template-columns: repeat(auto-fit, minmax(min(220px, 100%), 1fr));
    max-inline-size: 860px;
  }
  .terminal .check,
  .terminal .acts {
    grid-column: 1 / -1;
  }
  .acts {
    display: flex;
    gap: var(--_gap);
  }
  @container (max-width: 560px) {
    th:nth-child(2),
    td:nth-child(2):not([colspan]) {
      display: none;
    }
    .acts-of button {
      padding-inline: 4px;
    }
  }
`;
