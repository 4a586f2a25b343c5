import { css } from 'lit';

export const styles = css`
  .inside {
    display: grid;
    gap: calc(var(--_unit) * 2);
    grid-template-columns: minmax(0, 1fr);
    padding: calc(var(--_unit) * 4);
  }
  legend {
    font-weight: 600;
    padding-block-end: calc(var(--_unit) * 2);
  }
  .columns {
    display: grid;
    gap: calc(var(--_unit) * 2) var(--_gap);
    grid-template-columns: repeat(auto-fill, minmax(150px, 1fr));
  }
  .preview {
    border: 1px solid var(--_border);
    overflow: auto;
  }
  th,
  td {
    border-block-end: 1px solid var(--_border);
    font-size: 0.875em;
    padding: 4px 8px;
    text-align: start;
    white-space: nowrap;
  }
`;
