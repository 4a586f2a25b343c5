import { css } from 'lit';

export const styles = css`
  :host {
    border-block-end: 1px solid var(--_border);
    display: grid;
    gap: calc(var(--_unit) * 2);
    padding-block: calc(var(--_unit) * 2);
  }
  .request {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 4px var(--_gap);
  }
  .what {
    flex: 1 1 200px;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .left {
    white-space: nowrap;
  }
  .acts {
    display: flex;
  }
`;
