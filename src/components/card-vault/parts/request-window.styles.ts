import { css } from 'lit';

export const styles = css`
  .body {
    padding: calc(var(--_unit) * 4);
  }
  form {
    display: grid;
    gap: var(--_gap);
    justify-items: start;
  }
  .field {
    inline-size: 100%;
  }
`;
