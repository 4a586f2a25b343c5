import { css } from 'lit';

/** The receipt stands in the middle, as wide as it can be read. */
export const styles = css`
  section {
    display: grid;
    gap: calc(var(--_unit) * 4);
    margin: 0 auto;
    max-inline-size: 560px;
    padding-block: calc(var(--_unit) * 4);
  }
  .summary {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap);
  }
  .summary div {
    flex: 1;
  }
  .big {
    font-size: 1.7em;
    font-weight: 600;
  }
  .tick {
    background: var(--_success-surface);
    block-size: 40px;
    border-radius: 50%;
    fill: none;
    flex: none;
    inline-size: 40px;
    padding: 7px;
    stroke: var(--_success);
    stroke-linecap: round;
    stroke-linejoin: round;
    stroke-width: 2.4;
  }
  dl {
    border-block: 1px solid var(--_border);
    display: grid;
    gap: 8px calc(var(--_unit) * 6);
    grid-template-columns: repeat(auto-fit, minmax(150px, 1fr));
    padding-block: var(--_gap);
  }
  dt {
    color: var(--_muted);
    font-size: 0.875em;
  }
  .remarks {
    color: var(--_muted);
    display: grid;
    gap: 4px;
  }
  footer {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap);
    justify-content: flex-end;
  }
`;
