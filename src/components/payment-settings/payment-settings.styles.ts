import { css } from 'lit';

export const styles = css`
  .locations {
    display: grid;
    gap: calc(var(--_unit) * 6) calc(var(--_unit) * 8);
    grid-template-columns: repeat(auto-fit, minmax(min(320px, 100%), 1fr));
  }
  komet-ui-order-preview {
    border-block-start: 1px solid var(--_border);
    padding-block-start: calc(var(--_unit) * 4);
  }
`;
