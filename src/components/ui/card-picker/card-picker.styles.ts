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
  .mark {
    background: #eef1f6;
    border-radius: 3px;
    color: #2a3550;
    flex: none;
    font-size: 9px;
    font-weight: 800;
    inline-size: 36px;
    letter-spacing: 0.02em;
    line-height: 22px;
    outline: 1px solid rgb(120 130 150 / 30%);
    text-align: center;
  }
  .mark.visa {
    background: #fff;
    color: #16389c;
    font-style: italic;
  }
  .mark.mastercard {
    background: #fff3ec;
    color: #a53a00;
  }
  .mark.amex {
    background: #0f62ac;
    color: #fff;
  }
  .mark.discover {
    background: #fff7ea;
    color: #8a4b00;
  }
  .expiry {
    font-size: 0.93em;
  }
  komet-ui-new-card:not(:defined) {
    display: block;
    min-block-size: 190px;
  }
`;
