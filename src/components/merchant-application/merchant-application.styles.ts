import { css } from 'lit';

export const styles = css`
  .frame {
    display: grid;
    gap: calc(var(--_unit) * 4);
  }
`;
