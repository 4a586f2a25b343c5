import { css } from 'lit';

export const styles = css`
  :host {
    display: grid;
    gap: var(--_gap);
  }
  fieldset {
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    overflow: hidden;
  }
  .option {
    align-items: center;
    cursor: pointer;
    display: flex;
    font-weight: 400;
    gap: 10px;
    min-block-size: calc(var(--_row) + 2px);
    padding: 6px 12px;
  }
  .option + .option {
    border-block-start: 1px solid var(--_border);
  }
  .option:hover {
    background: var(--_subtle);
  }
  .option:has(:checked) {
    background: var(--_applied);
  }
  .option:focus-within:has(:focus-visible) {
    outline: 2px solid var(--_focus);
    outline-offset: -2px;
  }
  .what {
    display: grid;
    flex: 1;
    min-inline-size: 0;
  }
  .what small {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .expiry {
    font-size: 0.93em;
  }
  komet-ui-new-card:not(:defined) {
    display: block;
    min-block-size: 190px;
  }
`;
