import { css } from 'lit';

export const styles = css`
  :host,
  .entry {
    display: grid;
    gap: calc(var(--_unit) * 4);
  }
  :host {
    padding: calc(var(--_unit) * 4);
  }
  .method {
    border: 0;
    display: flex;
    flex-wrap: wrap;
    gap: 2px calc(var(--_gap) * 2);
  }
  .method legend {
    font-weight: 600;
    padding-block-end: 4px;
  }
  .sums {
    background: var(--_subtle);
    border-radius: var(--_radius);
    display: grid;
    gap: 4px;
    padding: var(--_gap);
  }
  .sums > div {
    display: flex;
    justify-content: space-between;
  }
  .sums > .total {
    border-block-start: 1px solid var(--_border);
    font-weight: 600;
    margin-block-start: 4px;
    padding-block-start: 6px;
  }
  .sums dd {
    font-variant-numeric: tabular-nums;
  }
  #pay {
    font-size: 1.05em;
    inline-size: 100%;
    min-block-size: calc(var(--_control) + 8px);
  }
  .line {
    align-items: center;
    display: flex;
    gap: 10px;
  }
  .progress:empty {
    display: none;
  }
`;
