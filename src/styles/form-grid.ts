import { css } from 'lit';

/** Fields side by side as far as there is room, and what is done with them on a line of its own. */
export const formGrid = css`
  .form {
    align-items: start;
    display: grid;
    gap: var(--_gap);
    grid-template-columns: repeat(auto-fill, minmax(min(180px, 100%), 1fr));
  }
  .act,
  .line {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_unit) * 2) var(--_gap);
  }
`;
