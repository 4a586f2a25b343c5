import { css } from 'lit';

export const styles = css`
  .page,
  fieldset {
    display: grid;
    gap: calc(var(--_unit) * 4);
  }
  fieldset {
    gap: var(--_gap);
  }
  legend {
    font-weight: 600;
    margin-block-end: calc(var(--_unit) * 2);
  }
  .form {
    align-items: start;
    display: grid;
    gap: var(--_gap);
    grid-template-columns: repeat(auto-fill, minmax(min(200px, 100%), 1fr));
  }
  .act,
  .line {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_unit) * 2) var(--_gap);
  }
`;
