import { css } from 'lit';

export const styles = css`
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
