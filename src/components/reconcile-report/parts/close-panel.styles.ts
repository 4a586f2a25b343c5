import { css } from 'lit';

export const styles = css`
  :host {
    align-content: start;
    display: grid;
    gap: calc(var(--_unit) * 2);
    grid-template-columns: minmax(0, 1fr);
  }
  .sum {
    font-size: 1.15em;
    font-weight: 600;
  }
  .parts {
    display: grid;
    gap: var(--_gap) calc(var(--_unit) * 6);
    grid-template-columns: repeat(auto-fit, minmax(180px, 1fr));
  }
  h4 {
    color: var(--_muted);
    font-size: 0.875em;
    font-weight: 500;
    margin: 0;
  }
  dl > div {
    display: flex;
    gap: var(--_gap);
    justify-content: space-between;
  }
  .notice > .text {
    flex-basis: 100%;
  }
  .act,
  .acts {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_unit) * 2) var(--_gap);
  }
  .inside {
    display: grid;
    gap: calc(var(--_unit) * 2);
    padding: calc(var(--_unit) * 4);
  }
`;
