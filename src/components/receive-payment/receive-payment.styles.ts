import { css } from 'lit';

export const styles = css`
  .head {
    align-items: flex-start;
    border-block-end: 1px solid var(--_border);
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap) calc(var(--_unit) * 6);
    margin-block-end: calc(var(--_unit) * 4);
    padding-block-end: var(--_gap);
  }
  .head .who {
    flex: 1 1 220px;
    min-inline-size: 0;
  }
  .head h2 {
    overflow-wrap: anywhere;
  }
  .head dl {
    display: flex;
    flex-wrap: wrap;
    gap: 4px calc(var(--_unit) * 6);
  }
  .head dt {
    color: var(--_muted);
    font-size: 0.875em;
  }
  .head dd {
    font-weight: 500;
  }
  .skeleton .bone:nth-child(3n) {
    inline-size: 82%;
  }
  .skeleton .bone:nth-child(3n + 1) {
    inline-size: 94%;
  }
`;
