import { css } from 'lit';

export const styles = css`
  section {
    display: grid;
    gap: calc(var(--_unit) * 3);
  }
  .fee {
    display: grid;
    gap: calc(var(--_unit) * 2);
  }
  legend {
    font-weight: 500;
    padding-block-end: var(--_unit);
  }
  .kinds {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_unit) * 5);
  }
  .amount-of-fee {
    display: grid;
    gap: var(--_gap);
    grid-template-columns: repeat(auto-fit, minmax(min(180px, 100%), 220px));
  }
`;
