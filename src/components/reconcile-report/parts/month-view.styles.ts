import { css } from 'lit';

export const styles = css`
  table {
    border-collapse: separate;
    border-spacing: 2px;
    inline-size: 100%;
    table-layout: fixed;
  }
  caption {
    font-weight: 600;
    padding-block-end: calc(var(--_unit) * 2);
    text-align: start;
  }
  th {
    color: var(--_muted);
    font-size: 0.8em;
    font-weight: 500;
    text-align: center;
  }
  td {
    padding: 0;
  }
  button {
    border-color: var(--_border);
    flex-direction: column;
    gap: 0;
    inline-size: 100%;
    line-height: 1.25;
    min-block-size: 44px;
    overflow: hidden;
    padding: 2px;
  }
  button small {
    font-size: 0.75em;
    font-weight: 400;
    min-block-size: 1.25em;
  }
  td[aria-selected='true'] button {
    box-shadow: 0 0 0 2px var(--_accent);
  }
  .legend {
    color: var(--_muted);
    display: flex;
    flex-wrap: wrap;
    font-size: 0.875em;
    gap: 4px var(--_gap);
    margin-block-start: calc(var(--_unit) * 2);
  }
  .swatch {
    border: 1px solid currentcolor;
    border-radius: 3px;
    display: inline-block;
    block-size: 0.9em;
    inline-size: 0.9em;
    margin-inline-end: 6px;
    vertical-align: -1px;
  }
  .closed {
    background: var(--_success-surface);
    color: var(--_success);
  }
  .off {
    background: var(--_danger-surface);
    color: var(--_danger);
  }
  .balanced {
    background: var(--_applied);
  }
  .open {
    background: var(--_warning-surface);
    color: var(--_warning);
  }
  .none {
    color: var(--_muted);
  }
  :host {
    container-type: inline-size;
  }
  @container (max-width: 480px) {
    button small {
      display: none;
    }
  }
`;
