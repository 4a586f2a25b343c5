import { css } from 'lit';

export const styles = css`
  :host {
    min-inline-size: 0;
  }
  .box {
    position: relative;
  }
  input:not([type='checkbox'], [type='radio']) {
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  .sign {
    color: var(--_muted);
    inset-block: 0;
    inset-inline-start: 11px;
    line-height: var(--_control);
    pointer-events: none;
    position: absolute;
  }
  :host([prominent]) input:not([type='checkbox'], [type='radio']) {
    font-size: 1.3em;
    font-weight: 600;
    min-block-size: calc(var(--_control) + 8px);
  }
  :host([prominent]) .sign {
    font-size: 1.15em;
    line-height: calc(var(--_control) + 8px);
  }
  :host([compact]) input:not([type='checkbox'], [type='radio']) {
    min-block-size: calc(var(--_row) - 12px);
    padding-inline: 8px;
  }
  :host([compact]) input:not(:focus, :hover, [aria-invalid='true']) {
    border-color: var(--_border);
  }
`;
