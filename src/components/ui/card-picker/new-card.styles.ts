import { css } from 'lit';

export const styles = css`
  :host,
  .saving {
    display: grid;
    gap: var(--_gap);
  }
  .saving {
    border-inline-start: 2px solid var(--_border);
    margin-inline-start: 7px;
    padding-inline-start: 14px;
  }
  .pair {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap);
  }
  .pair .field {
    flex: 1 1 150px;
  }
  .pair .zip {
    flex: 0 1 110px;
  }
`;
