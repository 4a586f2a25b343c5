import { css } from 'lit';

export const styles = css`
  :host {
    display: grid;
    gap: var(--_gap);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap);
  }
  .row .field {
    flex: 1 1 180px;
  }
  .row .zip {
    flex: 0 1 140px;
  }
  .check {
    align-items: flex-start;
    padding-block: 4px;
  }
  .check input {
    margin-block-start: 3px;
  }
`;
