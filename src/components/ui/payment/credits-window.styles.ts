import { css } from 'lit';

export const styles = css`
  :host {
    display: contents;
  }
  .lead {
    padding: var(--_gap) calc(var(--_unit) * 4) 0;
  }
  ul {
    padding: calc(var(--_unit) * 2) calc(var(--_unit) * 2);
  }
  .check {
    border-radius: var(--_radius);
    min-block-size: var(--_row);
    padding: 4px 8px;
  }
  .check:hover {
    background: var(--_subtle);
  }
  .check:has(:checked) {
    background: var(--_applied);
  }
  .what {
    display: grid;
    flex: 1;
    min-inline-size: 0;
  }
  .amount {
    font-weight: 500;
  }
`;
