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
`;
