import { css } from 'lit';

/** The strip that says that no real money moves here. */
export const environment = css`
  .environment {
    background: var(--_warning-surface);
    border-block-end: 1px solid var(--_warning);
    color: var(--_warning);
    font-size: 0.875em;
    font-weight: 600;
    padding: 3px calc(var(--_unit) * 4);
    text-align: center;
  }
`;
