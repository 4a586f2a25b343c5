import { css } from 'lit';

export const styles = css`
  form {
    background: var(--_subtle);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    display: grid;
    gap: var(--_gap);
    margin-block-end: calc(var(--_unit) * 4);
    max-inline-size: 560px;
    padding: calc(var(--_unit) * 4);
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap);
  }
`;
